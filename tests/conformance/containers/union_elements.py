# Lists whose elements have different types, handled case by case.
def describe(x):
    if x is None:
        return 'nothing'
    if isinstance(x, bool):
        return 'yes' if x else 'no'
    if isinstance(x, int):
        return f'int {x + 1}'
    if isinstance(x, float):
        return f'float {x:.1f}'
    if isinstance(x, str):
        return 'text ' + x.upper()
    if isinstance(x, (list, tuple)):
        return '[' + ', '.join(describe(y) for y in x) + ']'
    if isinstance(x, dict):
        return '{' + ', '.join(k + ': ' + describe(v) for k, v in x.items()) + '}'
    return 'other'


items = [1, 'a', None, 2.25, True, [1, ['b', None]], (3,), {'k': [1.0], 'n': None}, 10 ** 30]
for item in items:
    print(describe(item))
numbers = [x for x in items if isinstance(x, (int, float)) and not isinstance(x, bool)]
print(numbers, sum(numbers), max(numbers))
texts = [x for x in items if isinstance(x, str)]
print(texts, [len(x) for x in items if hasattr(x, '__len__')])
value = 5
for step in ('a', 2.5, None, [1]):
    print(describe(value), end=' -> ')
    value = step
print(describe(value))
total = 0
for x in items:
    if type(x) is int:
        total += x
    elif type(x) is str:
        total += len(x)
print(total)
