KEYS = ["name", "n"]
def make(name, n):
    return {"name": name, "n": n, "ö-key": "ä" + name}
def bump(r):
    r["n"] += 1
    return r
