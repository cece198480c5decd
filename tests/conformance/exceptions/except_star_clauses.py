# except*: order of clauses, what is left, else and finally, naked exceptions, names.
def run(what):
    try:
        print("body")
        if what is not None:
            raise what
    except* ValueError as e:
        print("value", repr(e))
        for x in e.exceptions:
            print(" ", type(x).__name__, str(x))
    except* (KeyError, IndexError) as e:
        print("lookup", repr(e))
    except* OSError:
        print("os")
    else:
        print("else")
    finally:
        print("finally")


def outer(what):
    try:
        run(what)
    except ExceptionGroup as e:
        print("left", repr(e))
    except Exception as e:
        print("naked", repr(e), repr(e.__context__))


for what in [None, ValueError(1), KeyError("k"), TypeError("t"),
             ExceptionGroup("g", [ValueError(1), IndexError(2), OSError(3)]),
             ExceptionGroup("g", [ValueError(1), TypeError(2), ExceptionGroup("h", [ValueError(3), TypeError(4)])]),
             ExceptionGroup("g", [UnicodeError("u")]), ExceptionGroup("g", [RuntimeError("r")])]:
    outer(what)

e = "before"
try:
    raise ExceptionGroup("g", [ValueError(1)])
except* ValueError as e:
    print(e.message)
try:
    print(e)
except NameError as error:
    print(error)


class Worker:
    def __init__(self):
        self.seen = []

    def work(self, jobs):
        errors = []
        for job in jobs:
            try:
                self.one(job)
            except Exception as error:
                errors.append(error)
        if errors:
            raise ExceptionGroup("jobs", errors)

    def one(self, job):
        if job % 3 == 0:
            raise ValueError(job)
        if job % 5 == 0:
            raise KeyError(job)

    def all(self, jobs):
        try:
            self.work(jobs)
        except* ValueError as group:
            self.seen.append(len(group.exceptions))
        except* KeyError as group:
            self.seen.append(-len(group.exceptions))
        return self.seen


print(Worker().all(range(20)))
for round in range(3):
    try:
        raise ExceptionGroup("round", [ValueError(round)])
    except* ValueError as group:
        print(group.exceptions[0])


def numbers():
    for n in range(3):
        try:
            got = yield n
            if got:
                raise ExceptionGroup("sent", [ValueError(got), KeyError(got)])
        except* ValueError as group:
            print("in generator", (yield repr(group)))
            print(group.message)
        except* KeyError as group:
            yield repr(group)


it = numbers()
print(next(it), next(it))
print(it.send(7))
print(it.send("answer"))
print(list(it))
