import csv, io
class Rand:
    def __init__(self, seed):
        self.s = seed
    def below(self, n):
        self.s = (self.s * 1103515245 + 12345) % 2147483648
        return (self.s >> 8) % n
def run(rnd, out):
    quoting = [csv.QUOTE_MINIMAL, csv.QUOTE_ALL, csv.QUOTE_NONE][rnd.below(3)]
    delimiter = ",; "[rnd.below(3)]
    escape = [None, None, "\\"][rnd.below(3)]
    strict = rnd.below(4) == 0
    double = rnd.below(3) > 0
    skip = rnd.below(3) == 0
    lines = []
    for i in range(rnd.below(4)):
        text = ""
        for j in range(rnd.below(12)):
            text += ',;"" \\ab\u20ac\n\r"'[rnd.below(12)]
        if rnd.below(4):
            text += "\n" if rnd.below(2) else "\r\n"
        lines.append(text)
    r = csv.reader(lines, delimiter=delimiter, escapechar=escape, strict=strict, doublequote=double, skipinitialspace=skip, quoting=quoting)
    try:
        for row in r:
            out.append(repr(row) + str(r.line_num))
    except csv.Error as e:
        out.append(str(e) + str(r.line_num))
    s = io.StringIO()
    w = csv.writer(s, delimiter=delimiter, escapechar=escape, strict=strict, doublequote=double, skipinitialspace=skip, quoting=quoting, lineterminator=["\r\n", "\n", "b", ""][rnd.below(4)])
    for i in range(3):
        try:
            row = []
            for j in range(rnd.below(4)):
                text = ""
                for k in range(rnd.below(4)):
                    text += ',;"" \\ab\u20ac\n\r"'[rnd.below(12)]
                row.append(text)
            out.append(str(w.writerow(row)))
        except csv.Error as e:
            out.append(str(e))
    out.append(repr(s.getvalue()))
rnd = Rand(7)
for i in range(300):
    out = []
    run(rnd, out)
    print(i, out)
