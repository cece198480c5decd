"""Small own versions of what CPython's tests take from test.support.os_helper."""
import os
import shutil
import tempfile

TESTFN = "scratch_file"
TESTFN_ASCII = "scratch_ascii"
TESTFN_UNICODE = "scratch_\xe0\xf2\u0258\u0141\u011f"
TESTFN_UNENCODABLE = None
TESTFN_UNDECODABLE = b"scratch_\xe7w\xf0"
TESTFN_NONASCII = "scratch_\xe6"
FS_NONASCII = "\xe6"
SAVEDCWD = os.getcwd()


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


def rmtree(path):
    """Removes a folder with all that is in it, if it is there."""
    shutil.rmtree(path, ignore_errors=True)


def rmdir(path):
    """Removes a folder that may be missing."""
    try:
        os.rmdir(path)
    except FileNotFoundError:
        pass


def create_empty_file(path):
    """Makes a file with nothing in it."""
    with open(path, "wb"):
        pass


def can_symlink():
    """Whether there are symbolic links here."""
    return True


def can_chmod():
    """Whether files have permissions here."""
    return True


def can_xattr():
    """Whether files have extended attributes: nothing here has them."""
    return False


def skip_unless_symlink(test):
    """A test of symbolic links."""
    return test


def fs_is_case_insensitive(directory):
    """Whether names of files differ by case."""
    return False


def make_bad_fd():
    """A descriptor of no file."""
    file = open(TESTFN, "wb")
    try:
        return file.fileno()
    finally:
        file.close()
        unlink(TESTFN)


class change_cwd:
    """Another working folder for the length of a with statement."""

    def __init__(self, path, quiet=False):
        self.path = path

    def __enter__(self):
        self.old = os.getcwd()
        os.chdir(self.path)
        return os.getcwd()

    def __exit__(self, kind, error, traceback):
        os.chdir(self.old)
        return False


class temp_dir:
    """A folder for the length of a with statement."""

    def __init__(self, path=None, quiet=False):
        self.path = path

    def __enter__(self):
        if self.path is None:
            self.path = os.path.realpath(tempfile.mkdtemp())
        else:
            os.mkdir(self.path)
        return self.path

    def __exit__(self, kind, error, traceback):
        rmtree(self.path)
        return False


class temp_cwd:
    """A working folder of its own for the length of a with statement."""

    def __init__(self, name="tempcwd", quiet=False):
        self.folder = temp_dir(name)

    def __enter__(self):
        self.old = os.getcwd()
        path = self.folder.__enter__()
        os.chdir(path)
        return os.getcwd()

    def __exit__(self, kind, error, traceback):
        os.chdir(self.old)
        return self.folder.__exit__(kind, error, traceback)


class EnvironmentVarGuard:
    """Variables of the environment for the length of a with statement."""

    def __init__(self):
        self.old = {}

    def _keep(self, name):
        if name not in self.old:
            self.old[name] = os.environ.get(name)

    def __getitem__(self, name):
        return os.environ[name]

    def __setitem__(self, name, value):
        self._keep(name)
        os.environ[name] = value

    def __delitem__(self, name):
        self._keep(name)
        if name in os.environ:
            del os.environ[name]

    def set(self, name, value):
        self[name] = value

    def unset(self, name):
        del self[name]

    def __enter__(self):
        return self

    def __exit__(self, kind, error, traceback):
        for name, value in self.old.items():
            if value is None:
                if name in os.environ:
                    del os.environ[name]
            else:
                os.environ[name] = value
        return False
