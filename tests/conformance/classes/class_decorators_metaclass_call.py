# Class decorators and metaclass __call__.
class M(type):
    def __call__(c, *a): print('call', c.__name__); return super().__call__(*a)
class A(metaclass=M):
    def __init__(s): print('init')
A(); print(type(A).__name__, isinstance(A, type))
