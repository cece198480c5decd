from recs import make, KEYS, bump
d = make("ö", 3)
d.update(extra=1.5, n=4)
d.update([("n", 10 ** 25), ("z", None)])
print(d["n"], d["extra"], d["ö-key"], d.get("z"), d.get("nix", 7))
d |= {"extra": "text"}
print(d["extra"])
e = dict(zip(["a", "b"], [1, "x"]))
print(e["a"], e["b"])
def gen(rows):
    for r in rows:
        got = yield {"id": r, "double": r * 2}
        if got:
            yield got
g = gen([1, 2])
print(next(g)["double"] + 1, g.send({"id": "s", "double": None})["id"], next(g)["id"])
x = {"a": 1} if len(KEYS) > 1 else {"a": "s", "b": [1]}
print(x["a"])
nested = {"l1": {"l2": {"l3": [1, {"deep": 5}]}}}
print(nested["l1"]["l2"]["l3"][0])
for k in KEYS:
    d[k] = k * 2
print(d["name"])
def rec(t, depth):
    if depth == 0:
        return t
    return rec({"left": t, "v": depth}, depth - 1)
r = rec(None, 3)
n = 0
while r:
    n += r["v"]
    r = r["left"]
print(n)
empty = {}
try:
    empty["a"]
except KeyError as k:
    print("KeyError", k)
class Box:
    data = {"w": 1, "title": "t"}
    def area(self, **kw):
        kw["w"] = kw.get("w", self.data["w"])
        kw.setdefault("unit", "cm")
        return kw["w"] * 2, kw["unit"].upper(), kw
print(Box().area(), Box().area(w=5), Box().area(unit="m", other=[1]))
print(bump(make("q", 1))["n"], {**d, "n": "s"}["n"], len(d))
print({"k": 1}.setdefault("k", "other"), {"k": 1}.pop("k", "none"), {}.pop("k", "none"))
del d["name"]
print("name" in d, d.get("name"))
big = {str(i): i for i in range(1000)}
print(big["999"], sum(big.values()))
