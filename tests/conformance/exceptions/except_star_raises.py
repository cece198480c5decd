# What clauses of except* raise: again, new ones, from each other, with contexts.
def show(e, depth=0):
    print("  " * depth + repr(e), "cause", repr(e.__cause__), "context", repr(e.__context__))
    if isinstance(e, BaseExceptionGroup):
        for x in e.exceptions:
            show(x, depth + 1)


def again():
    try:
        raise ExceptionGroup("g", [ValueError(1), KeyError(2), ExceptionGroup("h", [ValueError(3), TypeError(4)])])
    except* ValueError:
        raise
    except* TypeError:
        pass


def new():
    try:
        raise ExceptionGroup("g", [ValueError(1), KeyError(2), TypeError(3)])
    except* ValueError as e:
        raise RuntimeError("new") from e
    except* KeyError:
        raise LookupError("other")


def named():
    try:
        raise ExceptionGroup("g", [ValueError(1), KeyError(2)])
    except* ValueError as e:
        raise e
    except* KeyError as e:
        raise e.exceptions[0]


def naked(e):
    try:
        raise e
    except* ValueError:
        raise
    except* KeyError as group:
        raise RuntimeError(group.message)


def one():
    try:
        raise ExceptionGroup("g", [ValueError(1)])
    except* ValueError:
        1 // 0


def nested():
    try:
        try:
            raise ExceptionGroup("g", [ValueError(1), KeyError(2), OSError(3)])
        except* ValueError:
            try:
                raise ExceptionGroup("inner", [TypeError(5), IndexError(6)])
            except* TypeError as e:
                print("inner", repr(e))
    except* OSError as e:
        print("outer", repr(e))


for f in [again, new, named, one, nested]:
    try:
        f()
    except Exception as e:
        print(f.__name__)
        show(e)
for x in [ValueError(1), KeyError(2), TypeError(3)]:
    try:
        naked(x)
    except Exception as e:
        show(e)


def with_class(kind):
    try:
        raise ExceptionGroup("g", [ValueError(1)])
    except* kind as e:
        print(repr(e))


for kind in (ValueError, (ValueError, KeyError)):
    with_class(kind)
try:
    with_class(ExceptionGroup)
except TypeError as e:
    print(e, repr(e.__context__))
try:
    with_class((KeyError, BaseExceptionGroup))
except TypeError as e:
    print(e)
try:
    with_class(int)
except TypeError as e:
    print(e)


def interrupted():
    try:
        raise BaseExceptionGroup("b", [KeyboardInterrupt(), ValueError(1), SystemExit(3)])
    except* KeyboardInterrupt as e:
        print(type(e).__name__, repr(e))
    except* Exception as e:
        print(type(e).__name__, repr(e))


try:
    interrupted()
except BaseExceptionGroup as e:
    print(type(e).__name__, repr(e))
