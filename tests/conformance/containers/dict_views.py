# keys, values and items are live; set operations on keys.
d = {'a': 1, 'b': 2, 'c': 3}
keys, values, items = d.keys(), d.values(), d.items()
d['d'] = 4
print(keys, values, items, len(keys), 'd' in keys, 4 in values, ('d', 4) in items, ('d', 5) in items)
print(sorted(keys & {'a', 'z'}), sorted(keys | {'z'}), sorted(keys - {'a'}), sorted(keys ^ {'a', 'q'}))
print(keys == {'a', 'b', 'c', 'd'}, list(reversed(keys)), sum(values), max(items), sorted(items, key=lambda kv: -kv[1])[0])
inverted = {v: k for k, v in items}
print(inverted, dict(sorted(d.items(), reverse=True)), [k for k, v in items if v % 2])
for k in list(d):
    if d[k] > 2:
        del d[k]
print(d, list(keys), list(values), list(items))
print(dict(items), {**d, 'x': 9}, {**d, **{'a': 0}}, list(map(str.upper, d)), tuple(d.values()))
