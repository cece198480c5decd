import collections
from collections import UserDict, UserList, UserString


class Names(UserList):
    def append(self, item):
        super().append(item.lower())


class Lower(UserDict):
    def __setitem__(self, key, value):
        super().__setitem__(key.lower(), value)

    def __missing__(self, key):
        return "no " + key


a = UserList([1, 2, 3])
print(a, a + [4], [0] + a, a[1:], type(a[1:]) is UserList, a == [1, 2, 3], a == UserList([1]), a * 2, list(reversed(a)))
a += (4, 5)
a[0] = 9
del a[1]
a.insert(1, 7)
a.sort(reverse=True)
print(a, a.index(9), a.count(4), 7 in a, len(a), a < [10], a.pop(), a.pop(0), a, max(a))
b = Names(["x"])
b.append("ABC")
print(b, type(b + ["c"]) is Names, b.copy(), isinstance(b, UserList), isinstance(b, list))
try:
    UserList().pop()
except IndexError as error:
    print(error)

d = UserDict({"a": 1}, b=2)
d["c"] = 3
print(d, len(d), list(d), d.get("x", 5), d | {"z": 1}, d == {"a": 1, "b": 2, "c": 3}, sorted(d.items()))
print(d.pop("a"), d.pop("a", None), d.setdefault("q", 8), d.setdefault("b", 1), d.copy(), UserDict.fromkeys("xy", 0))
try:
    d["missing"]
except KeyError as error:
    print("KeyError", error)
low = Lower({"A": 1})
low["B"] = 2
low.update({"C": 3}, D=4)
print(low, low["zz"], "zz" in low, "c" in low, low.get("nothing"))
try:
    print(low.pop("nothing"))
except KeyError as error:
    print("KeyError", error)
del low["c"]
print(low, [key for key in low], low.popitem(), len(low))
low.clear()
print(low, bool(low))

s = UserString("hello")
print(s, repr(s), s.upper() + " you", s[1:3], "ell" in s, s == "hello", hash(s) == hash("hello"), type(s.upper()).__name__)
print(s.replace("l", "L"), s.find("l"), s.split("e"), s.center(9, "*"), s * 2, s < "z", len(s), list(s[:2]), s.partition("l"))
print(UserString("%s-%s") % (1, 2), UserString("{}!").format(3), int(UserString("12")), float(UserString("1.5")), UserString(5), s.encode())
print(isinstance(s, str), s.startswith(("x", "he")), UserString("-").join(["a", "b"]), collections.UserString is UserString)
