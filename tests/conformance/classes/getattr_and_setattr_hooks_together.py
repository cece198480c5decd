class Proxy:
    def __init__(self, target):
        object.__setattr__(self, "_target", target)
        object.__setattr__(self, "log", [])
    def __getattr__(self, name):
        self.log.append("get " + name)
        return getattr(self._target, name)
    def __setattr__(self, name, value):
        self.log.append("set " + name)
        setattr(self._target, name, value)
class Point:
    def __init__(self, x, y): self.x, self.y = x, y
    def norm(self): return self.x ** 2 + self.y ** 2
p = Proxy(Point(3, 4))
p.x = 6
print(p.x, p.y, p.log)
class Config:
    def __init__(self, **values):
        self.__dict__["data"] = dict(values)
    def __getattr__(self, key):
        try:
            return self.data[key]
        except KeyError:
            raise AttributeError(f"no setting {key!r}") from None
    def __setattr__(self, key, value):
        self.data[key] = value
c = Config(host="a", port="80")
c.port = "8080"
c.user = "root"
print(c.host, c.port, c.user, sorted(c.data))
try:
    c.missing
except AttributeError as e:
    print(e)
class Lazy:
    def __getattr__(self, name):
        print("computing", name)
        value = len(name)
        self.alpha = value
        return value
z = Lazy()
print(z.alpha, z.alpha)
class Plain:
    def __init__(self, flag):
        if flag: self.v = 1
    def __getattr__(self, name): return -1
print(Plain(True).v, Plain(False).v)
class AttrDict(dict):
    def __getattr__(self, name):
        try:
            return self[name]
        except KeyError:
            raise AttributeError(name)
    def __setattr__(self, name, value):
        self[name] = value
d = AttrDict(a=1, b=2)
d.c = 3
print(d.a, d.c, sorted(d), d)
