# A small JSON writer and reader by hand, and a round trip.
def dump(value):
    if value is None:
        return 'null'
    if value is True:
        return 'true'
    if value is False:
        return 'false'
    if isinstance(value, (int, float)):
        return repr(value)
    if isinstance(value, str):
        out = '"'
        for c in value:
            out += {'"': '\\"', '\\': '\\\\', '\n': '\\n'}.get(c, c)
        return out + '"'
    if isinstance(value, list):
        return '[' + ', '.join(dump(v) for v in value) + ']'
    return '{' + ', '.join(dump(k) + ': ' + dump(v) for k, v in value.items()) + '}'


def load(text):
    value, i = parse(text, 0)
    if text[i:].strip():
        raise ValueError(f'extra text at {i}')
    return value


def skip(text, i):
    while i < len(text) and text[i] in ' \n\t':
        i += 1
    return i


def parse(text, i):
    i = skip(text, i)
    if i == len(text):
        raise ValueError('unexpected end')
    c = text[i]
    for word, value in (('null', None), ('true', True), ('false', False)):
        if text.startswith(word, i):
            return value, i + len(word)
    if c == '"':
        out = ''
        i += 1
        while text[i] != '"':
            if text[i] == '\\':
                i += 1
                out += {'n': '\n'}.get(text[i], text[i])
            else:
                out += text[i]
            i += 1
        return out, i + 1
    if c == '[':
        items = []
        i = skip(text, i + 1)
        while text[i] != ']':
            item, i = parse(text, i)
            items.append(item)
            i = skip(text, i)
            if text[i] == ',':
                i = skip(text, i + 1)
        return items, i + 1
    if c == '{':
        table = {}
        i = skip(text, i + 1)
        while text[i] != '}':
            key, i = parse(text, i)
            i = skip(text, i)
            if text[i] != ':':
                raise ValueError(f'expected : at {i}')
            table[key], i = parse(text, i + 1)
            i = skip(text, i)
            if text[i] == ',':
                i = skip(text, i + 1)
        return table, i + 1
    start = i
    while i < len(text) and text[i] in '+-.0123456789eE':
        i += 1
    if start == i:
        raise ValueError(f'unexpected {c!r} at {i}')
    number = text[start:i]
    return (float(number) if '.' in number or 'e' in number else int(number)), i


data = {'name': 'Zoë "Z"', 'list': [1, 2.5, None, True, [], {}], 'nested': {'a': {'b': [-3, 1e20]}}, 'text': 'a\nb\\'}
text = dump(data)
print(text)
print(load(text) == data, load(' [ 1 , [ ] , {"k" : [2]} ] '), load('12'), load('"x"'))
for bad in ('', '[1 2', '{"a" 1}', '[1] x', '@', '["a'):
    try:
        print(load(bad))
    except (ValueError, IndexError) as e:
        print(repr(bad), type(e).__name__, e)
