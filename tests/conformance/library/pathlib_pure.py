# Paths as objects: their parts, names, suffixes, joins, comparisons and the errors.
from pathlib import Path, PurePath, PurePosixPath
import os


def show(what, call):
    try:
        print(what, call())
    except (ValueError, TypeError, IndexError) as e:
        print(what, type(e).__name__, e)


texts = ["", ".", "a", "/", "//", "///", "//a/b", "///a", "a/b", "a//b/", "./a/./b", "../a", "a/../b", "/usr/lib/x.tar.gz", ".bashrc", "x.", "..", "...", "a.b.", "a..b",
         ".a.b", "x/.y", "name.txt", "/etc/a b.c", "größe.ä", "a.b/c"]
for text in texts:
    p = PurePosixPath(text)
    print(repr(text), p, repr(p), p.parts, p.root, p.anchor, p.drive, repr(p.name), repr(p.stem), repr(p.suffix), p.suffixes, p.parent, p.is_absolute(), list(p.parents))
    print(p.as_posix(), bytes(p), os.fspath(p), len(p.parents))
    show("uri", lambda: p.as_uri())
    for name in ("n", "n.x", "", "a/b", "."):
        show(name, lambda: p.with_name(name))
    for suffix in (".py", "", "py", ".", ".a/b", "..x"):
        show(suffix, lambda: p.with_suffix(suffix))
    show("stem", lambda: p.with_stem("new"))
total = 0
count = 0
for a in texts:
    for b in texts:
        p, q = PurePath(a), PurePath(b)
        joined = p / b
        total = (total * 31 + len(str(joined)) + (p < q) * 3 + (p == q) * 5 + (p <= q) * 7 + (p >= q) + p.is_relative_to(q) * 11) % 1000003
        if joined != p.joinpath(q) or str(a / q) != str(joined) or (p == q) != (hash(p) == hash(q)):
            print("unlike", a, b)
        try:
            relative = p.relative_to(q)
            count += 1
            total = (total * 7 + len(str(relative))) % 1000003
        except ValueError as e:
            total = (total + len(str(e))) % 1000003
print(total, count)
for path in ("a/b/c.py", "/a/b.py", "b.py", "A.PY", "/a"):
    for pattern in ("*.py", "b.py", "b/*.py", "/*.py", "/a/*.py", "a/b/c.*", "?/*", "[ab]", "/a", "**/*.py"):
        print(int(PurePath(path).match(pattern)), end="")
    print()
show("empty", lambda: PurePath("a").match(""))
show("relative", lambda: PurePath("/a/b").relative_to("/c"))
show("relative", lambda: PurePath("a").relative_to("a", "b"))
p = PurePath("/a/b/c/d")
print(p.parents[0], p.parents[-1], p.parents[1:3], p.parents, PurePath("a", "b", "/c", "d"), PurePath(), PurePath(Path("x"), "y"))
show("index", lambda: p.parents[4])
print(sorted([PurePath("b"), PurePath("a/c"), PurePath("a"), PurePath("/z")]), {PurePath("a"): 1}[PurePath("./a")], PurePath("a") == "a", Path("a") == PurePath("a"))
print(repr(Path("x")), type(Path("x")).__name__, isinstance(Path("x"), PurePath), isinstance(PurePath("x"), Path), Path("x").with_name("y"), [Path("a") / "b" / name for name in ("c", "d")])
print(os.path.join(Path("a"), "b"), os.path.basename(Path("a/b")), os.path.splitext(Path("a/b.c")), f"{Path('a/b')}", Path("a").joinpath("b", "c"))
