# Parsers as state machines: comments, numbers, a turnstile.
def strip_comments(source):
    out = ''
    state = 'code'
    i = 0
    while i < len(source):
        c = source[i]
        if state == 'code':
            if source.startswith('//', i):
                state = 'line'
                i += 1
            elif source.startswith('/*', i):
                state = 'block'
                i += 1
            elif c == '"':
                state = 'string'
                out += c
            else:
                out += c
        elif state == 'string':
            out += c
            if c == '"':
                state = 'code'
        elif state == 'line':
            if c == '\n':
                state = 'code'
                out += c
        elif state == 'block' and source.startswith('*/', i):
            state = 'code'
            i += 1
        i += 1
    return out, state


print(strip_comments('a = 1; // one\nb = "// no"; /* x\ny */ c'))
print(strip_comments('x /* open'))
table = {('locked', 'coin'): ('unlocked', 'click'), ('locked', 'push'): ('locked', 'blocked'),
         ('unlocked', 'coin'): ('unlocked', 'thanks'), ('unlocked', 'push'): ('locked', 'go')}
state = 'locked'
for event in ['push', 'coin', 'coin', 'push', 'push']:
    state, action = table[state, event]
    print(event, '->', state, action)


def is_number(text):
    state = 'start'
    for c in text:
        if state == 'start' and c in '+-':
            state = 'sign'
        elif c.isdigit():
            state = {'start': 'int', 'sign': 'int', 'int': 'int', 'dot': 'frac', 'frac': 'frac'}[state]
        elif c == '.' and state in ('int', 'start', 'sign'):
            state = 'dot'
        else:
            return False
    return state in ('int', 'frac')


print([t for t in ('1', '-2.5', '.5', '+', '1.', 'a', '', '1.2.3', '--1') if is_number(t)])
