# What json.loads gives is of any shape: what its values cannot do is found when the program runs.
import json
from dataclasses import dataclass, asdict
@dataclass
class User:
    name: str
    age: int
    emails: list
def load(text):
    users = []
    for d in json.loads(text)["users"]:
        users.append(User(d["name"], d["age"], d.get("emails", [])))
    return users
text = json.dumps({"users": [{"name": "Ann", "age": 31, "emails": ["a@x.org"]}, {"name": "Bob", "age": 25}], "total": 2})
us = load(text)
for u in us:
    print(u.name.upper(), u.age + 1, [e.split("@")[1] for e in u.emails])
print(sum(u.age for u in us) / len(us), max(us, key=lambda u: u.age).name, sorted(u.name for u in us))
print(json.dumps([asdict(u) for u in us]))
conf = json.loads('{"a": {"b": [1, 2, {"c": null}]}, "flags": {"x": true}, "pi": 3.5}')
print(conf["a"]["b"][2]["c"] is None, conf["a"]["b"][0] + 1, conf["pi"] * 2, conf["flags"]["x"] and "yes")
for k, v in conf.items(): print(k, type(v).__name__)
for bad in ('conf["a"] + 1', 'conf["pi"]["x"]', 'conf["zz"]'):
    try:
        print({'conf["a"] + 1': lambda: conf["a"] + 1, 'conf["pi"]["x"]': lambda: conf["pi"]["x"], 'conf["zz"]': lambda: conf["zz"]}[bad]())
    except (TypeError, KeyError) as e: print(type(e).__name__, e)
total = 0
for x in conf["a"]["b"][:2]: total += x
print(total, [n * 2 for n in conf["a"]["b"] if isinstance(n, int)], len(conf["a"]["b"]))
conf["new"] = {"k": [1]}
conf["a"]["b"].append("s")
print(json.dumps(conf, sort_keys=True))
def walk(x, depth=0):
    if isinstance(x, dict):
        for k in sorted(x): print("  " * depth + k); walk(x[k], depth + 1)
    elif isinstance(x, list):
        for y in x: walk(y, depth + 1)
    else: print("  " * depth + repr(x))
walk(conf)
n: int = conf["a"]["b"][1]
print(n << 3, f"{n:03d}", "%s" % conf["pi"], int(conf["pi"]), str(n) + "!", "-".join(conf["a"]["b"][3:4]))
