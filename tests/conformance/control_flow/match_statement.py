# types: dynamic
# match: literals, captures, sequences, mappings, guards, or, as, wildcards.
def describe(v):
    match v:
        case 0:
            return 'zero'
        case 1 | 2 | 3:
            return 'small'
        case int() if v < 0:
            return 'negative'
        case int(n):
            return f'int {n}'
        case 'hello' | 'hi' as word:
            return 'greeting ' + word
        case str():
            return 'text'
        case []:
            return 'empty'
        case [x]:
            return f'one {x}'
        case [x, y]:
            return f'two {x} {y}'
        case [first, *rest]:
            return f'many {first} {len(rest)}'
        case {'type': 'circle', 'r': r}:
            return f'circle {r}'
        case {'type': t, **others}:
            return f'{t} {sorted(others)}'
        case None:
            return 'none'
        case _:
            return 'other'


for v in (0, 2, -5, 99, 'hello', 'x', [], [1], [1, 2], (1, 2, 3), {'type': 'circle', 'r': 2}, {'type': 'sq', 'a': 1, 'b': 2}, None, 2.5, {}, True):
    print(repr(v), describe(v))


def command(text):
    match text.split():
        case ['go', ('north' | 'south') as where]:
            return 'going ' + where
        case ['take', *things] if things:
            return 'taking ' + ' and '.join(things)
        case ['quit']:
            return 'bye'
        case [other, *_]:
            return 'unknown ' + other
        case _:
            return 'nothing'


print([command(t) for t in ('go north', 'go up', 'take lamp key', 'take', 'quit', '')])
