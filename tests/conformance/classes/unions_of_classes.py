# Unions of classes as values and in isinstance.
Number = int | float
def f(x):
    if isinstance(x, Number):
        return x + 1
    if isinstance(x, str | None):
        return "s"
    return "other"
print(f(1), f(2.5), f("a"), f(None), f([1]), int | str, isinstance(True, int | str))
class A: pass
print(A | None)
items = [1, "two", 3.0, None]
print([f(x) for x in items])
