def f(a, b, c=3, *, d=4):
    return (a, b, c, d)

def g(a, /, b=2, *rest, k, **kw):
    return (a, b, rest, k, sorted(kw.items()))

class Task:
    def __init__(self, fn, args=(), kwargs=None):
        self.fn = fn
        self.args = list(args)
        self.kwargs = kwargs or {}
    def run(self):
        return self.fn(*self.args, **self.kwargs)

def attempt(fn, args, kwargs):
    args = list(args)
    try:
        print(fn(*args, **kwargs))
    except TypeError as e:
        print("TypeError:", e)

print(Task(f, [1, 2], {"c": 5}).run())
print(Task(f, [1], {"b": 7, "d": 9}).run())
print(Task(f, [], {"a": 1, "b": 7, "d": 9}).run())
for args, kwargs in [([1, 2], {}), ([1], {"b": 2}), ([1, 2, 3], {"d": 5}), ([1, 2], {"a": 5}), ([1, 2, 3, 4], {}),
                     ([], {}), ([1], {"c": 1}), ([1], {"zz": 1}), ([], {"a": 1, "b": 2, "c": 3}), ([1, 2, 3, 4], {"c": 1}), ([], {"b": 1})]:
    attempt(f, args, kwargs)
for args, kwargs in [([1, 2], {"k": 1}), ([1], {"b": 2, "k": 3}), ([1, 2, 3], {"k": 5, "z": 1}), ([1, 2], {"b": 5, "k": 1}),
                     ([], {"k": 1}), ([1], {}), ([1], {"a": 1, "k": 2}), ([], {"a": 1})]:
    attempt(g, args, kwargs)
def words(text, *args, **kwargs):
    return text.split(*args, **kwargs)
print(words("a,b,c", ","), words("a,b,c", ",", 1), words("a,b,c", ",", maxsplit=1), words("a b", **{"sep": None}))
l = [","]
print(sorted(*[[3, 1, 2]]))
