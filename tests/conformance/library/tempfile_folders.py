# Folders and files that are there for a while.
import os
import tempfile
from pathlib import Path

with tempfile.TemporaryDirectory() as folder:
    print(type(folder).__name__, os.path.isdir(folder), os.path.dirname(folder) == tempfile.gettempdir(), os.path.basename(folder).startswith("tmp"), oct(os.stat(folder).st_mode))
    path = Path(folder) / "sub" / "x.txt"
    path.parent.mkdir()
    path.write_text("text")
    inner = tempfile.mkdtemp(prefix="in-", suffix=".d", dir=folder)
    name = os.path.basename(inner)
    print(name.startswith("in-"), name.endswith(".d"), len(name), os.path.isdir(inner), os.listdir(inner))
    print(len({tempfile.mkdtemp(dir=Path(folder)) for _ in range(50)}), len(os.listdir(folder)))
    with tempfile.TemporaryFile() as f:
        f.write(b"bytes")
        f.seek(0)
        print(f.read())
    with tempfile.TemporaryFile("w+", encoding="utf-8", dir=folder) as f:
        f.write("größe\nline\n")
        f.seek(0)
        print(f.read().split(), sorted(os.listdir(folder)) == sorted(os.listdir(Path(folder))))
    with tempfile.TemporaryFile(mode="wb+") as f:
        print(f.write(b"abc"), f.tell(), f.closed)
print(os.path.exists(folder), tempfile.gettempprefix())
holder = tempfile.TemporaryDirectory(prefix="held-")
kept = holder.name
print(os.path.isdir(kept), repr(holder) == f"<TemporaryDirectory {kept!r}>")
holder.cleanup()
print(os.path.exists(kept))
try:
    with tempfile.TemporaryDirectory() as failing:
        raise KeyError("inside")
except KeyError as e:
    print(e, os.path.exists(failing))
try:
    tempfile.mkdtemp(dir="/no such folder")
except OSError as e:
    print(type(e).__name__, e.errno)
