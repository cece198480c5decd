# The arguments of Unicode errors; copies of containers.
import copy
print(ValueError(b"x"), repr(ValueError(b"x", 1)))
try: "é".encode("ascii")
except UnicodeEncodeError as e: print(e.args, e.object, e.start, e.end, e.reason, repr(e), e)
try: b"\xff\xfe".decode("utf-8")
except UnicodeDecodeError as e: print(e.args, e.object, repr(e), str(e))
try: b"abc\xe9\xe8".decode("ascii")
except UnicodeError as e: print(type(e).__name__, e)
a = [[1], [2]]; b = copy.copy(a); b[1].append(3); b.append([4]); print(a, b, copy.copy({1: 2}), copy.copy("x"), copy.copy((1, 2)))
