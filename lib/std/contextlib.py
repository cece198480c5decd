"""Helpers for the with statement."""
import os
import sys
from abc import ABC, abstractmethod
from functools import wraps


class AbstractContextManager(ABC):
    """What has __enter__, which gives itself unless it says otherwise, and __exit__."""

    def __enter__(self):
        return self

    @abstractmethod
    def __exit__(self, exc_type, exc_value, traceback):
        return None


class ContextDecorator:
    """Context managers that also wrap functions: each call runs in the context."""

    def _recreate_cm(self):
        return self

    def __call__(self, func):
        @wraps(func)
        def inner(*args, **kwds):
            with self._recreate_cm():
                return func(*args, **kwds)
        return inner


class _GeneratorContextManager:
    __generic__ = True

    # `again` makes the generator once more, for each call of a function that is wrapped.
    def __init__(self, gen, again):
        self.gen = gen
        self._again = again

    def __enter__(self):
        for value in self.gen:
            return value
        raise RuntimeError("generator didn't yield")

    def __exit__(self, kind, value, traceback):
        if value is None:
            for _ in self.gen:
                raise RuntimeError("generator didn't stop")
            return False
        try:
            self.gen.throw(value)
        except StopIteration as stop:
            return stop is not value
        except RuntimeError as raised:
            # A StopIteration that went through the generator came out as the cause of this.
            if raised is value or (isinstance(value, StopIteration) and raised.__cause__ is value):
                return False
            raise
        except BaseException as raised:
            if raised is value:
                return False
            raise
        raise RuntimeError("generator didn't stop after throw()")

    def __call__(self, func):
        @wraps(func)
        def inner(*args, **kwds):
            with self._again():
                return func(*args, **kwds)
        return inner


def contextmanager(func):
    @wraps(func)
    def helper(*args, **kwds):
        def again():
            return _GeneratorContextManager(func(*args, **kwds), again)
        return again()
    return helper


class chdir:
    """Another working folder while the with statement runs."""

    def __init__(self, path):
        self.path = path
        self._old_cwd = []

    def __enter__(self):
        self._old_cwd.append(os.getcwd())
        os.chdir(self.path)

    def __exit__(self, *excinfo):
        os.chdir(self._old_cwd.pop())


class suppress:
    __generic__ = True

    def __init__(self, *exceptions):
        self._exceptions = exceptions

    def __enter__(self):
        return None

    def __exit__(self, kind, value, traceback):
        return value is not None and isinstance(value, self._exceptions)


class closing:
    __generic__ = True

    def __init__(self, thing):
        self.thing = thing

    def __enter__(self):
        return self.thing

    def __exit__(self, kind, value, traceback):
        self.thing.close()


class nullcontext:
    __generic__ = True

    def __init__(self, enter_result=None):
        self.enter_result = enter_result

    def __enter__(self):
        return self.enter_result

    def __exit__(self, kind, value, traceback):
        return None


class redirect_stdout:
    """sys.stdout is another file while the with statement runs."""
    __generic__ = True

    def __init__(self, new_target):
        self._new_target = new_target
        self._old_targets = []

    def __enter__(self):
        self._old_targets.append(sys.stdout)
        sys.stdout = self._new_target
        return self._new_target

    def __exit__(self, kind, value, traceback):
        sys.stdout = self._old_targets.pop()


class redirect_stderr:
    """sys.stderr is another file while the with statement runs."""
    __generic__ = True

    def __init__(self, new_target):
        self._new_target = new_target
        self._old_targets = []

    def __enter__(self):
        self._old_targets.append(sys.stderr)
        sys.stderr = self._new_target
        return self._new_target

    def __exit__(self, kind, value, traceback):
        sys.stderr = self._old_targets.pop()


class ExitStack:
    """Context managers and functions that are left, the last first, when the with statement ends."""
    __generic__ = True

    def __init__(self):
        self._exits = []

    def __enter__(self):
        return self

    def enter_context(self, cm):
        """Enters cm, to be left with the others; returns what its __enter__ does."""
        result = cm.__enter__()
        self._exits.append(cm.__exit__)
        return result

    def push(self, exit):
        """Leaves a context manager that was entered elsewhere, or calls a function like an __exit__."""
        if _k.has_method(exit, "__exit__"):
            self._exits.append(exit.__exit__)
        else:
            self._exits.append(exit)
        return exit

    def callback(self, callback, /, *args, **kwds):
        """Calls the function at the end."""
        def run(kind, value, traceback):
            callback(*args, **kwds)
            return False
        self._exits.append(run)
        return callback

    def pop_all(self):
        """A new stack with all that this one would leave."""
        new = ExitStack()
        new._exits = self._exits
        self._exits = []
        return new

    def close(self):
        """Leaves everything now."""
        self.__exit__(None, None, None)

    def __exit__(self, kind, value, traceback):
        pending = value
        raised = False
        while self._exits:
            leave = self._exits.pop()
            try:
                if pending is None:
                    leave(None, None, None)
                elif leave(type(pending), pending, _traceback()):
                    pending = None
                    raised = False
            except BaseException as error:
                pending = error
                raised = True
        if raised and pending is not None:
            raise pending
        return value is not None and pending is None
