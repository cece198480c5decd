# A file is flushed and closed when its last reference dies.
import os, tempfile
n = tempfile.mktemp()
def w(): f = open(n, 'w'); f.write('hi')
w(); print(open(n).read()); os.remove(n)
