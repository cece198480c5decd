# Subclasses of groups: with derive, with fields, with __init__ and __new__.
class Errors(ExceptionGroup):
    def __new__(cls, errors, exit_code):
        self = super().__new__(Errors, f"exit code: {exit_code}", errors)
        self.exit_code = exit_code
        return self

    def derive(self, excs):
        return Errors(excs, self.exit_code)


class Plain(ExceptionGroup):
    pass


class Kept(ExceptionGroup):
    def derive(self, excs):
        return Kept(self.message, excs)

    def count(self):
        return len(self.exceptions)


class Text(ExceptionGroup):
    def __str__(self):
        return "<" + self.message + ">"


class Initialised(ExceptionGroup):
    def __init__(self, message, excs):
        super().__init__(message, excs)
        self.size = len(excs)


e = Errors([ValueError(1), KeyError(2)], 5)
print(e, repr(e), e.exit_code)
match, rest = e.split(KeyError)
print(type(match).__name__, match, rest)
p = Plain("p", [ValueError(1), KeyError(2)])
print(repr(p), repr(p.split(ValueError)), p.split(Exception)[0] is p)
k = Kept("k", [ValueError(1), Kept("in", [KeyError(2), ValueError(3)])])
print(repr(k.subgroup(ValueError)), k.count())
print(Text("t", [ValueError(1)]), repr(Text("t", [ValueError(1)])))
i = Initialised("i", [ValueError(1), ValueError(2)])
print(i.size, i, i.args[0])
try:
    raise k
except* KeyError as g:
    print(type(g).__name__, repr(g))
except* ValueError as g:
    print(type(g).__name__, repr(g))
try:
    try:
        raise p
    except* KeyError as g:
        print(type(g).__name__, repr(g))
except ExceptionGroup as g:
    print(type(g).__name__, repr(g))
try:
    raise Plain("p", [ValueError(1)])
except* ValueError as g:
    print(type(g).__name__, repr(g))
