# Everyday uses of the builtin containers.
d = {"b": [1], "a": [2, 3]}
for k, v in sorted(d.items()): print(k, v)
print({k: len(v) for k, v in d.items()}, dict(sorted(d.items(), key=lambda kv: -len(kv[1]))), list(d), d.keys() & {"a"}, "a" in d, d.get("z"), d.pop("b"), d)
s = set("hello"); t = frozenset("world")
print(sorted(s & t), sorted(s | t), sorted(s - t), sorted(s ^ t), s.isdisjoint("xyz"), {frozenset([1]): 2}, len(s))
m = [[1, 2], [3, 4]]; print([list(r) for r in zip(*m)], [x for r in m for x in r], sum(map(sum, m)), [[0] * 2 for _ in range(2)])
w = "the quick brown fox".split(); print(max(w, key=len), " ".join(w[::-1]), "".join(sorted("fox")), [c.upper() for c in w[0]], w.index("fox"), "quick" in w)
st = []; st.append(1); st.extend([2, 3]); st.insert(0, 0); st.pop(); st.remove(1); print(st, st[::-1], st * 2, st + [9], st == [0, 2])
text = "a=1;b=2"; cfg = dict(p.split("=") for p in text.split(";")); print(cfg, {**cfg, "c": "3"})
n = None; print(n is None, n or "default", [1, None, 2].count(None), (1, 2) + (3,), (1, 2) * 2, tuple("ab"), 3 if n else 4)
try: {}["x"]
except KeyError as e: print("KeyError", e)
try: [].pop()
except IndexError as e: print(e)
try: int("x")
except ValueError as e: print(e)
try: None + 1
except TypeError as e: print(e)
import string; print(string.ascii_lowercase[:3], string.digits, string.punctuation[:5])
