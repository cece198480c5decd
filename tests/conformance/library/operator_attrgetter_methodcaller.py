import operator
from operator import attrgetter, methodcaller, itemgetter
from operator import attrgetter as by
from functools import reduce

class Owner:
    def __init__(self, name): self.name = name
class Pet:
    def __init__(self, name, age, owner):
        self.name = name
        self.age = age
        self.owner = Owner(owner)
    def __repr__(self): return f"{self.name}({self.age})"
    def describe(self, prefix, sep=": ", *more):
        return prefix + sep + self.name + "".join(more)
    def birthday(self): self.age += 1; return self.age

pets = [Pet("Tom", 5, "Zed"), Pet("Jerry", 2, "Amy"), Pet("Spike", 5, "Bob")]
print(sorted(pets, key=attrgetter("age")))
print(sorted(pets, key=attrgetter("age", "name"), reverse=True))
print(sorted(pets, key=operator.attrgetter("owner.name")), max(pets, key=by("age")), min(pets, key=by("name")))
get = attrgetter("name")
print([get(p) for p in pets], list(map(attrgetter("owner.name"), pets)))
names, ages = attrgetter("name", "age")(pets[0])
print(names.upper(), ages + 1)
print(list(map(methodcaller("upper"), ["a", "b"])), list(map(methodcaller("split", ","), ["a,b", "c"])), methodcaller("replace", "a", "b")("banana"))
print([methodcaller("describe", "pet")(p) for p in pets], methodcaller("describe", "x", sep="-")(pets[0]), list(map(methodcaller("birthday"), pets)))
from collections import namedtuple
P = namedtuple("P", "x y")
print(sorted([P(2, 1), P(1, 5)], key=attrgetter("y")), attrgetter("real")(3), attrgetter("x", "y")(P(1, "q")))
from itertools import groupby
for age, group in groupby(sorted(pets, key=attrgetter("age")), key=attrgetter("age")):
    print(age, list(group))
class Table:
    key = staticmethod(attrgetter("name"))
    def rows(self, items): return sorted(items, key=self.key)
print(Table().rows(pets), isinstance(get, attrgetter))
def total(items, what):
    return sum(map(what, items))
print(total(pets, attrgetter("age")), total([P(1, 2), P(3, 4)], attrgetter("x")))
