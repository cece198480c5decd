class Proxy:
    def __init__(self, d):
        self.d = d
    def __getattr__(self, name):
        try:
            return self.d[name]
        except KeyError:
            raise AttributeError(name) from None
class Q(Proxy):
    def __init__(self, d, flag):
        super().__init__(d)
        if flag:
            self.a = 10
for flag in (True, False):
    q = Q({"b": 1}, flag)
    print(q.d, q.b)
    try:
        print(q.a)
    except AttributeError as e:
        print("no", e)
    print(getattr(q, "a", -1))
