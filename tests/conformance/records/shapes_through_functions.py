"""Dicts used as records, passed through functions, classes and containers."""


def make(name, score):
    return {"name": name, "score": score, "history": [score]}


def promote(player, by=1):
    player["score"] += by
    player["history"].append(player["score"])
    player["level"] = player["score"] // 10
    return player


def label(player):
    return f"{player['name']:<6}|{player['score']:>4}|{player.get('level', 0)}"


class Team:
    def __init__(self, title):
        self.title = title
        self.players = []
        self.info = {"title": title, "count": 0, "best": None}

    def add(self, player):
        self.players.append(player)
        self.info["count"] += 1
        if self.info["best"] is None or player["score"] > self.info["best"]["score"]:
            self.info["best"] = player

    def summary(self):
        best = self.info["best"]
        return self.info["title"] + ": " + str(self.info["count"]) + (" " + best["name"] if best else "")


team = Team("Röd")
for n, s in [("Åsa", 12), ("Bo", 30), ("Cy", 7)]:
    team.add(promote(make(n, s), s))
for p in sorted(team.players, key=lambda p: (-p["score"], p["name"])):
    print(label(p))
print(team.summary(), team.info["best"]["history"])

CONFIG = {"debug": False, "retries": 3, "hosts": ["a", "b"], "limits": {"cpu": 2, "mem": 0.5}}


def settings(**changes):
    merged = {**CONFIG, **changes}
    return merged


s = settings(retries=5)
print(s["retries"], s["limits"]["cpu"] + 1, s["limits"]["mem"] * 2, s["hosts"])
print(CONFIG["retries"] + 1, CONFIG["debug"] or "quiet")

totals = {}
for word in "the cat the dog a cat the".split():
    entry = totals.setdefault(word, {"count": 0, "length": len(word)})
    entry["count"] += 1
print({w: e["count"] * e["length"] for w, e in totals.items()})


def records(rows):
    for row in rows:
        yield {"id": row[0], "value": row[1], "ok": row[1] > 1.0}


good = [r["id"] for r in records([(1, 0.5), (2, 1.5), (3, 2.5)]) if r["ok"]]
print(good)

queue = [{"job": "x", "prio": 2}, {"job": "y", "prio": 1, "note": "soon"}]
while queue:
    queue.sort(key=lambda q: q["prio"])
    job = queue.pop(0)
    print(job["job"].upper(), job["prio"] + 1, job.get("note"))
    if "note" in job:
        queue.append({"job": job["note"], "prio": 9})

try:
    print({"a": 1}["b"])
except KeyError as e:
    print("missing", e)

tree = {"value": 1, "left": {"value": 2, "left": None, "right": None}, "right": None}


def total(node):
    if node is None:
        return 0
    return node["value"] + total(node["left"]) + total(node["right"])


print(total(tree))

match {"kind": "circle", "r": 2.0}:
    case {"kind": "circle", "r": r}:
        print("area", round(3.14159 * r * r, 2))
    case _:
        print("other")
del tree["right"]
print("right" in tree, len(tree), list(tree))
big = {"n": 10 ** 30, "s": "é" * 3}
big["n"] *= 10
print(big["n"] + 1, big["s"] + "!", big.pop("n") % 7, big)
for key in ("s", "t"):
    print(key, big.get(key))
counts = dict(red=1, blue=2)
counts["red"] += 5
print(counts["red"] + counts["blue"], counts)
