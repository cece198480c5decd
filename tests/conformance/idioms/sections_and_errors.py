import sys, os, contextlib, traceback, io
class Tx:
    depth = 0
    def __init__(self, name): self.name = name; self.log = []
    def __enter__(self):
        Tx.depth += 1
        self.log.append("begin")
        return self
    def __exit__(self, t, v, tb):
        Tx.depth -= 1
        self.log.append("rollback " + t.__name__ if t else "commit")
        return t is ValueError
@contextlib.contextmanager
def section(title, out=sys.stdout):
    print(f"<{title}>", file=out)
    try:
        yield title.upper()
    except KeyError as e:
        print("handled", e, file=out)
    finally:
        print(f"</{title}>", file=out)
with Tx("a") as t, section("s") as name:
    print(name, Tx.depth)
with Tx("b") as t2:
    raise ValueError("swallowed")
print(t.log, t2.log, Tx.depth)
with section("k"):
    {}["missing"]
class AppError(Exception):
    code = 1
    def __init__(self, msg, **ctx):
        super().__init__(msg)
        self.ctx = ctx
    def __str__(self):
        base = super().__str__()
        return f"[{self.code}] {base}" + (f" {self.ctx}" if self.ctx else "")
class NotFound(AppError): code = 404
class Denied(AppError, PermissionError): code = 403
def find(k):
    try:
        return {"a": 1}[k]
    except KeyError as e:
        raise NotFound("no " + k, key=k) from e
    else:
        print("never")
    finally:
        print("finally", k)
for k in ("a", "zz"):
    try: print(find(k))
    except AppError as e: print(type(e).__name__, e, e.args, e.ctx, repr(e.__cause__), isinstance(e, LookupError))
try:
    raise Denied("x")
except OSError as e: print("os", e, e.code)
def nested():
    try:
        try: 1 / 0
        except ZeroDivisionError:
            raise KeyError("inner")
    except KeyError as e:
        return repr(e.__context__), e.__suppress_context__
print(nested())
def gen():
    try:
        while True:
            got = yield
            print("got", got)
    except GeneratorExit:
        print("closing")
        raise
    finally: print("cleanup")
g = gen(); next(g); g.send(1); g.close()
buf = io.StringIO()
with contextlib.redirect_stdout(buf), contextlib.suppress(IndexError):
    print("hidden"); [][1]; print("no")
print(repr(buf.getvalue()))
try: raise ExceptionGroup("g", [ValueError(1), TypeError("t")])
except* ValueError as eg: print("values", eg.exceptions)
except* TypeError as eg: print("types", len(eg.exceptions))
try:
    assert 1 > 2, "math"
except AssertionError as e: print("assert", e)
with contextlib.ExitStack() as st:
    for n in "xy": st.enter_context(section(n))
    st.callback(print, "bye", end="!\n")
try:
    find("q")
except AppError:
    lines = traceback.format_exc().splitlines()
    print(len(lines), lines[0], lines[-1])
sys.exit(3)
