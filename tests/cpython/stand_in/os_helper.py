"""Small own versions of what CPython's tests take from test.support.os_helper."""
import os

TESTFN = "scratch_file"


def unlink(path):
    """Removes a file that may be missing."""
    try:
        os.unlink(path)
    except FileNotFoundError:
        pass


class FakePath:
    """An object that names a file by __fspath__."""

    def __init__(self, path):
        self.path = path

    def __fspath__(self):
        if isinstance(self.path, BaseException):
            raise self.path
        if isinstance(self.path, type) and issubclass(self.path, BaseException):
            raise self.path()
        return self.path
