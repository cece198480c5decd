# types: dynamic
# Parsing configuration text: sections, comments, types, errors with line numbers.
TEXT = """
# global
name = demo
debug = yes

[server]
port = 8080
ratio = 0.75   # trailing comment
hosts = a.example, b.example
empty =
broken line
[paths]
root = /srv/data
port = x80
"""


def convert(value):
    if value in ('yes', 'true', 'on'):
        return True
    if value in ('no', 'false', 'off'):
        return False
    if ',' in value:
        return [convert(v.strip()) for v in value.split(',')]
    try:
        return float(value) if '.' in value else int(value)
    except ValueError:
        return value or None


def parse(text):
    sections = {'': {}}
    current = sections['']
    problems = []
    for number, line in enumerate(text.splitlines(), 1):
        line = line.split('#', 1)[0].strip()
        if not line:
            continue
        if line.startswith('[') and line.endswith(']'):
            current = sections.setdefault(line[1:-1], {})
        elif '=' in line:
            key, value = line.split('=', 1)
            current[key.strip()] = convert(value.strip())
        else:
            problems.append((number, line))
    return sections, problems


sections, problems = parse(TEXT)
for name, values in sections.items():
    print(repr(name), values)
print(problems)
print(sections['server']['port'] + 1, sections['server']['ratio'] * 2, sections['']['debug'] is True)
print('\n'.join(f'[{n}]\n' + '\n'.join(f'{k}={v}' for k, v in sorted(vs.items())) for n, vs in sections.items() if n))
