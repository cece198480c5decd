"""Small own versions of what CPython's tests take from test.support."""
import contextlib
import gc
import io
import sys

verbose = 0
is_emscripten = False
is_wasi = False
MAX_Py_ssize_t = sys.maxsize
PIPE_MAX_SIZE = 4 * 1024 * 1024 + 1
_2G = 2 << 30


class TestFailed(Exception):
    """A test failed."""


class _AlwaysEqual:
    def __eq__(self, other):
        return True

    def __ne__(self, other):
        return False


class _NeverEqual:
    def __eq__(self, other):
        return False

    def __ne__(self, other):
        return True

    def __hash__(self):
        return 1


ALWAYS_EQ = _AlwaysEqual()
NEVER_EQ = _NeverEqual()


def gc_collect():
    """Frees what is in cycles."""
    gc.collect()


def check_impl_detail(**guards):
    """Whether details of the implementation are tested: those of CPython are."""
    return guards.get("cpython", not any(guards.values()))


def bigmemtest(size, memuse, dry_run=True):
    """A test for huge sizes, which runs with a small one."""
    def decorate(function):
        def run(self):
            return function(self, 5147)
        return run
    return decorate


class swap_attr:
    """Gives an attribute another value for the length of a with statement."""

    def __init__(self, item, name, value):
        self.item = item
        self.name = name
        self.value = value

    def __enter__(self):
        self.old = getattr(self.item, self.name)
        setattr(self.item, self.name, self.value)
        return self.old

    def __exit__(self, kind, error, traceback):
        setattr(self.item, self.name, self.old)
        return False


class adjust_int_max_str_digits:
    """Another limit of digits for the length of a with statement."""

    def __init__(self, digits):
        self.digits = digits

    def __enter__(self):
        self.old = sys.get_int_max_str_digits()
        sys.set_int_max_str_digits(self.digits)

    def __exit__(self, kind, error, traceback):
        sys.set_int_max_str_digits(self.old)
        return False


@contextlib.contextmanager
def captured_stdout():
    """What is printed in a with statement."""
    file, old = io.StringIO(), sys.stdout
    sys.stdout = file
    try:
        yield file
    finally:
        sys.stdout = old


@contextlib.contextmanager
def captured_stderr():
    """What is written to sys.stderr in a with statement."""
    file, old = io.StringIO(), sys.stderr
    sys.stderr = file
    try:
        yield file
    finally:
        sys.stderr = old


class disable_gc:
    """No garbage collection for the length of a with statement."""

    def __enter__(self):
        self.old = gc.isenabled()
        gc.disable()

    def __exit__(self, kind, error, traceback):
        if self.old:
            gc.enable()
        return False
