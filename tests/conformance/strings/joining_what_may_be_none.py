import sys


class Lines:
    def __init__(self, lines):
        self.lines = lines
        self.at = 0

    @property
    def line(self):
        return self.lines[self.at] if self.at < len(self.lines) else None

    def paragraph(self):
        found = []
        while self.line is not None and self.line.strip():
            found.append(self.line)
            self.at += 1
        return " ".join(found)


def joined(items):
    try:
        return ", ".join(items)
    except TypeError as error:
        return f"TypeError: {error}"


print(Lines(["a", "b", "", "c"]).paragraph(), Lines([]).paragraph())
print(joined(["x", None, "y"][:len(sys.argv)]), joined(["x", None, "y"]), joined([None]), joined(("q", None)))
print(joined(x for x in ["a", None]), joined({"k": 1, None: 2}))
names = ["a", None]
print("-".join(x for x in names if x is not None), "-".join(map(str, names)))
print("-".join(names))
