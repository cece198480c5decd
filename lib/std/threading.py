"""Locks and what a program asks of its one thread. Starting threads is not compiled yet."""

import time as _time

TIMEOUT_MAX = 9223372036.0


class ThreadError(RuntimeError):
    pass


def _wait(blocking, timeout):
    # The only thread asks for what it holds itself: nobody will let go of it.
    if not blocking:
        if timeout != -1:
            raise ValueError("can't specify a timeout for a non-blocking call")
        return
    if timeout != -1 and timeout < 0:
        raise ValueError("timeout value must be a non-negative number")
    if timeout > TIMEOUT_MAX:
        raise OverflowError("timestamp too large to convert to C _PyTime_t")
    if timeout >= 0:
        _time.sleep(timeout)
        return
    while True:
        _time.sleep(3600)


def Lock():
    """A lock that nobody holds yet."""
    return lock()


class lock:
    __full_name__ = "_thread.lock"

    def __init__(self):
        self._held = False

    def acquire(self, blocking=True, timeout=-1):
        """Takes the lock; with a limit or blocking=False, whether that went."""
        if self._held:
            _wait(blocking, timeout)
            return False
        if not blocking and timeout != -1:
            raise ValueError("can't specify a timeout for a non-blocking call")
        self._held = True
        return True

    def release(self):
        if not self._held:
            raise RuntimeError("release unlocked lock")
        self._held = False

    def locked(self):
        return self._held

    def __enter__(self):
        return self.acquire()

    def __exit__(self, kind, value, traceback):
        self.release()

    def __repr__(self):
        return "<" + ("locked" if self._held else "unlocked") + " _thread.lock object at " + hex(id(self)) + ">"


def RLock():
    """A lock that its holder may take again."""
    return _RLock()


class _RLock:
    __full_name__ = "_thread.RLock"

    def __init__(self):
        self._count = 0

    def acquire(self, blocking=True, timeout=-1):
        """Takes the lock once more."""
        self._count += 1
        return True

    def release(self):
        if self._count == 0:
            raise RuntimeError("cannot release un-acquired lock")
        self._count -= 1

    def __enter__(self):
        return self.acquire()

    def __exit__(self, kind, value, traceback):
        self.release()


class Event:
    """A flag that others wait for."""

    def __init__(self):
        self._flag = False

    def is_set(self):
        return self._flag

    def set(self):
        self._flag = True

    def clear(self):
        self._flag = False

    def wait(self, timeout=None):
        if not self._flag:
            if timeout is None:
                _wait(True, -1)
            elif timeout > 0:
                _time.sleep(timeout)
        return self._flag


class Semaphore:
    """A counter that acquire() takes from and release() adds to."""

    def __init__(self, value=1):
        if value < 0:
            raise ValueError("semaphore initial value must be >= 0")
        self._value = value

    def acquire(self, blocking=True, timeout=None):
        if not blocking and timeout is not None:
            raise ValueError("can't specify timeout for non-blocking acquire")
        if self._value == 0:
            if blocking:
                _wait(True, -1 if timeout is None else timeout)
            return False
        self._value -= 1
        return True

    def release(self, n=1):
        if n < 1:
            raise ValueError("n must be one or more")
        self._value += n

    def __enter__(self):
        return self.acquire()

    def __exit__(self, kind, value, traceback):
        self.release()


class BoundedSemaphore(Semaphore):
    """One that never counts beyond where it began."""

    def __init__(self, value=1):
        Semaphore.__init__(self, value)
        self._initial_value = value

    def release(self, n=1):
        if n < 1:
            raise ValueError("n must be one or more")
        if self._value + n > self._initial_value:
            raise ValueError("Semaphore released too many times")
        self._value += n


class local:
    """Attributes that each thread has for itself: there is one thread."""


class _MainThread:
    name = "MainThread"
    daemon = False

    @property
    def ident(self):
        return get_ident()

    @property
    def native_id(self):
        return get_native_id()

    def is_alive(self):
        return True

    def __repr__(self):
        return "<_MainThread(MainThread, started " + str(get_ident()) + ")>"


_main = _MainThread()


def current_thread():
    """The thread that runs."""
    return _main


def main_thread():
    """The thread that the program began with."""
    return _main


def get_ident():
    """A number for the thread that runs."""
    return id(_main)


def get_native_id():
    """The kernel's number for it."""
    _k.refuse("the kernel's number of a thread")


def active_count():
    """How many threads there are."""
    return 1


def enumerate():
    """All threads."""
    return [_main]


class Thread:
    def __init__(self, group=None, target=None, name=None, args=(), kwargs=None, *, daemon=None):
        _k.refuse("a thread of its own")


class Timer:
    def __init__(self, interval, function, args=None, kwargs=None):
        _k.refuse("a timer")


class Condition:
    def __init__(self, lock=None):
        _k.refuse("a condition for threads")


class Barrier:
    def __init__(self, parties, action=None, timeout=None):
        _k.refuse("a barrier for threads")
