# StringIO, BytesIO.
import io
s = io.StringIO()
s.write("hello\n"); print("world", 42, file=s); s.writelines(["a\n", "b"])
print(repr(s.getvalue()), s.tell(), s.seek(0), repr(s.readline()), s.readlines(), repr(s.read()))
t = io.StringIO("l1\nl2\n")
for line in t: print(line.strip())
t.seek(0); t.write("XX"); print(repr(t.getvalue()), t.truncate(3), repr(t.getvalue()))
b = io.BytesIO(b"abc\ndef"); print(b.read(2), b.readline(), b.read(), b.seek(-3, 2), b.read()); b.write(b"!!"); print(b.getvalue())
with io.StringIO("q") as f: print(f.read())
try: f.read()
except ValueError as e: print(e)
