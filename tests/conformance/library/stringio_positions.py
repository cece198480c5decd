import io
s = io.StringIO("abc")
print(s.write("X"), s.getvalue(), s.tell())
s.seek(0, 2); s.write("end"); s.write("\nline2\n"); print(s.getvalue(), s.tell())
s.seek(2); print(s.read(3), s.readline(), s.readline(), s.readline())
s.seek(20); s.write("far"); print(repr(s.getvalue()))
s.truncate(4); print(repr(s.getvalue()), s.tell()); s.write("z"); print(repr(s.getvalue()))
s = io.StringIO()
for i in range(5): s.write(str(i)); 
print(s.getvalue(), s.tell(), s.seek(0), list(s), s.read())
s.seek(1); s.write("QQ"); s.seek(0, 2); s.write("!"); print(s.getvalue())
with io.StringIO() as t:
    print("a", "b", file=t, sep="-", end="")
    t.writelines(["x\n", "y"])
    print(t.getvalue(), t.truncate(2), t.getvalue())
try: t.read()
except ValueError as e: print(e)
