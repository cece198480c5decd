# CSV without a module: quotes, escapes, types, grouping, aligned output.
DATA = '''name,department,salary,start
"Miller, Ann",Sales,4200.50,2019
Bob,IT,5100,2017
"Eve ""the boss""",IT,7300.25,2011
Zoë,Sales,,2021
Carl,Support,2900,
'''


def parse_line(line):
    fields = []
    field = ""
    quoted = False
    i = 0
    while i < len(line):
        c = line[i]
        if quoted:
            if c == '"' and line[i + 1 : i + 2] == '"':
                field += '"'
                i += 1
            elif c == '"':
                quoted = False
            else:
                field += c
        elif c == '"':
            quoted = True
        elif c == ",":
            fields.append(field)
            field = ""
        else:
            field += c
        i += 1
    if quoted:
        raise ValueError(f"unterminated quote: {line}")
    fields.append(field)
    return fields


def convert(text):
    if text == "":
        return None
    for kind in (int, float):
        try:
            return kind(text)
        except ValueError:
            pass
    return text


def quote(value):
    text = "" if value is None else str(value)
    if any(c in text for c in ',"\n'):
        text = '"' + text.replace('"', '""') + '"'
    return text


lines = DATA.splitlines()
header = parse_line(lines[0])
rows = [dict(zip(header, map(convert, parse_line(line)))) for line in lines[1:]]
for row in rows:
    print(row)
widths = {h: max([len(h)] + [len(str(r[h])) for r in rows]) for h in header}
print(" | ".join(h.ljust(widths[h]) for h in header))
print("-+-".join("-" * widths[h] for h in header))
for row in rows:
    cells = []
    for h in header:
        text = str(row[h]) if row[h] is not None else "-"
        cells.append(text.rjust(widths[h]) if isinstance(row[h], (int, float)) else text.ljust(widths[h]))
    print(" | ".join(cells))
groups = {}
for row in rows:
    groups.setdefault(row["department"], []).append(row)
for department in sorted(groups):
    known = [r["salary"] for r in groups[department] if r["salary"] is not None]
    mean = sum(known) / len(known) if known else None
    print(department, len(groups[department]), mean, max(known, default=0))
back = "\n".join([",".join(header)] + [",".join(quote(r[h]) for h in header) for r in rows]) + "\n"
print(back)
print([parse_line(l) for l in back.splitlines()] == [parse_line(l) for l in lines])
years = sorted((r["start"], r["name"]) for r in rows if r["start"])
print(years)
try:
    parse_line('a,"b')
except ValueError as e:
    print(e)
