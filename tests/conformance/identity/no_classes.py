# types: dynamic
"""A second argument of isinstance and issubclass that is no class."""
def f(): pass
for test in (lambda: isinstance(1, 5), lambda: isinstance(1, f), lambda: issubclass(int, 'x'), lambda: isinstance(1, (str, (bytes, int))), lambda: isinstance(None, None)):
    try: print(test())
    except TypeError as e: print(e)
