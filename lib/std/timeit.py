"""How long calls take. Statements are functions: texts would need a compiler at run time."""

import gc
import itertools
from time import perf_counter as default_timer

default_number = 1000000
default_repeat = 5


def _nothing():
    pass


def _checked(code, what):
    if isinstance(code, str):
        _k.refuse("timeit with a text as the statement: a function")
    if not callable(code):
        raise ValueError(what + " is neither a string nor callable")
    return code


class Timer:
    """Times calls of `stmt` after one of `setup`."""

    def __init__(self, stmt=_nothing, setup=_nothing, timer=default_timer, globals=None):
        self._stmt = _checked(stmt, "stmt")
        self._setup = _checked(setup, "setup")
        self.timer = timer

    def timeit(self, number=default_number):
        enabled = gc.isenabled()
        gc.disable()
        try:
            stmt = self._stmt
            self._setup()
            start = self.timer()
            for _ in itertools.repeat(None, number):
                stmt()
            return self.timer() - start
        finally:
            if enabled:
                gc.enable()

    def repeat(self, repeat=default_repeat, number=default_number):
        return [self.timeit(number) for _ in range(repeat)]

    def autorange(self, callback=None):
        scale = 1
        while True:
            for digit in (1, 2, 5):
                number = digit * scale
                seconds = self.timeit(number)
                if callback is not None:
                    callback(number, seconds)
                if seconds >= 0.2:
                    return (number, seconds)
            scale *= 10


def timeit(stmt=_nothing, setup=_nothing, timer=default_timer, number=default_number, globals=None):
    return Timer(stmt, setup, timer).timeit(number)


def repeat(stmt=_nothing, setup=_nothing, timer=default_timer, repeat=default_repeat, number=default_number, globals=None):
    return Timer(stmt, setup, timer).repeat(repeat, number)
