# Copies, moves and removals of files and folders.
import io
import os
import shutil
from pathlib import Path

root = Path("shutil_folder")
shutil.rmtree(root, ignore_errors=True)
root.mkdir()


def tree(folder):
    out = []
    for place, folders, files in os.walk(folder):
        folders.sort()
        for name in sorted(files):
            out.append(os.path.relpath(os.path.join(place, name), folder))
        if not files and not folders:
            out.append(os.path.relpath(place, folder) + "/")
    return sorted(out)


def show(what, call):
    try:
        print(what, call())
    except shutil.SameFileError as e:
        print(what, "same", e)
    except shutil.Error as e:
        print(what, "Error", e)
    except OSError as e:
        print(what, type(e).__name__, e)


for name in ("a/x.txt", "a/y.py", "a/b/z.txt", "a/b/c/deep.log", "a/.hidden"):
    (root / name).parent.mkdir(parents=True, exist_ok=True)
    (root / name).write_text(name * 3)
(root / "a/empty").mkdir()
os.chmod(root / "a/y.py", 0o750)
os.utime(root / "a/y.py", (1000000000, 1100000000))
print(shutil.copy(root / "a/x.txt", root / "copy.txt"), shutil.copy("shutil_folder/a/y.py", "shutil_folder"), shutil.copy2(str(root / "a/y.py"), str(root / "y2.py")))
print((root / "copy.txt").read_text(), oct((root / "y.py").stat().st_mode), oct((root / "y2.py").stat().st_mode), (root / "y2.py").stat().st_mtime)
print(shutil.copyfile("shutil_folder/copy.txt", "shutil_folder/file.txt"), oct(os.stat("shutil_folder/file.txt").st_mode & 0o111))
show("same", lambda: shutil.copyfile("shutil_folder/copy.txt", "shutil_folder/copy.txt"))
show("none", lambda: shutil.copyfile("shutil_folder/none", "shutil_folder/x"))
show("folder", lambda: shutil.copyfile("shutil_folder/a", "shutil_folder/x"))
print(shutil.copytree(root / "a", root / "b"), tree(root / "b"))
print(shutil.copytree("shutil_folder/a", "shutil_folder/c", ignore=shutil.ignore_patterns("*.txt", ".h*")), tree("shutil_folder/c"))
show("exists", lambda: shutil.copytree("shutil_folder/a", "shutil_folder/c"))
print(shutil.copytree("shutil_folder/a/b", "shutil_folder/c", dirs_exist_ok=True), tree("shutil_folder/c"))
print(shutil.move("shutil_folder/copy.txt", "shutil_folder/moved.txt"), shutil.move("shutil_folder/moved.txt", "shutil_folder/c"), tree("shutil_folder/c"))
show("there", lambda: shutil.move("shutil_folder/a/y.py", "shutil_folder/c"))
show("itself", lambda: shutil.move("shutil_folder/a", "shutil_folder/a/b"))
show("none", lambda: shutil.move("shutil_folder/none", "shutil_folder/x"))
show("inside", lambda: shutil.move("shutil_folder/b", "shutil_folder/c/"))
shutil.rmtree("shutil_folder/c/b")
print(shutil.move("shutil_folder/b", "shutil_folder/c/"), tree("shutil_folder/c"))
os.symlink("x.txt", "shutil_folder/a/link")
os.symlink("nowhere", "shutil_folder/a/broken")
print(shutil.copytree("shutil_folder/a", "shutil_folder/d", symlinks=True), os.readlink("shutil_folder/d/link"), os.path.islink("shutil_folder/d/broken"))
print(shutil.copytree("shutil_folder/a", "shutil_folder/e", ignore_dangling_symlinks=True), tree("shutil_folder/e"), os.path.islink("shutil_folder/e/link"))
show("broken", lambda: shutil.copytree("shutil_folder/a", "shutil_folder/f"))
print(shutil.copyfile("shutil_folder/a/link", "shutil_folder/link2", follow_symlinks=False), os.path.islink("shutil_folder/link2"))
source, target = io.StringIO("line\n" * 5), io.StringIO()
shutil.copyfileobj(source, target, 7)
print(target.getvalue().count("\n"))
with open("shutil_folder/a/x.txt", "rb") as f, open("shutil_folder/raw", "wb") as g:
    shutil.copyfileobj(f, g)
print(os.path.getsize("shutil_folder/raw"))
show("rmtree", lambda: shutil.rmtree("shutil_folder/none"))
show("rmtree", lambda: shutil.rmtree("shutil_folder/none", ignore_errors=True))
show("rmtree", lambda: shutil.rmtree("shutil_folder/d/link"))
os.chmod("shutil_folder/raw", 0o755)
print(shutil.which("shutil_folder/raw"), shutil.which("raw", path="/nowhere:shutil_folder"), shutil.which("no such program"), shutil.which("sh") is not None)
shutil.rmtree(root)
print(root.exists())
