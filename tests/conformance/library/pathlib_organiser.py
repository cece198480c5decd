# A folder organiser: sorts files by kind, renames what is there already, reports, and undoes its work.
import os
from collections import defaultdict
from pathlib import Path

KINDS = {
    "pictures": {".png", ".jpg", ".gif"},
    "documents": {".txt", ".md", ".pdf"},
    "archives": {".zip", ".gz"},
}


def kind_of(path):
    for kind, suffixes in KINDS.items():
        if path.suffix.lower() in suffixes:
            return kind
    return "other"


def free_name(target):
    n = 1
    candidate = target
    while candidate.exists():
        candidate = target.with_name(f"{target.stem}-{n}{target.suffix}")
        n += 1
    return candidate


class Organiser:
    def __init__(self, folder, dry=False):
        self.folder = Path(folder)
        self.dry = dry
        self.moves = []

    def run(self):
        for path in sorted(self.folder.iterdir()):
            if path.is_dir() or path.name.startswith("."):
                continue
            target = free_name(self.folder / kind_of(path) / path.name.lower())
            self.moves.append((path, target))
            if not self.dry:
                target.parent.mkdir(parents=True, exist_ok=True)
                path.rename(target)
        return len(self.moves)

    def report(self):
        sizes = defaultdict(int)
        names = defaultdict(list)
        for path in self.folder.rglob("*"):
            if path.is_file():
                kind = path.relative_to(self.folder).parts[0]
                sizes[kind] += path.stat().st_size
                names[kind].append(path.name)
        for kind in sorted(sizes):
            print(f"{kind:12}{sizes[kind]:5} {', '.join(sorted(names[kind]))}")

    def write_log(self, name):
        log = self.folder / name
        with log.open("w", encoding="utf-8") as f:
            for old, new in self.moves:
                f.write(f"{old.relative_to(self.folder)}\t{new.relative_to(self.folder)}\n")
        return log

    def undo(self, log):
        for line in reversed(log.read_text(encoding="utf-8").splitlines()):
            old, new = line.split("\t")
            (self.folder / new).replace(self.folder / old)
        log.unlink()
        for folder in sorted(self.folder.glob("*/"), reverse=True):
            if folder.is_dir() and not any(folder.iterdir()):
                folder.rmdir()


def tree(folder, depth=0):
    for path in sorted(folder.iterdir(), key=lambda p: (p.is_file(), p.name)):
        print("  " * depth + path.name + ("/" if path.is_dir() else ""))
        if path.is_dir():
            tree(path, depth + 1)


def remove_all(folder):
    for path in folder.iterdir():
        if path.is_dir() and not path.is_symlink():
            remove_all(path)
        else:
            path.unlink()
    folder.rmdir()


root = Path("organiser_folder")
if root.exists():
    remove_all(root)
root.mkdir()
for k, name in enumerate(["b.TXT", "a.png", "c.zip", "notes.md", "noext", ".hidden", "x.tar.gz", "a.PNG"]):
    (root / name).write_text("x" * (k * 10), encoding="utf-8")
(root / "documents").mkdir()
(root / "documents" / "b.txt").write_bytes(b"old\n")
plan = Organiser(root, dry=True)
print(plan.run(), len(list(root.iterdir())))
work = Organiser(str(root))
print(work.run())
work.report()
tree(root)
log = work.write_log("moves.log")
print(log.name, log.stat().st_size, log.read_text().count("\n"))
with log.open() as f:
    for line in f:
        print(line.rstrip().split("\t"))
with log.open("rb") as f:
    print(f.read(5), type(f.read()).__name__)
work.undo(log)
tree(root)
print(sorted(str(p) for p in root.glob("*.*")), sorted(p.name for p in root.glob("**/*.txt")), sorted(p.name for p in root.rglob("[ab].*")))
link = root / "link"
link.symlink_to("b.TXT")
print(link.is_symlink(), link.exists(), link.readlink(), link.resolve().name, link.resolve() == Path.cwd() / root / "b.TXT", link.samefile(root / "b.TXT"))
(root / "b.TXT").unlink()
print(link.exists(), link.is_symlink(), link.is_file(), (root / "a.png" / "x").exists(), os.path.lexists(link), os.path.exists(link))
for call in (lambda: root.mkdir(), lambda: (root / "no" / "sub").mkdir(), lambda: (root / "none").read_text(), lambda: (root / "none").unlink(), lambda: root.rmdir(),
             lambda: (root / "a.png").touch(exist_ok=False), lambda: root.joinpath("none").resolve(strict=True).name, lambda: list((root / "none").iterdir()), lambda: (root / "none").stat()):
    try:
        call()
        print("done")
    except OSError as e:
        print(type(e).__name__, e.errno, os.path.basename(str(e.filename)))
(root / "none").unlink(missing_ok=True)
root.mkdir(exist_ok=True)
(root / "new").touch()
(root / "p/q/r").mkdir(parents=True)
print((root / "new").stat().st_size, sorted(p.as_posix() for p in root.glob("p/**")), sorted(p.name for p in root.glob("*/q")), list(root.glob("none/*")))
for pattern in ("", "/a", "a**"):
    try:
        print(list(root.glob(pattern)))
    except (ValueError, NotImplementedError) as e:
        print(type(e).__name__, e)
print(Path("~").expanduser() == Path.home(), Path("x").absolute() == Path.cwd() / "x", Path("/a/../b").resolve(), Path("a").absolute().is_absolute())
remove_all(root)
print(root.exists())
