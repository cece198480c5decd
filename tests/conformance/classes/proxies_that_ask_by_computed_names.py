# Objects that hand every name on: what they give is asked by computed names again, special names included.
NAMES = ["__repr__", "__eq__", "__hash__", "speak", "age"]


class Target:
    def __init__(self):
        self.age = 3

    def speak(self):
        return "hi"


class Proxy:
    def __init__(self, target):
        self._target = target

    def __getattr__(self, name):
        return getattr(self._target, name)


class Chain:
    def __init__(self, inner):
        self.inner = inner

    def __getattr__(self, attr):
        value = getattr(self.inner, attr)
        if value is None:
            value = getattr(self.inner, attr + "_default")
        return value


p = Proxy(Target())
print(p.age, p.speak(), hasattr(p, "nothing"), hasattr(p, "speak"), hasattr(p, "age"))
c = Chain(p)
print(c.age, c.speak())
print(len(NAMES), hasattr(c, "age"))


class Logged:
    """Counts the calls of every method of what it wraps."""

    def __init__(self, wrapped):
        self._wrapped = wrapped
        self.calls = {}

    def __getattr__(self, name):
        attribute = getattr(self._wrapped, name)
        if not callable(attribute):
            return attribute

        def counted(*args):
            self.calls[name] = self.calls.get(name, 0) + 1
            return attribute(*args)

        return counted


class Account:
    def __init__(self):
        self.owner = "Ann"
        self.balance = 0

    def deposit(self, n):
        self.balance += n
        return self.balance

    def describe(self, currency, note):
        return f"{self.owner}: {self.balance} {currency} ({note})"


a = Logged(Account())
print(a.deposit(5), a.deposit(7), a.owner, a.balance + 1, a.describe("EUR", "open"))
print(a.calls)
try:
    a.nothing
except AttributeError as e:
    print(e)
words = Logged(["b", "a"])
words.append("c")
words.sort()
print(words.index("b"), words.pop(), words.calls, words._wrapped)
