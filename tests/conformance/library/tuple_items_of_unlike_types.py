# Tuples of unlike items: print, repr, hash, comparison.
a = [0]; b = [[0]]; b[0][0] = 1
print(a, b)
t = (a, b, "x", 2.5, None, {1: [2]}, (1, "y"))
print(t, hash((1, "a", 2.5, (3, "b"))) == hash((1, "a", 2.5, (3, "b"))))
print((1, "a") < (2, 3), (1, "a") == (1, "a"), (1, [2]) == (1, [3]), ("a", 1) > ("a", 0.5))
try:
    print((1, "a") < (1, 3))
except TypeError as e:
    print(e)
print(1 in (1, "a"), "a" in (1, "a", [1]), (1, "a", [3]).index([3]))
print(sorted([(1, "b", [2]), (1, "a", [3])]))
class A:
    def __init__(self, x): self.x = x
    def __eq__(self, o): print("eq", self.x, o.x); return self.x == o.x
print((A(1), A(2)) == (A(3), A(2)))
print((1, 2, 3) == (1, 2), () == (), (1,) > ())
import sys
print([1], ["a"], {1: 2}, {"a": [1]}, sep="|", file=sys.stdout)
