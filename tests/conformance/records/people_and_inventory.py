people = [
    {"name": "Ann", "age": 30, "tags": ["x", "y"]},
    {"name": "Bob", "age": 25, "tags": []},
]
people.append({"name": "Cyd", "age": 41, "tags": ["z"], "boss": None})
for p in people:
    p["age"] += 1
    print(p["name"].upper(), p["age"] * 2, len(p["tags"]), p.get("boss", "none"), p.get("nick"))
print(sorted(people, key=lambda p: p["age"])[0]["name"])
total = sum(p["age"] for p in people)
print(total / len(people))
by = {p["name"]: p for p in people}
by["Ann"]["age"] = 99
print(by["Ann"]["age"] + 1, max(people, key=lambda q: q["age"])["name"])
inv = {}
def add(name, qty, price):
    if name in inv:
        inv[name]["qty"] += qty
    else:
        inv[name] = {"qty": qty, "price": price, "name": name}
add("a", 1, 2.5); add("b", 3, 1.0); add("a", 4, 2.5)
print(sum(i["qty"] * i["price"] for i in inv.values()), inv)
c = dict(people[0]); c["age"] = 5
d = people[0].copy()
e = {**d, "age": 7}
print(c["age"] + d["age"] + e["age"], c["name"] + d["name"] + e["name"])
e.update({"age": 8, "name": "zz"})
print(e["age"] + 1, e["name"] + "!")
e.setdefault("n", 5)
print(e["n"] + 1, e.setdefault("m", 2) + 1, e.pop("n") - 1, e.pop("q", 9) - 1)
for k, v in e.items():
    print(k, v)
def f(**kw):
    return kw["a"] + 1, kw["b"] + "x"
print(f(a=1, b="s"))
key = "na" + "me"
print(e[key])
try:
    print(e["zip"])
except KeyError as x:
    print("no", x)
matrix = {"rows": 2, "cols": 3, "data": [[1, 2, 3], [4, 5, 6]]}
for r in range(matrix["rows"]):
    for col in range(matrix["cols"]):
        print(matrix["data"][r][col], end=" ")
print()
