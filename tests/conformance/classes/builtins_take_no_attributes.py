# types: dynamic
import collections
class C: pass
objs = [object(), [], {}, set(), "s", 5, 1.5, (1,), b"x", None, range(3), frozenset(), collections.deque(), C(), ValueError("v"), len, C]
def try_set(i):
    try:
        if i == 0: objs0 = object(); objs0.foo = 1; print("object ok")
        elif i == 1: x = []; x.foo = 1; print("list ok")
        elif i == 2: x = {}; x.foo = 1; print("dict ok")
        elif i == 3: x = set(); x.foo = 1; print("set ok")
        elif i == 4: x = "s"; x.foo = 1; print("str ok")
        elif i == 5: x = 5; x.foo = 1; print("int ok")
        elif i == 6: x = (1,); x.foo = 1; print("tuple ok")
        elif i == 7: x = None; x.foo = 1; print("None ok")
        elif i == 8: x = range(3); x.foo = 1; print("range ok")
        elif i == 9: x = collections.deque(); x.foo = 1; print("deque ok")
        elif i == 10: x = ValueError("v"); x.foo = 1; print("exc ok", x.foo)
        elif i == 11: x = collections.Counter(); x.foo = 1; print("counter ok", x.foo)
        elif i == 12: x = [1].append; x.foo = 1; print("method ok")
        elif i == 13: x = bytearray(); x.foo = 1; print("bytearray ok")
        elif i == 14: x = iter([]); x.foo = 1; print("iter ok")
    except AttributeError as e: print(i, e)
for i in range(15): try_set(i)
