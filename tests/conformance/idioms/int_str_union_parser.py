# Int/str union in a parser.
def tok(s):
    out = []; i = 0
    while i < len(s):
        if s[i].isdigit():
            j = i
            while j < len(s) and s[j].isdigit(): j += 1
            out.append(int(s[i:j])); i = j
        else: out.append(s[i]); i += 1
    return out
print(tok('12+3*(4)'), [t + 1 if isinstance(t, int) else t for t in tok('1+2')])
