# Classes as values: texts, hashes, keys.
print(int, [int], repr(str))
class A: pass
print(A, [A], str(A), hash(A) == hash(A), {A: 1}, {int: 'i'}[int])
