from contextlib import contextmanager
events = []
@contextmanager
def resource(name):
    try:
        yield name
    finally:
        events.append(name)
class A:
    held = []
    @classmethod
    def enter(cls, cm):
        r = cm.__enter__()
        cls.held.append(lambda: cm.__exit__(None, None, None))
        return r
A.enter(resource("class"))
print("end")

log = ["x"]


def numbers():
    try:
        yield 1
        yield 2
    finally:
        print("numbers end", log, len(events))


waiting = numbers()
print(next(waiting))
