from collections import deque, OrderedDict, defaultdict, Counter
class Q(deque):
    def __new__(cls, *a, **k):
        self = super().__new__(cls)
        self.tag = "q"
        return self
q = Q([1, 2]); q.append(3)
print(q, q.tag)
class C(Counter):
    def __new__(cls, *a):
        return super().__new__(cls)
c = C("abca")
print(c, c.most_common(1))
class B(bytearray):
    def __new__(cls, *a): 
        s = super().__new__(cls)
        s.k = 1
        return s
b = B(b"ab"); b.append(65); print(b, b.k)
class Once(dict):
    _one = None
    def __new__(cls):
        if cls._one is None:
            cls._one = super().__new__(cls)
        return cls._one
    def __init__(self):
        super().__init__()
        self["n"] = self.get("n", 0) + 1
Once(); print(Once(), Once() is Once())
class Upper(list):
    def __init__(self, items):
        self.extra = []
        super().__init__(x.upper() for x in items)
        self.append("END")
print(Upper("abc"), Upper("").extra)
l = list.__new__(list)
l.append(3)
print(l, dict.__new__(dict), set.__new__(set), bytearray.__new__(bytearray))
