class S(list):
    def __iter__(self):
        return iter(["x", "y"])
s = S(["a", "b", "c"])
print(list(s), tuple(s), sorted(s), "".join(s), [*s], (*s,), {*s}, set(s) == {"x", "y"}, list(map(str, s)), [c for c in s], list(enumerate(s)), list(zip(s, s)), max(s), min(s), sum([len(c) for c in s]))
a, b = s
print(a, b, s[0], len(s), s == ["a", "b", "c"], "x" in s, "a" in s, s.index("a"), list(reversed(s)), s + ["z"], s * 2, s[:2], s.copy())
l = []
l.extend(s)
l += s
l[1:1] = s
print(l, dict.fromkeys(s), s)
first, *rest = s
print(first, rest, repr(s))
def f(*a): return a
print(f(*s), "%s" % s, f"{s}", any(s), all(s), dict(enumerate(s)), bytes(S([1, 2])) if False else 0)
class D(dict):
    def __iter__(self): return iter(["k"])
    def keys(self): return ["q"]
d = D(a=1, q=5)
print(list(d), sorted(d), dict(d), {**d}, "k" in d, [k for k in d], d, len(d))
