# An uncaught group nested deeper than 10 levels, with notes, a cause and a context.
def nest(n):
    if n == 0:
        return ValueError("leaf")
    return ExceptionGroup(f"level {n}", [nest(n - 1), KeyError(n)])
class My(ExceptionGroup):
    pass
try:
    raise nest(12)
except* KeyError as e:
    e.add_note("a note\nof two lines")
    raise My("mine", [e, TypeError("x")]) from ValueError("cause")
