# Dicts of dicts and lists: grouping, counting, walking, defaults.
people = [
    {'name': 'Ann', 'city': 'Rome', 'age': 30}, {'name': 'Bob', 'city': 'Oslo', 'age': 25},
    {'name': 'Cid', 'city': 'Rome', 'age': 41}, {'name': 'Dan', 'city': 'Bern', 'age': 19},
]
by_city = {}
for p in people:
    by_city.setdefault(p['city'], []).append(p['name'])
print(by_city)
tree = {'a': {'b': {'c': 1}, 'd': 2}, 'e': {}}


def walk(node, path=()):
    for key, value in node.items():
        if isinstance(value, dict):
            walk(value, path + (key,))
        else:
            print('/'.join(path + (key,)), '=', value)


walk(tree)
tree['a']['b']['c'] += 10
tree['e']['new'] = [1]
tree['e']['new'].append(2)
walk(tree)
counts = {}
for p in people:
    for letter in p['name'].lower():
        counts[letter] = counts.get(letter, 0) + 1
print(sorted(counts.items(), key=lambda kv: (-kv[1], kv[0]))[:3])
table = {(r, c): r * c for r in range(3) for c in range(3)}
print(table[2, 2], sum(v for (r, c), v in table.items() if r == c), [k for k in table if table[k] == 2])
total = {}
for p in people:
    city = total.setdefault(p['city'], {'n': 0, 'sum': 0})
    city['n'] += 1
    city['sum'] += p['age']
print({city: t['sum'] / t['n'] for city, t in total.items()})
