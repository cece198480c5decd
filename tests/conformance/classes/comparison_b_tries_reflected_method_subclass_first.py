# Comparison `a < b` tries the reflected method of a subclass first.
class A:
    def __lt__(s, o): return 'A.lt'
    def __gt__(s, o): return 'A.gt'
class B(A):
    def __gt__(s, o): return 'B.gt'
print(A() < B(), B() < A())
