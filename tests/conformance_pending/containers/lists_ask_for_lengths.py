class A:
    def __iter__(self): return iter([1, 2])
    def __len__(self):
        print("len")
        return 2
a = A()
print(list(a), tuple(a), sorted(a), [*a], sum(a), set(a), list(map(str, a)), bytes(a), bytearray(a))
x = []
x.extend(a)
x += a
class B:
    def __iter__(self): return iter([1])
    def __length_hint__(self):
        print("hint")
        return 3
print(list(B()), tuple(B()))
class C:
    def __iter__(self): return iter([1])
    def __len__(self): raise ValueError("no len")
try:
    list(C())
except ValueError as e:
    print(e)
class D:
    def __iter__(self):
        print("iter")
        return iter("ab")
    def __len__(self):
        print("len")
        return 1
print(list(D()), [*D(), *D()])
class E:
    def __iter__(self): return iter([1])
    def __length_hint__(self): return -1
class F:
    def __iter__(self): return iter([1])
    def __length_hint__(self): return NotImplemented
class G:
    def __iter__(self): return iter([1])
    def __len__(self): raise TypeError("quiet")
for f in (lambda: list(E()), lambda: list(F()), lambda: list(G())):
    try:
        print(f())
    except (ValueError, TypeError) as e:
        print(type(e).__name__, e)
