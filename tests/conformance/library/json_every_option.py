import json, io, enum, decimal, datetime, collections
from json import JSONEncoder, JSONDecoder, JSONDecodeError
import json.decoder
class Color(enum.IntEnum):
    RED = 1
class Text(str): pass
class Num(int):
    def __repr__(self): return "num"
class Real(float):
    def __repr__(self): return "real"
class Point:
    def __init__(self, x, y): self.x = x; self.y = y
Pair = collections.namedtuple("Pair", "a b")
def show(f, *a, **k):
    try:
        print(f(*a, **k))
    except (TypeError, ValueError, RecursionError) as e:
        print(type(e).__name__, e)
data = {"b": [1, 2.5, None, True, False, "x\u00e9\u4e16\U0001f600\"\\\n\x00\x7f"], "a": {"k": (), "l": [], "m": {}}, "c": Pair(1, "z"), "d": (1, "t", (2.0, None))}
print(json.dumps(data))
print(json.dumps(data, ensure_ascii=False))
print(json.dumps(data, indent=2, sort_keys=True))
print(json.dumps(data, indent="\t"))
print(json.dumps([[], {}, [[]]], indent=0))
print(json.dumps(data, separators=(",", ":")))
print(json.dumps({1: 2, 2.5: 3, True: 4, None: 5, "s": 6}))
print(json.dumps({(1, 2): 1, "k": 2, 3: 4}, skipkeys=True))
show(json.dumps, {(1, 2): 1})
show(json.dumps, {(1, 2): 1}, indent=1)
print(json.dumps([Color.RED, Text("t"), Num(5), Real(2.5), 10 ** 30, -0.0, 1e100, 1e16]))
print(json.dumps({Color.RED: 1, Text("q"): 2, Num(7): 3, Real(0.5): 4}))
print(json.dumps([float("nan"), float("inf"), -float("inf")]))
show(json.dumps, [float("nan")], allow_nan=False)
show(json.dumps, [float("inf")], allow_nan=False, indent=1)
show(json.dumps, {float("inf"): 1}, allow_nan=False)
def point(o):
    if isinstance(o, Point): return {"x": o.x, "y": o.y}
    if isinstance(o, set): return sorted(o)
    if isinstance(o, complex): return [o.real, o.imag]
    raise TypeError(f"no {type(o).__name__}")
print(json.dumps({"p": Point(1, Point(2, {3, 1})), "z": 2j}, default=point))
print(json.dumps(datetime.date(2020, 1, 2), default=str), json.dumps([decimal.Decimal("1.10")], default=str))
show(json.dumps, Point(1, 2))
show(json.dumps, {"a": [Point(1, 2)]})
show(json.dumps, b"x")
class Enc(JSONEncoder):
    def default(self, o):
        if isinstance(o, (set, frozenset)): return sorted(o)
        if isinstance(o, Point): return [o.x, o.y]
        return super().default(o)
print(json.dumps({"s": {3, 1, 2}, "p": Point(1, frozenset([4]))}, cls=Enc))
print(json.dumps({"s": {3, 1, 2}, "p": Point(1, None)}, cls=Enc, indent=1))
show(json.dumps, {1: 2j}, cls=Enc)
print(Enc(sort_keys=True).encode({"b": {1}, "a": 1}))
print(list(JSONEncoder().iterencode({"a": [1, [2, "x"], {}], "b": {"c": None}})))
print(list(JSONEncoder(indent=1).iterencode({"a": [1, [2, "x"], {}], "b": {"c": None}})))
print(JSONEncoder(separators=(";", "=")).encode({"a": [1, 2]}), JSONEncoder(indent=2).item_separator, JSONEncoder.key_separator)
loop = []
loop.append(loop)
show(json.dumps, loop)
ring = {}
ring["me"] = {"again": ring}
show(json.dumps, ring)
deep = x = []
for _ in range(90):
    x.append([]); x = x[0]
print(json.dumps(deep) == "[" * 91 + "]" * 91)
f = io.StringIO()
json.dump(data, f, indent=1)
print(len(f.getvalue()), f.getvalue() == json.dumps(data, indent=1))
f = io.StringIO()
try:
    json.dump({"a": [1, {"b": Point(1, 2)}]}, f)
except TypeError as e:
    print(e, repr(f.getvalue()))
class Log:
    def __init__(self): self.parts = []
    def write(self, s): self.parts.append(s)
# --- reading
print(json.loads('{"a": [1, 2.5, -3e2, 1E-2, true, false, null, "x\\u00e9\\ud83d\\ude00\\n\\/"], "b": {}}'))
print(json.loads(b'[1, "\xc3\xa9"]'), json.loads(bytearray(b"[2]")), json.loads('"\u00e9"'.encode("utf-16")), json.loads('[1,2]'.encode("utf-32-le")))
print(json.loads("[NaN, Infinity, -Infinity]"), json.loads("[NaN, Infinity, -Infinity]", parse_constant=lambda s: "<" + s + ">"))
print(json.loads("[1, 2.50, 3e5, 12345678901234567890123]", parse_float=decimal.Decimal))
print(json.loads("[1, 2.5, 3]", parse_int=float), json.loads("[1, 2.5]", parse_float=lambda s: s * 2, parse_int=str))
print(json.loads('{"x": 1, "y": {"x": 2, "y": 3}}', object_hook=lambda d: sorted(d.items(), key=lambda kv: kv[0])[0][0]))
print(json.loads('{"x": 1, "x": 2, "y": {"z": []}}', object_pairs_hook=lambda pairs: [k for k, v in pairs]))
print(json.loads('{"b": 1, "a": 2}', object_pairs_hook=collections.OrderedDict))
def as_point(d):
    if "x" in d and "y" in d: return Point(d["x"], d["y"])
    return d
ps = json.loads('[{"x": 1, "y": 2}, {"x": 5, "y": 6}]', object_hook=as_point)
print([(p.x, p.y) for p in ps])
print(json.loads('"a\nb"', strict=False) if True else 0)
show(json.loads, '"a\nb"')
print(JSONDecoder().decode(' [1] '), JSONDecoder().raw_decode('{"a": 1} tail'), JSONDecoder().raw_decode('xx[1, 2]yy', 2))
show(JSONDecoder().raw_decode, " 1")
class Dec(JSONDecoder):
    def __init__(self, **kw):
        super().__init__(object_hook=self.hook, **kw)
    def hook(self, d):
        return len(d)
print(json.loads('[{"a": 1, "b": {}}]', cls=Dec))
for bad in ["", " ", "{", "[", "[1", "[1,", "[1,]", '{"a"', '{"a":', '{"a":1', '{"a":1,', '{"a":1,}', "{a:1}", "tru", "nul", "01", "-", "1.", "1e", ".5", "+1", '"abc', '"\\x"', '"\\u12g4"', '"\\u12', '"\\', "[1 2]", '{"a" 1}', "1 2", "\ufeff[]", "'a'", "[\n1,\n x]", "NaNx", "-Inf", '"\t"', "{1: 2}", "[,]", "\u00e9", "\U0001f600 1"]:
    try:
        print(repr(bad), json.loads(bad))
    except JSONDecodeError as e:
        print(repr(bad), e, e.msg, e.pos, e.lineno, e.colno, e.doc == bad)
show(json.loads, 5)
show(json.loads, None)
show(json.loads, b"\xff")
try:
    json.loads("[x")
except json.decoder.JSONDecodeError as e:
    print("decoder", e)
try:
    json.loads("[x")
except ValueError as e:
    print(isinstance(e, json.JSONDecodeError), e.args)
print(json.load(io.StringIO('{"q": [1]}')))
big = "[" + ",".join(str(i) for i in range(1000)) + "]"
print(sum(json.loads(big)), json.dumps(json.loads(big), separators=(",", ":")) == big)
show(json.loads, "9" * 5000)
print(json.loads("9" * 40), json.loads("-123456789012345678"), json.loads("-1234567890123456789"), json.loads("0.1e-5"), json.loads("-0"), json.loads("-0.0"))
print(json.dumps("\ud800 \udfff"), json.loads('"\\ud800x\\udc00"') == "\ud800x\udc00", len(json.dumps("\ud800", ensure_ascii=False)))
class Selfish: pass
show(json.dumps, [Selfish()], default=lambda o: o)
show(json.dumps, [Selfish()], default=lambda o: [o])
print(json.dumps([1, Selfish(), 2], default=lambda o: {"made": [1, {}]}, indent=1))
