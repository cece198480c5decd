# Sets at work: duplicates, primes, reachable nodes, common elements, powerset.
names = ['ann', 'bob', 'ann', 'cid', 'bob', 'ann']
seen = set()
duplicates = set()
order = []
for n in names:
    if n in seen:
        duplicates.add(n)
    else:
        seen.add(n)
        order.append(n)
print(sorted(duplicates), order, len(set(names)))
graph = {'a': ['b', 'c'], 'b': ['d'], 'c': ['d'], 'd': [], 'e': ['a']}


def reachable(start):
    found = {start}
    todo = [start]
    while todo:
        for n in graph[todo.pop()]:
            if n not in found:
                found.add(n)
                todo.append(n)
    return found


print({n: sorted(reachable(n)) for n in graph})
lists = [[1, 2, 3, 4], [2, 4, 6], [4, 2, 0]]
common = set(lists[0])
for l in lists[1:]:
    common &= set(l)
print(sorted(common), sorted(set().union(*lists)), sorted(set(lists[0]).intersection(*lists[1:])))
composite = {k for n in range(2, 8) for k in range(n * 2, 50, n)}
print([n for n in range(2, 50) if n not in composite])
power = [[]]
for x in [1, 2, 3]:
    power += [p + [x] for p in power]
print(power, len({tuple(p) for p in power}))
vowels = set('aeiou')
print({w: len(set(w) & vowels) for w in ('education', 'rhythm', 'queue')}, set('abc') <= set('aabbcc'))
