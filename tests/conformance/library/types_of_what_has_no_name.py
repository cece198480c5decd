import types
from types import MappingProxyType, FunctionType, NoneType
d = {"a": 1, "b": 2}
p = MappingProxyType(d)
print(p, p["a"], "b" in p, len(p), list(p), p.get("z"), p.get("a", 5), dict(p.items()), list(p.keys()), p == {"a": 1, "b": 2}, p.copy(), sorted(p.values()))
d["c"] = 3
print(p, p | {"z": 26}, [k for k in p], list(reversed(p)))
try:
    p["q"] = 1
except TypeError as e:
    print(e)
try:
    p["q"]
except KeyError as e:
    print("KeyError", e)
try:
    del p["a"]
except TypeError as e:
    print(e)
q = MappingProxyType({1: [1, 2]})
print(q, q[1], {**p}, dict(q), type(q).__name__)
def f(): pass
class C:
    def m(self): pass
def g(): yield 1
print(isinstance(f, FunctionType), isinstance(lambda: 0, types.LambdaType), isinstance(C().m, types.MethodType), isinstance(g(), types.GeneratorType), isinstance(types, types.ModuleType), isinstance(None, NoneType), isinstance(3, FunctionType), isinstance(C.m, FunctionType), isinstance(len, FunctionType))
print(types.FunctionType.__name__, types.NoneType, types.EllipsisType.__name__, isinstance(..., types.EllipsisType))
print(type(len).__name__, type(f).__name__, type(len) is type(f))
import math
print(len, print, math.sqrt, math.sqrt.__name__, isinstance(len, types.BuiltinFunctionType), isinstance([].append, types.BuiltinMethodType), isinstance(C().m, types.BuiltinMethodType), isinstance(f, types.BuiltinFunctionType), isinstance([].append, types.MethodType))
for x in (len, f, C().m, [].append, math.sin):
    print(type(x).__name__, callable(x), x == x, len({x: 1}))
fs = {len: "len", max: "max", f: "f"}
print(fs[len], fs[f], len == len, len != max, len is len, [].append == [].append)
