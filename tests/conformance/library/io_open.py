import io
from io import open as opened

with io.open("a.txt", "w", encoding="utf-8") as f:
    print(f.write("one\ntwo\n"))
with io.open("a.txt", "rb") as f:
    print(f.read())
print(opened("a.txt").readlines(), io.open is open)


class Files:
    open = staticmethod(io.open)

    def read(self):
        with self.open("a.txt") as f:
            return f.read()


print(repr(Files().read()))
