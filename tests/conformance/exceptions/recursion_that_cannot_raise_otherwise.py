# Functions that could not raise but for the depth: caught inside and outside, mutual, in methods; the
# depth is free again afterwards, and 900 frames are always fine.
def runaway(n):
    return runaway(n + 1)


def ping(n):
    return pong(n + 1)


def pong(n):
    return ping(n + 1)


def count(n):
    if n == 0:
        return 0
    return 1 + count(n - 1)


def guarded(n):
    try:
        return guarded(n + 1)
    except RecursionError:
        return "caught inside"


class Chain:
    def go(self):
        return self.go()

    def visit(self, found):
        found.append(len(found))
        self.visit(found)


for attempt in (1, 2):
    for call in (runaway, ping, guarded):
        try:
            print(call(0))
        except RecursionError as e:
            print(call.__name__, e)
    print(count(900))
    try:
        print(count(1100))
    except RecursionError as e:
        print("count", e)
    try:
        Chain().go()
    except RecursionError as e:
        print("method", e)
    found = []
    try:
        Chain().visit(found)
    except RecursionError as e:
        print("visit", e, len(found) > 900)
    try:
        runaway(0)
    except Exception as e:
        print(type(e).__name__, isinstance(e, RuntimeError))
    finally:
        print("finally")
