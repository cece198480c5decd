# The third argument of __exit__ is None only without an exception.
class M:
    def __enter__(self):
        return self

    def __exit__(self, kind, value, traceback):
        print(kind, value, traceback is None, "yes" if traceback else "no", type(traceback).__name__)
        return True


class Star:
    def __enter__(self):
        return self

    def __exit__(self, *args):
        print(len(args), args[2] is not None, any(args))
        return args[2] is not None


with M():
    1 // 0
with M():
    pass
with Star(), M() as m:
    raise KeyError("k")
with Star():
    raise KeyError("k")
with Star():
    print("none")
for i in range(2):
    with M():
        if i:
            continue
        raise ValueError(i)
