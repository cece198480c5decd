"""Files, folders and the environment of the process."""
import os.path
from typing import NamedTuple as _NamedTuple

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
    _os_remove(_path_text(path))


def unlink(path):
    _os_remove(_path_text(path))


def mkdir(path, mode=511):
    _os_mkdir(_path_text(path), mode)


def rmdir(path):
    _os_rmdir(_path_text(path))


curdir = "."
pardir = ".."
extsep = "."
altsep = None
pathsep = ":"
devnull = "/dev/null"
F_OK = 0
X_OK = 1
W_OK = 2
R_OK = 4


def fspath(path):
    return _path_text(path)


def listdir(path="."):
    return _os_names(_path_text(path))


def rename(src, dst):
    _os_rename(_path_text(src), _path_text(dst))


def _check_pair(code, src, dst):
    if code < 0:
        raise _os_error(-code, src)


def symlink(src, dst, target_is_directory=False):
    _check_pair(_rt.os_symlink(_path_text(src), _path_text(dst)), _path_text(src), _path_text(dst))


def link(src, dst):
    _check_pair(_rt.os_link(_path_text(src), _path_text(dst)), _path_text(src), _path_text(dst))


def readlink(path):
    text = _rt.os_readlink(_path_text(path))
    if text is None:
        _os_check(-_rt.os_errno(), _path_text(path))
    return text


def utime(path, times=None, *, ns=None):
    if ns is not None:
        a, m = ns
    elif times is not None:
        a = int(times[0] * 1000000000)
        m = int(times[1] * 1000000000)
    else:
        a = _time_ns()
        m = a
    _os_check(_rt.os_utime(_path_text(path), _k.index(a), _k.index(m)), _path_text(path))


def replace(src, dst):
    _os_rename(_path_text(src), _path_text(dst))


def makedirs(name, mode=511, exist_ok=False):
    name = _path_text(name)
    head, tail = os.path.split(name)
    if not tail:
        head, tail = os.path.split(head)
    if head and tail and not os.path.exists(head):
        makedirs(head, 511, True)
        if tail == ".":
            return
    try:
        mkdir(name, mode)
    except OSError:
        if not exist_ok or not os.path.isdir(name):
            raise


def removedirs(name):
    name = _path_text(name)
    rmdir(name)
    head, tail = os.path.split(name)
    if not tail:
        head, tail = os.path.split(head)
    while head and tail:
        try:
            rmdir(head)
        except OSError:
            break
        head, tail = os.path.split(head)


def chdir(path):
    _os_chdir(_path_text(path))


def chmod(path, mode):
    _os_chmod(_path_text(path), mode)


def access(path, mode):
    return _os_access(_path_text(path), mode)


def getpid():
    return _os_pid()


def getppid():
    return _os_parent()


def cpu_count():
    return _os_processors()


def urandom(size, /):
    return _os_urandom(size)


def _exit(status):
    _os_leave(status)


class stat_result:
    def __init__(self, fields):
        self.st_mode = fields[0]
        self.st_ino = fields[1]
        self.st_dev = fields[2]
        self.st_nlink = fields[3]
        self.st_uid = fields[4]
        self.st_gid = fields[5]
        self.st_size = fields[6]
        self.st_atime_ns = fields[7]
        self.st_mtime_ns = fields[8]
        self.st_ctime_ns = fields[9]
        self.st_atime = fields[7] / 1000000000
        self.st_mtime = fields[8] / 1000000000
        self.st_ctime = fields[9] / 1000000000
        self.st_blksize = fields[10]
        self.st_blocks = fields[11]


def stat(path, *, follow_symlinks=True):
    return stat_result(_os_stat(_path_text(path), True if follow_symlinks else False))


def lstat(path):
    return stat_result(_os_stat(_path_text(path), False))


def walk(top, topdown=True):
    top = _path_text(top)
    folders = []
    files = []
    try:
        names = _os_names(top)
    except OSError:
        return
    for entry in names:
        if os.path.isdir(os.path.join(top, entry)):
            folders.append(entry)
        else:
            files.append(entry)
    if topdown:
        yield (top, folders, files)
    for folder in folders:
        inner = os.path.join(top, folder)
        if not os.path.islink(inner):
            for row in walk(inner, topdown):
                yield row
    if not topdown:
        yield (top, folders, files)


class uname_result(_NamedTuple):
    __full_name__ = "posix.uname_result"
    sysname: str
    nodename: str
    release: str
    version: str
    machine: str

    def __repr__(self):
        return (f"posix.uname_result(sysname={self.sysname!r}, nodename={self.nodename!r}, release={self.release!r}, "
                f"version={self.version!r}, machine={self.machine!r})")


def _kernel(name):
    with open("/proc/sys/kernel/" + name) as file:
        return file.read().strip()


def uname():
    return uname_result(_kernel("ostype"), _kernel("hostname"), _kernel("osrelease"), _kernel("version"), "x86_64")
