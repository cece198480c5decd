# The cause of an exception may be of a class that is first used behind the function that asks for the cause.
def ask(f):
    try:
        print(any(max(True, False) for i in [f]))
        f()
    except Exception as e:
        print(type(e).__name__, e.__cause__ is None, repr(e.__cause__), repr(e.__context__))


class Late(KeyError):
    pass


class Later(Late):
    def __str__(self):
        return "later " + str(self.args[1])


def first():
    try:
        if "a".isidentifier():
            raise Late("x", 1)
    except Late as e:
        raise ValueError("v") from e


def second():
    try:
        raise Later("y", 2)
    finally:
        raise TypeError("t")


ask(int)
ask(first)
ask(second)
