# io.StringIO: what ends a line.
import io
TEXT = "a\nb\r\nc\rd\n\ne\r\r\n"
for newline in (None, "", "\n", "\r", "\r\n"):
    f = io.StringIO(TEXT, newline=newline)
    print(repr(newline), list(f), f.newlines, repr(f.getvalue()))
    f.seek(0)
    print(repr(f.read()), f.tell())
    g = io.StringIO(newline=newline)
    print([g.write(s) for s in ("x\n", "y\r", "\nz", "\r\n", "")], repr(g.getvalue()), g.newlines)
    g.seek(0)
    print([g.readline(), g.readline(2), g.readline(), g.readlines()])
for wrong in ("x", "\n\n", 5, b"\n"):
    try:
        io.StringIO("", newline=wrong)
    except (ValueError, TypeError) as e:
        print(type(e).__name__, e)
for wrong in (5, b"x"):
    try:
        io.StringIO(wrong)
    except TypeError as e:
        print(e)
f = io.StringIO("abc\ndef")
print(f.readline(), f.line_buffering, f.encoding, f.errors, f.newlines)
f.write("XY")
print(repr(f.getvalue()), f.tell())
f.truncate(5)
f.seek(0, 2)
f.write("!\n")
print(f.getvalue().splitlines())
class Name(str):
    pass
print(io.StringIO(Name("n\n")).readline(), io.StringIO(None).read() == "")
