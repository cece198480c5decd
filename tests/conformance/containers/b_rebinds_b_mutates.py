# `a = a + b` rebinds, `a += b` mutates.
a = [1]; b = a; a = a + [2]; print(b); a = b; a += (3,); print(b); t = (1,); u = t; t += (2,); print(u)
