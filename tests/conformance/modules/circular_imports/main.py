import first
import second
from pkg import core, area, words
import pkg

second.try_all()
print(core.describe("xyz"), area(5, 6), words.shout("w"), pkg.shapes.later())
