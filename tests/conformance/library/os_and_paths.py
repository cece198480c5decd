# Folders, files, paths, the environment.
import os, sys
print(os.path.join("a", "b", "/c", "d"), os.path.basename("/x/y.txt"), os.path.dirname("/x/y.txt"), os.path.split("/x/y"), os.path.splitext("a/b.tar.gz"), os.path.splitext(".bashrc"), os.path.isabs("/a"), os.path.normpath("/a/./b/../c//d"), os.path.exists("/nope"), os.path.commonprefix(["abc", "abd"]))
os.mkdir("dd"); open("dd/f.txt", "w").close(); print(os.listdir("dd"), os.path.isdir("dd"), os.path.isfile("dd/f.txt"), os.path.getsize("dd/f.txt"))
os.rename("dd/f.txt", "dd/g.txt"); os.remove("dd/g.txt"); os.rmdir("dd"); os.makedirs("p/q/r", exist_ok=True); print(sorted(os.listdir("p")))
for root, dirs, files in os.walk("p"): print(root, dirs, files)
os.rmdir("p/q/r"); os.removedirs("p/q")
try: os.remove("nope")
except FileNotFoundError as e: print(e, e.errno)
try: os.mkdir("/proc/x/y")
except OSError as e: print(type(e).__name__)
print(os.environ.get("HOME"), "PATH" in os.environ, os.getenv("NOPE", "d"), os.sep, os.linesep == "\n", os.name, os.getpid() > 0, os.curdir, os.pardir, os.extsep, os.cpu_count() > 0)
print(os.path.abspath("x") == os.path.join(os.getcwd(), "x"), os.path.expanduser("~/a"), os.path.relpath("/a/b/c", "/a/d"), os.fspath("x"), os.urandom(4) != b"", os.stat("/").st_mode > 0)
