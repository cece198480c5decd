# Files in text and binary modes: methods, encodings, newlines, errors; basics of sys.
with open("t.txt", "w") as f:
    print(f.write("line one\nline two\nthree"), f.tell(), f.name, f.mode, f.closed, f.encoding, f.writable(), f.readable())
    f.writelines(["\n", "last\n"])
print(f.closed)
with open("t.txt") as f:
    print(f.readline(), f.read(4), f.tell(), f.readlines())
    f.seek(0); print(f.read())
    f.seek(0, 2); print(repr(f.read()), f.tell())
for line in open("t.txt"):
    print(line.rstrip(), end="|")
print()
with open("t.txt", "rb") as f:
    data = f.read(); print(data, f.seek(-5, 2), f.read(), f.tell(), f.readline())
    f.seek(0); print([l for l in f])
with open("b.bin", "wb") as f:
    print(f.write(bytes(range(256))), f.write(bytearray(b"xy")))
with open("b.bin", "r+b") as f:
    f.seek(10); f.write(b"ABC"); f.seek(8); print(f.read(6)); print(f.truncate(20), len(f.read()))
with open("t.txt", "a+") as f:
    f.write("more\n"); f.seek(0); print(f.read().count("\n"))
with open("u.txt", "w", encoding="latin-1") as f: f.write("café")
print(open("u.txt", "rb").read())
try: open("u.txt", encoding="utf-8").read()
except UnicodeDecodeError as e: print(e, e.start, e.end, e.reason, e.encoding)
print(open("u.txt", encoding="ascii", errors="replace").read(), open("u.txt", encoding="ascii", errors="ignore").read())
with open("n.txt", "w", newline="\r\n") as f: f.write("a\nb\n")
print(open("n.txt", "rb").read(), repr(open("n.txt", newline="").read()), repr(open("n.txt").read()))
for args in (("nope.txt", "r"), ("t.txt", "q"), ("t.txt", "rw"), ("t.txt", "x")):
    try: open(args[0], args[1])
    except Exception as e: print(type(e).__name__, e)
try: open("/tmp")
except OSError as e: print(type(e).__name__, e.errno, e.strerror, e.filename)
f = open("t.txt"); f.close()
try: f.read()
except ValueError as e: print(e)
try:
    with open("t.txt") as f: f.write("x")
except OSError as e: print(type(e).__name__, e)
m = "r" + "b"
with open("t.txt", m) as f: print(f.read(4))
m = "w"
with open("z.txt", m) as f: f.write("zz")
print(open("z.txt", "r").read(), f)
import sys
print("to stderr", file=sys.stderr); sys.stdout.write("direct\n"); sys.stdout.flush()
print(sys.maxsize, sys.byteorder, sys.version_info[:2], sys.version_info.major, sys.platform, sys.getrecursionlimit())
