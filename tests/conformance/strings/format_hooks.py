"""What an object's __format__ and items have to do with formatting: it is called without a specification, too, and str.format
looks up only what the template names."""


class Text:
    def __format__(self, spec):
        return f"<{spec}>"

    def __repr__(self):
        return "Text"


class Loud(Text):
    def __format__(self, spec):
        return super().__format__(spec) + "!"


class Plain:
    def __str__(self):
        return "plain"


class Pairs:
    def __init__(self, items):
        self.items = items

    def __getitem__(self, i):
        return self.items[i % 2]

    @property
    def raw(self):
        return b"raw"

    def __repr__(self):
        return "Pairs"


for x in (Text(), Loud(), Plain()):
    print(f"{x}", f"{x!s}", format(x), "{}".format(x))
for x in (Text(), Loud()):
    print(f"{x:>3}", f"{x:{'é'}}", format(x, "a"), "{:b}".format(x), "{0:{1}}".format(x, 5))
for x in (Text(), 3, "q", None):
    print(f"{x}|{[x]}")
pairs = Pairs([1, 2])
print("{} {!r:>8} {{}} {x}".format(pairs, pairs, x=b"x"))
print("{0} {0}".format(range(3)), "{}".format(bytearray(2)), "{:>6}".format(str(b"ab")))
print("{}".format(pairs if pairs.items else pairs))


class Record:
    def __init__(self):
        self.n = 1
        self.t = (2, 3)


template = "{0.n} {0.t[1]} {1[k]} {2[1]}"
print(template.format(Record(), {"k": 4}, b"ab"))
for bad in ("{0[x]}", "{0[1]} {0[x]}"):
    try:
        print(bad.format(b"ab"))
    except TypeError as e:
        print(e)
