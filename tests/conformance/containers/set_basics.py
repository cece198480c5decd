# Making, adding, removing, operations, comparisons.
s = {3, 1, 2}
s.add(2)
s.add(5)
print(s, len(s), 1 in s, 9 in s, sorted(s), set(), set('hello') == {'h', 'e', 'l', 'o'}, {1, 1.0, True})
s.discard(99)
s.discard(5)
s.remove(1)
print(s, s | {7}, s & {2, 9}, s - {2}, s ^ {2, 4}, {1, 2} <= {1, 2, 3}, {1} < {1}, {1, 2} >= {2}, {1}.isdisjoint({2}))
t = s.copy()
t.update([10, 11], (12,))
t |= {13}
t &= {2, 3, 10, 13}
t -= {10}
t ^= {2, 50}
print(s, sorted(t), t.union([1]), sorted(t.intersection([3, 13])), sorted(t.difference([3])), sorted(t.symmetric_difference([3])))
print({x % 3 for x in range(10)}, {c for c in 'banana' if c != 'n'} == {'a', 'b'}, set(range(5)), frozenset([1, 2]), {frozenset([1]), frozenset([1])})
print(set([1, 2]) == {2, 1}, bool(set()), {1, 2} == frozenset([2, 1]), max({4, 9, 2}), sum({1, 2, 3}), {(1, 2), (1, 2)})
for f in (lambda: {1}.remove(2), lambda: set().pop()):
    try:
        f()
    except KeyError as e:
        print(repr(e))
u = {1}
print(u.pop(), u, [x for x in {5}], set([]) | set(), {None}, {'a', 1, 2.5, None} == {None, 2.5, 1, 'a'})
