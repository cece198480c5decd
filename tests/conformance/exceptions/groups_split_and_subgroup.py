# Exception groups as objects: what they hold, split, subgroup, derive, notes.
def show(g, depth=0):
    pad = "  " * depth
    if isinstance(g, BaseExceptionGroup):
        print(pad + type(g).__name__, g.message, len(g.exceptions))
        for x in g.exceptions:
            show(x, depth + 1)
    else:
        print(pad + type(g).__name__, str(g))


eg = ExceptionGroup("outer", [ValueError(1), KeyError("k"),
                              ExceptionGroup("inner", [TypeError("t"), ValueError(4), OSError("no")])])
show(eg)
print(eg)
print(repr(eg))
print(eg.args[0], len(eg.args))
print(eg.exceptions is eg.exceptions, isinstance(eg, Exception), isinstance(eg, ExceptionGroup))

match, rest = eg.split(ValueError)
print(repr(match))
print(repr(rest))
match, rest = eg.split((KeyError, TypeError))
print(repr(match))
print(repr(rest))
match, rest = eg.split(ZeroDivisionError)
print(match, repr(rest))
match, rest = eg.split(Exception)
print(match is eg, rest)
print(repr(eg.subgroup(OSError)), eg.subgroup(ArithmeticError))
print(repr(eg.subgroup(lambda e: isinstance(e, ValueError) and e.args[0] == 4)))
print(repr(eg.subgroup(lambda e: not isinstance(e, ExceptionGroup) and len(str(e)) == 2)))
match, rest = eg.split(lambda e: isinstance(e, ExceptionGroup) and e.message == "inner")
print(repr(match))
print(repr(rest))
print(repr(eg.derive([ValueError("new")])))

both = BaseExceptionGroup("b", [ValueError(1), KeyboardInterrupt()])
print(type(both).__name__, isinstance(both, Exception), repr(both.split(KeyboardInterrupt)))
print(type(BaseExceptionGroup("b", [ValueError(1)])).__name__)
print(type(both.split(ValueError)[0]).__name__)

eg.add_note("first")
eg.add_note("second")
print(eg.__notes__, eg.subgroup(KeyError).__notes__)
try:
    print(both.__notes__)
except AttributeError as e:
    print(e)
print(getattr(both, "__notes__", "none"))

try:
    try:
        raise KeyError("cause")
    except KeyError as cause:
        raise ExceptionGroup("chained", [ValueError(1), TypeError(2)]) from cause
except ExceptionGroup as e:
    part = e.subgroup(ValueError)
    print(repr(part), repr(part.__cause__), repr(part.__context__), part.__suppress_context__)
    print(part.__traceback__ is not None)
try:
    try:
        raise KeyError("context")
    except KeyError:
        raise ExceptionGroup("chained", [ValueError(1), TypeError(2)])
except ExceptionGroup as e:
    part, other = e.split(ValueError)
    print(repr(part), repr(part.__cause__), repr(part.__context__), part.__suppress_context__)
    print(repr(other), repr(other.__context__), e.__suppress_context__)
