# Ranges of numbers of any size.
r = range(10**30, 10**30 + 5)
for i in r: print(i)
print(len(r), r[2], r[-1], r[1:3], 10**30+2 in r, 5 in r, r.index(10**30+4), list(reversed(r)), r, hash(r))
def find(n):
    for d in range(2, n):
        if n % d == 0: return d
print(find(10**30 + 2), find(101*10**30 + 101))
print(list(range(2**62-2, 2**62+2)), list(range(2**63, 2**63+2)), list(range(-2**62+1, -2**62-3, -1)))
print(range(2**64)[2**63], range(2**64)[::2**62], list(range(0, 2**65, 2**62)))
print(sum(range(2**63, 2**63+100, 7)), [x % 7 for x in range(2**70, 2**70+5)])
try: len(range(2**64))
except OverflowError as e: print(e)
def nxt(start):
    for c in range(start, start + 1000):
        if all(c % p for p in range(2, 50)): return c
print(nxt(10**20), nxt(100))
for i in range(10**20, -1, -10**19): print(i, end=" ")
print()
it = iter(range(2**62 - 3, 2**62 + 3, 2)); print(next(it), next(it), next(it), next(it, "end"))
print(range(10**20, 5) == range(0), bool(range(10**20, 5)), range(2**70, 2**70+1) == range(2**70, 2**70+5, 10**30))
for r in (range(2**63), range(-2**63, 2**63), range(2**62), range(2**62 - 1), range(5, 2**80, 2**79), range(2**64, 0, -2**63), range(3, 10**25, 10**24)):
    print(r, r[0], r[-1], r[-1:], r[:2], r[::-1][:3], 7 in r, 2**63 in r, hash(r), bool(r), r.start, r.stop, r.step, r.count(2**63), True in r, 2.0**63 in range(2**63, 2**63 + 1))
    for i, x in zip(range(3), r): print(i, x, end=" ")
    for i, x in enumerate(reversed(r)):
        print(x, end=" ")
        if i == 3: break
    try: print(len(r))
    except OverflowError as e: print(e)
    try: print(r[10**30])
    except IndexError as e: print(e)
for f in (lambda: range(0, 2**70, 0), lambda: range(2**70).index(-1), lambda: range(10)[::0], lambda: range(2**70)[::0]):
    try: print(f())
    except ValueError as e: print(e)
print(range(10)[2**70:], range(10)[-2**70:2**70:2**70], range(10)[::-2**63], max(range(2**70, 2**70 + 9)), min(range(2**70, 0, -2**69)))
x, y, *z = range(2**65, 2**65 + 6)
print(x, y, z, sorted(range(2**65, 2**65 - 4, -1)), tuple(range(2**65, 2**65 + 2)), set(range(2**65, 2**65 + 1)))
print(*range(2**65, 2**65 + 2), {i: i % 10 for i in range(2**65, 2**65 + 2)}, (1 for i in range(2**65, 2**66)).__next__())
