# types: dynamic
from enum import Enum, IntEnum
class Color(Enum):
    RED = 1
    GREEN = 2
    def twice(self): return self.value * 2
def attempt(f):
    try: f()
    except AttributeError as e: print("AttributeError", e)
def a(): Color.RED = 7
def b(): del Color.RED
def c(): Color.RED.value = 5
def d(): Color.RED.name = "x"
def e(): Color.extra = 5
for f in (a, b, c, d, e): attempt(f)
Color.RED.note = "attached"
print(Color.RED.note, Color.extra, Color.RED.value, Color.GREEN.twice())
