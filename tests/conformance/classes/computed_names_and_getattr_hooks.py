class Lazy:
    def __getattr__(self, name):
        if name == "alpha":
            self.alpha = 1
            return 1
        if name.startswith("x"):
            return 2
        raise AttributeError(f"no {name}")

z = Lazy()
for n in ["alpha", "xray", "alpha", "beta"]:
    print(n, hasattr(z, n))
    try:
        print(getattr(z, n))
    except AttributeError as e:
        print("AttributeError", e)
print(getattr(z, "gam" + "ma", 55))
class Only:
    def __getattr__(self, name):
        return "<" + name + ">"
o = Only()
for n in ["a", "b", "__len"]:
    print(getattr(o, n), hasattr(o, n))
