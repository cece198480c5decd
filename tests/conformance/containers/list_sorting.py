# sort and sorted: keys, reverse, stability, several criteria, mixed numbers.
people = [('Ann', 30), ('Bob', 25), ('Cid', 30), ('Dan', 25), ('Eve', 35)]
print(sorted(people, key=lambda p: p[1]))
print(sorted(people, key=lambda p: p[1], reverse=True))
print(sorted(people, key=lambda p: (-p[1], p[0])))
people.sort(key=lambda p: p[0], reverse=True)
print(people)
people.sort(key=lambda p: p[1])
print(people)
print(sorted([3, 1.5, True, 10 ** 20, -2]), sorted('hello'), sorted({3: 'c', 1: 'a'}), sorted([[2, 1], [1, 9], [1]]))
print(sorted([(1, 'b'), (1, 'a'), (0, 'z')]), sorted([], key=len), sorted(['b', 'A', 'c'], key=str.lower))
calls = []


def key(x):
    calls.append(x)
    return -x


print(sorted([2, 3, 1], key=key), calls)
data = [(i * 7919 % 1009, i) for i in range(500)]
data.sort()
print(data[:3], data[-3:], all(data[i] <= data[i + 1] for i in range(len(data) - 1)))
data.sort(key=lambda t: t[0] % 10)
print([t[0] for t in data[:5]], all(a[0] <= b[0] for a, b in zip(data[:40], data[1:41])))
rev = list(reversed([1, 2, 3]))
print(rev, list(reversed('ab')), max(people, key=lambda p: p[1]), min(people, key=lambda p: (p[1], p[0])))
