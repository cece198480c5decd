# What a __del__ or the end of a suspended generator stores to is never known from a test.
class Watch:
    def __init__(self, other, name):
        self.other, self.name = other, name

    def __del__(self):
        print('del', self.name)
        self.other.value = None


class Box:
    def __init__(self):
        self.value = None
        self.other = None


box = Box()


def f():
    box.value = 5
    w = Watch(box, 'w')
    if box.value is not None:
        w = None
        try:
            return box.value + 1
        except TypeError as e:
            return str(e)
    return 'none'


print(f(), box.value)


def suspended(b):
    try:
        yield 1
        yield 2
    finally:
        b.other = None


def g():
    box.other = 'text'
    gen = suspended(box)
    next(gen)
    if box.other is not None:
        gen = None
        try:
            return box.other.upper()
        except AttributeError as e:
            return str(e)
    return 'none'


print(g(), box.other)


class Keeper:
    def __init__(self):
        self.kept = Watch(box, 'kept')
        self.count = 1

    def release(self):
        box.value = 7
        if box.value is not None:
            self.kept = None
            try:
                self.count += box.value
            except TypeError as e:
                print(e)
        return self.count


print(Keeper().release())
