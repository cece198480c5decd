# Module globals die at exit in the order of their creation.
class A:
    def __init__(self, name):
        self.name = name

    def __del__(self):
        print('del', self.name)


a = A('a')
b = A('b')
l = [A('c')]
print('end')
