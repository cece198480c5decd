class N:
    def __init__(self):
        object.__setattr__(self, "_values", {})
    def __getattr__(self, name):
        return self._values[name]
    def __setattr__(self, name, value):
        self._values[name] = value
n = N()
n.y = "abc"
print(n.y)
