# types: dynamic
# What a group may be made of, and what split takes.
def attempt(name, make):
    try:
        print(name, repr(make()))
    except (TypeError, ValueError) as e:
        print(name, type(e).__name__, e)


class Mine(ExceptionGroup):
    pass


class Both(BaseExceptionGroup, ValueError):
    pass


class Any(BaseExceptionGroup):
    pass


attempt("none", lambda: ExceptionGroup())
attempt("one", lambda: ExceptionGroup("a"))
attempt("three", lambda: ExceptionGroup("a", [ValueError()], 1))
attempt("empty", lambda: ExceptionGroup("a", []))
attempt("tuple", lambda: ExceptionGroup("a", (ValueError(1), KeyError(2))))
attempt("int", lambda: ExceptionGroup("a", 3))
attempt("message", lambda: ExceptionGroup(3, [ValueError()]))
attempt("item", lambda: ExceptionGroup("a", [ValueError(1), 3]))
attempt("class", lambda: ExceptionGroup("a", [ValueError]))
attempt("set", lambda: ExceptionGroup("a", {ValueError()}))
attempt("text", lambda: ExceptionGroup("a", "ab"))
attempt("iterator", lambda: ExceptionGroup("a", iter([ValueError()])))
attempt("base", lambda: ExceptionGroup("a", [KeyboardInterrupt()]))
attempt("mine", lambda: Mine("a", [KeyboardInterrupt()]))
attempt("both", lambda: Both("a", [SystemExit(1)]))
attempt("any", lambda: Any("a", [KeyboardInterrupt()]))
attempt("any", lambda: Any("a", [ValueError()]))
attempt("derive", lambda: Any("a", [ValueError(3)]).derive([ValueError(4)]))
eg = ExceptionGroup("g", [ValueError(1)])
attempt("split", lambda: eg.split(3))
attempt("split", lambda: eg.split((ValueError, 3)))
attempt("split", lambda: eg.split(int))
attempt("subgroup", lambda: eg.subgroup([ValueError]))
attempt("subgroup", lambda: eg.subgroup("ValueError"))
attempt("derive", lambda: eg.derive(3))
attempt("derive", lambda: eg.derive([]))
