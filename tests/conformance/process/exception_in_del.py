# An exception in __del__ is reported, and the program goes on.
class A:
    def __del__(self):
        raise ValueError('in del')


a = A()
del a
print('alive')
