def a(n):
    n = int(n)
    return lambda: n + 1
print(a("41")())
def b(text):
    value = text
    value = value.split(",")
    value = [int(v) for v in value]
    def total():
        return sum(value)
    return total
print(b("1,2,3")())
def c(x):
    f = lambda: x
    y = f()
    x = str(x)
    g = lambda: x + "!"
    return y, f(), g()
print(c("q"))
def d(flag):
    v = "text"
    if flag:
        v = 5
        return lambda: v * 2
    return lambda: v * 2
print(d(True)(), d(False)())
def e(items):
    out = []
    for i in items:
        i = str(i)
        out.append(lambda: i)
    return [f() for f in out]
print(e([1, 2, 3]))
def g(s):
    try:
        n = s
        n = int(n)
    except ValueError:
        n = -1
    return lambda: n + 1
print(g("5")(), g("x")())
def h(s):
    n = s
    try:
        n = int(n)
        f = lambda: n
        n = n // 0
    except ZeroDivisionError:
        return f() + 1
    return 0
print(h("7"))
def gen(n):
    n = float(n)
    while n > 1:
        k = lambda: n / 2
        n = k()
        yield n
print(list(gen("10")))
def outer(config):
    config = dict(config)
    config["n"] = 1
    def get(k): return config.get(k)
    class Box:
        def show(self): return get("n"), sorted(config.items())
    return Box().show()
print(outer([("z", 5)]))
def late():
    def show(): return msg
    msg = 1
    msg = msg + 1
    return show()
print(late())
def unset(flag):
    if flag:
        v = 1
        v = 2
    def f(): return v
    try:
        return f()
    except NameError as e:
        return str(e)
print(unset(True), unset(False))
