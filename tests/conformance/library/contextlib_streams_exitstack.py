# contextlib: redirected streams, ExitStack; streams of sys that the program sets.
import contextlib, io, sys
b = io.StringIO()
with contextlib.redirect_stdout(b):
    print('hid')
    sys.stdout.write("direct\n")
old = sys.stdout
sys.stdout = b
print('den', 1, [2])
sys.stdout = old
print(repr(b.getvalue()))


class Tee:
    def __init__(self, file):
        self.file = file
        self.seen = []

    def write(self, text):
        self.seen.append(text)
        return self.file.write(text)

    def flush(self):
        self.file.flush()


def loud(f):
    out = io.StringIO()
    with contextlib.redirect_stdout(out):
        f()
    return out.getvalue().upper()


print(loud(lambda: print("hello")), end="")
sys.stdin = io.StringIO("first\nsecond")
print([input(), input("? ")])
try:
    input()
except EOFError as e:
    print(e)
err = io.StringIO()
with contextlib.redirect_stderr(err):
    print("oops", file=sys.stderr)
print(repr(err.getvalue()))
try:
    with contextlib.redirect_stdout(io.StringIO()):
        raise ValueError("x")
except ValueError as e:
    print("caught", e)
tee = Tee(sys.stdout)
sys.stdout = tee
print("teed", flush=True)
sys.stdout = sys.__stdout__
print(tee.seen)
with contextlib.ExitStack() as stack:
    a = stack.enter_context(contextlib.nullcontext(5))
    stack.callback(print, "callback", a)
    stack.callback(lambda: print("first out"))
    stack.enter_context(contextlib.suppress(KeyError))
    print("in", a)
    raise KeyError("gone")
print("after")


class Door:
    def __init__(self, name):
        self.name = name

    def __enter__(self):
        print("open", self.name)
        return self

    def __exit__(self, kind, value, traceback):
        print("close", self.name, kind.__name__ if kind else None)
        return False


try:
    with contextlib.ExitStack() as stack:
        doors = [stack.enter_context(Door(n)) for n in "abc"]
        print(len(doors))
        raise ValueError("boom")
except ValueError as e:
    print("caught", e)
stack = contextlib.ExitStack()
stack.enter_context(Door("z"))
later = stack.pop_all()
stack.close()
later.close()
