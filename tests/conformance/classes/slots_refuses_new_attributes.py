# __slots__ refuses new attributes.
class A: __slots__ = ('x',)
a = A(); a.x = 1
try: a.y = 2
except AttributeError as e: print(e)
try: del a.x; a.x
except AttributeError as e: print(e)
