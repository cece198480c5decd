# stderr: exact
# Tracebacks as texts and printed, in handlers, of objects, chained.
import io
import sys
import traceback


def inner(n):
    return 10 // n


def outer(n):
    return inner(n) + 1


try:
    outer(0)
except ZeroDivisionError:
    text = traceback.format_exc()
    print(text, end="")
    traceback.print_exc()
    traceback.print_exc(file=sys.stdout)
try:
    try:
        outer(0)
    except ZeroDivisionError as e:
        raise ValueError("two\nlines") from e
except ValueError as e:
    stream = io.StringIO()
    traceback.print_exception(e, file=stream)
    print(stream.getvalue(), end="")
    traceback.print_exception(type(e), e, e.__traceback__, file=sys.stdout)
print(traceback.format_exc(), end="")


class Own(Exception):
    def __str__(self):
        return "own text"


def handler():
    return traceback.format_exc().splitlines()[-1]


for error in (Own(), KeyError("k"), Own("x")):
    try:
        raise error
    except Exception:
        print(handler())
