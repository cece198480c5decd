# Data, text and collections, as a script of every day has them.
import json, sys, os, re, time, random, string
from collections import defaultdict, Counter, OrderedDict, namedtuple, deque
from itertools import groupby, chain, islice, combinations

Point = namedtuple("Point", ["x", "y"])
class Record:
    registry = {}
    _next = 0
    def __init__(self, name, tags=None, **extra):
        self.id = Record._next
        Record._next += 1
        self.name = name
        self.tags = tags or []
        self.extra = extra
        Record.registry[self.id] = self
    @classmethod
    def find(cls, pred):
        return [r for r in cls.registry.values() if pred(r)]
    @staticmethod
    def normalize(s):
        return re.sub(r"\s+", " ", s.strip().lower())
    @property
    def slug(self):
        return "-".join(self.normalize(self.name).split())
    def to_dict(self):
        d = {"id": self.id, "name": self.name, "tags": self.tags}
        d.update(self.extra)
        return d
    def __repr__(self):
        return f"{type(self).__name__}({self.id!r}, {self.name!r})"
    def __lt__(self, other):
        return (len(self.tags), self.name) < (len(other.tags), other.name)

for n, t in [("Hello  World", ["a", "b"]), ("foo Bar", None), ("Zed", ["b"]), ("alpha", ["a", "c", "b"])]:
    Record(n, t, score=len(n))
print(Record.registry)
print(Record.find(lambda r: "b" in r.tags))
print([r.slug for r in sorted(Record.registry.values())])
data = json.dumps([r.to_dict() for r in Record.registry.values()], indent=1, sort_keys=True)
print(data)
back = json.loads(data)
print(back[0]["name"], sum(d["score"] for d in back), type(back[1]["tags"]))
tags = Counter(chain.from_iterable(d["tags"] for d in back))
print(tags.most_common(2), dict(tags))
groups = defaultdict(list)
for d in back:
    groups[len(d["tags"])].append(d["name"])
print(dict(groups), OrderedDict(sorted(groups.items(), reverse=True)))
for k, g in groupby(sorted(back, key=lambda d: d["name"][0].lower()), key=lambda d: d["name"][0].islower()):
    print(k, [x["name"] for x in g])
pts = [Point(i, i * i) for i in range(4)]
print(pts, max(pts, key=lambda p: p.y), sum(p.x for p in pts), pts[1]._replace(x=9), pts[2]._asdict())
q = deque(maxlen=3)
for i in range(5): q.append(i)
print(q, list(islice(q, 1, None)), [c for c in combinations(q, 2)])
text = "the quick brown fox jumps over the lazy dog the end"
words = text.split()
index = {}
for i, w in enumerate(words):
    index.setdefault(w, []).append(i)
print({w: p for w, p in index.items() if len(p) > 1})
print(max(index, key=lambda w: (len(index[w]), w)), min(words, key=len), sorted(set(words), key=lambda w: (-len(w), w))[:3])
def histogram(counts, width=20):
    top = max(counts.values())
    for key, n in sorted(counts.items(), key=lambda kv: (-kv[1], kv[0])):
        yield f"{key:>6} {'#' * (n * width // top):<{width}} {n:3d} {n / sum(counts.values()):6.1%}"
print("\n".join(histogram(Counter(words))))
m = re.match(r"(?P<first>\w+)\s+(?P<second>\w+)", text)
print(m.groupdict(), m.span("second"), re.findall(r"\b\w{5}\b", text), re.split(r"[aeiou]+", "education"))
print("%-10s|%5.2f|%03d|%x" % ("left", 3.14159, 7, 255), "{:>8}|{:^8}|{:<8}".format("r", "c", "l"), f"{1234567.891:,.2f} {0.000123:e} {255:#b}")
