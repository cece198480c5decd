"""Files, folders and the environment of the process."""
import os.path

sep = "/"
linesep = "\n"
name = "posix"


def getcwd():
    return _os_getcwd()


class _Environ:
    def __init__(self, data):
        self._data = data

    def _check(self, text):
        if not isinstance(text, str):
            raise TypeError("str expected, not " + type(text).__name__)
        return text

    def __getitem__(self, key):
        value = self._data.get(self._check(key))
        if value is None:
            raise KeyError(key)
        return value

    def __setitem__(self, key, value):
        _os_setenv(self._check(key), self._check(value))
        self._data[key] = value

    def __delitem__(self, key):
        _os_unsetenv(self._check(key))
        if self._data.pop(key, None) is None:
            raise KeyError(key)

    def __contains__(self, key):
        return isinstance(key, str) and key in self._data

    def __iter__(self):
        return iter(list(self._data))

    def __len__(self):
        return len(self._data)

    def __repr__(self):
        return "environ(" + repr(self._data) + ")"

    def get(self, key, default=None):
        return self._data.get(self._check(key), default)

    def setdefault(self, key, value):
        if key not in self:
            self[key] = value
        return self[key]

    def pop(self, key, default=None):
        value = self._data.get(self._check(key))
        if value is None:
            return default
        del self[key]
        return value

    def keys(self):
        return self._data.keys()

    def values(self):
        return self._data.values()

    def items(self):
        return self._data.items()

    def copy(self):
        return dict(self._data)


environ = _Environ(_os_environ())


def getenv(key, default=None):
    return environ.get(key, default)


def putenv(name, value):
    _os_setenv(name, value)


def unsetenv(name):
    _os_unsetenv(name)


def remove(path):
    _os_remove(path)


def unlink(path):
    _os_remove(path)


def mkdir(path, mode=511):
    _os_mkdir(path, mode)


def rmdir(path):
    _os_rmdir(path)
