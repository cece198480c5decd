# pprint of every container, its widths and options.
from pprint import pprint, pformat, pp
import pprint as P
from dataclasses import dataclass
from collections import OrderedDict, Counter, defaultdict, deque, namedtuple
data = {"name": "Krait", "list": list(range(40)), "nested": {"b": [1, 2], "a": (1,)}, "text": "the quick brown fox jumps over the lazy dog " * 4}
pprint(data)
pprint(data, width=40)
pprint([["a" * 30, "b" * 30], ["c" * 30]], indent=4)
pprint([list(range(20))] * 4, compact=True, width=50)
pprint({3: "c", 1: "a", 2: "b"})
pp({3: "c", 1: "a", 2: "b"})
print(pformat({1, 5, 3}), pformat(set()), pformat(()), pformat((1,)), pformat("x"), pformat(None), pformat(1.5))
pprint({("b", 2): 1, ("a", 1): 2})
pprint({"x" * 30, "y" * 30, "a" * 30, "zz"})
pprint(frozenset({"x" * 30, "y" * 30, "a" * 30, "zz"}))
pprint([1, [2, [3, [4, [5]]]]], depth=3)
pprint(1234567, underscore_numbers=True)
pprint("line one\nline two is longer than that\n" * 4)
pprint(["line one\nline two is longer than that\n" * 4])
pprint(b"0123456789" * 12)
pprint([bytearray(b"0123456789" * 12)])
pprint(OrderedDict([("k%d" % i, "v" * 10) for i in range(6)]))
pprint(Counter("abracadabra" * 2 ), width=20)
dd = defaultdict(list)
for i in range(12): dd["key%d" % (i % 5)].append(i * 1000)
pprint(dd)
pprint(deque(range(30)))
pprint(deque(range(30), maxlen=30))
@dataclass
class Point:
    x: int
    y: list
    name: str = "p"
pprint(Point(1, [2]))
pprint([Point(i, list(range(12)), "point number %d" % i) for i in range(2)])
NT = namedtuple("NT", "a b")
pprint(NT(1, 2)); pprint(NT("x" * 50, "y" * 50))
class Own:
    def __repr__(self): return "<own " + "o" * 90 + ">"
pprint([Own(), Own()])
P.PrettyPrinter(width=30).pprint(list("abcdefghijkl"))
print(P.saferepr({"b": 1, "a": [2]}))
pprint({"a": None, "b": True, "c": 1.5, "d": "text", "e": [1, "two", None], "f": {"g": {"h": list(range(30))}}})
pprint([(1, "a" * 40), (2, "b" * 40)])
pprint([{"id": i, "tags": ["t%d" % j for j in range(6)], "title": "The title of number %d" % i} for i in range(3)])
@dataclass
class Wide:
    first: str
    second: list
    third: Point
pprint(Wide("f" * 30, list(range(20)), Point(1, [2], "n" * 30)))
pprint([Wide("f" * 70, [], Point(1, [2]))])
