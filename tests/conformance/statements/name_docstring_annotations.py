# __name__, docstring, annotations.
def f(x: 'int' = 1) -> str: "d"
print(__name__, f.__doc__, f.__annotations__)
