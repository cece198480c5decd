# types: dynamic
import textwrap, operator, collections
t = "This is a sentence.  It ends. \"Quoted end.\" Next one!   And Mr. Smith went? yes... OK etc. done."
for w in (20, 40, 70):
    print(textwrap.fill(t, w, fix_sentence_endings=True))
    print(textwrap.fill(t, w))
class Mine(textwrap.TextWrapper):
    def _split(self, text): return [c for c in text.replace(" ", "_ ").split("_")]
print(Mine(width=12).wrap("aa bb cc dd ee ff"))
for bad in (None, "x"):
    try: operator.abs(bad)
    except TypeError as e: print(e)
try: operator.concat(1, 2)
except TypeError as e: print(e)
class L:
    def __init__(self, v): self.v = v
    def __length_hint__(self): return self.v
print(operator.length_hint(L(3)), operator.length_hint(L(NotImplemented), 7), operator.length_hint([1, 2]), operator.length_hint(iter([1, 2, 3])))
for bad in (-2, "x"):
    try: operator.length_hint(L(bad))
    except (TypeError, ValueError) as e: print(type(e).__name__, e)
try: collections.Counter.fromkeys("abc")
except NotImplementedError as e: print(e)
cm = collections.ChainMap({"a": 1}, {"b": 2})
print(cm | {"c": 3}, {"z": 1} | cm)
print(collections.Counter([1, "a", None, 1]))
c = collections.Counter(a=1, b="x")
print(collections.Counter(a=None, b=2, c=1.5) if True else 0)
print(collections.Counter(a=3, b=2))
