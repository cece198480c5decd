# types: dynamic
"""Methods of builtin classes that are called through the class."""
print(str.title('ab cd'), list(map(str.upper, ['a', 'b'])))
def f(k): return 'abc' if k else [1]
for k in (1, 0):
    try: print(str(f(k)))
    except TypeError as e: print(e)
try: print(str.upper(5))
except TypeError as e: print(e)
class S(str): pass
print(S("x").upper())
try: list.append((1,), 2)
except TypeError as e: print(e)
try: dict.get([1], 2)
except TypeError as e: print(e)
