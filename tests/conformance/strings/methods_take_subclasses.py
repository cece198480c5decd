"""Methods of str take objects of subclasses of str, members of StrEnum among them."""
from enum import StrEnum


class Word(StrEnum):
    A = "x"
    B = "yy"


class Text(str):
    pass


class Number(str):
    def __int__(self):
        return 7


a, x = Text("a"), Text("x")
print(",".join([a, x]), ",".join([Word.A, Word.B]), "".join([Word.A, "c", x]), "-".join(Word), "".join({a: 1}), Word.A.join([Word.B, a]))
print("axb".split(x), "axbxc".rsplit(Word.A, 1), "axb".partition(Word.A), "axb".rpartition(x))
print("axb".find(x), "axbx".rfind(Word.A), "axbx".count(x), "axb".index(Word.A), "axb".startswith((Text("q"), a)), "axb".endswith(Text("b")))
print("xaxx".strip(x), "xaxx".lstrip(Word.A), "xaxx".rstrip(x), "axb".replace(x, Word.B), Word.B.replace("y", a), "xab".removeprefix(x), "axx".removesuffix(Word.A))
print("q".center(5, x), "q".ljust(3, Word.A), "q".rjust(3, a), "ab".translate({97: Word.B}), "ab".translate(str.maketrans({a: Word.A, "b": None})))
print("abx".translate(str.maketrans(Text("ab"), Text("cd"), x)), x in "axb", Word.A in "q", Word.A + a, a * 2, f"{Word.A:>3}{a!r}", "%s %r" % (Word.A, a))
print(int(Text("12")), int(Text("ff"), 16), float(Text("1.5")), int(Number("3")), Text("é").encode(Text("utf-8")), Word.A < a, sorted([Word.B, x, "b"]))
for wrong in (Text("1.5"), Text("é")):
    try:
        print(int(wrong))
    except ValueError as e:
        print(e)
mixed = [a, "b", Word.A]
print([s.upper() for s in mixed], "|".join(mixed), [("q" + s).split(s) for s in mixed])
