# The module builtins in a program whose objects have finalizers.
import builtins


class Resource:
    def __init__(self, name):
        self.name = builtins.str(name)

    def __del__(self):
        builtins.print("released", self.name)


def use():
    r = Resource("one")
    builtins.print(builtins.len(r.name), builtins.max(3, 4))


use()
pair = [Resource(2), Resource("drei")]
pair.pop()
try:
    builtins.int("x")
except builtins.ValueError as e:
    builtins.print(e)
del pair
print("end")
