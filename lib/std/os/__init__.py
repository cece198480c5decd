"""Files, folders and the environment of the process."""
import builtins as _builtins
import os.path
from os._system import (abort, close, closerange, DirEntry, dup, dup2, fdatasync, fdopen, fsdecode, fsencode,
    fsync, ftruncate, get_terminal_size, getegid, geteuid, getgid, getloadavg, getpgrp, getuid, isatty, kill,
    lseek, mkfifo, nice, open, pipe, read, statvfs, statvfs_result, strerror, sync, terminal_size, times,
    times_result, truncate, umask, write)
from typing import NamedTuple as _NamedTuple

sep = "/"
linesep = "\n"
name = "posix"
defpath = "/bin:/usr/bin"
supports_bytes_environ = True
error = OSError
EX_CANTCREAT = 73
EX_CONFIG = 78
EX_DATAERR = 65
EX_IOERR = 74
EX_NOHOST = 68
EX_NOINPUT = 66
EX_NOPERM = 77
EX_NOUSER = 67
EX_OK = 0
EX_OSERR = 71
EX_OSFILE = 72
EX_PROTOCOL = 76
EX_SOFTWARE = 70
EX_TEMPFAIL = 75
EX_UNAVAILABLE = 69
EX_USAGE = 64
F_LOCK = 1
F_TEST = 3
F_TLOCK = 2
F_ULOCK = 0
GRND_NONBLOCK = 1
GRND_RANDOM = 2
O_ACCMODE = 3
O_APPEND = 1024
O_ASYNC = 8192
O_CLOEXEC = 524288
O_CREAT = 64
O_DIRECT = 16384
O_DIRECTORY = 65536
O_DSYNC = 4096
O_EXCL = 128
O_FSYNC = 1052672
O_LARGEFILE = 0
O_NDELAY = 2048
O_NOATIME = 262144
O_NOCTTY = 256
O_NOFOLLOW = 131072
O_NONBLOCK = 2048
O_PATH = 2097152
O_RDONLY = 0
O_RDWR = 2
O_RSYNC = 1052672
O_SYNC = 1052672
O_TMPFILE = 4259840
O_TRUNC = 512
O_WRONLY = 1
PRIO_PGRP = 1
PRIO_PROCESS = 0
PRIO_USER = 2
SEEK_SET = 0
SEEK_CUR = 1
SEEK_END = 2
SEEK_DATA = 3
SEEK_HOLE = 4
ST_APPEND = 256
ST_MANDLOCK = 64
ST_NOATIME = 1024
ST_NODEV = 4
ST_NODIRATIME = 2048
ST_NOEXEC = 8
ST_NOSUID = 2
ST_RDONLY = 1
ST_RELATIME = 4096
ST_SYNCHRONOUS = 16
ST_WRITE = 128
TMP_MAX = 238328
WCONTINUED = 8
WEXITED = 4
WNOHANG = 1
WNOWAIT = 16777216
WSTOPPED = 2
WUNTRACED = 2
P_ALL = 0
P_PID = 1
P_PGID = 2
P_NOWAIT = 1
P_WAIT = 0


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
    _os_check(_rt.os_utime(_path_text(path), _ssize(a), _ssize(m)), _path_text(path))


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


class _ScandirIterator:
    # What scandir() gives: the entries of a folder, which may be left early.
    __full_name__ = "posix.ScandirIterator"

    def __init__(self, folder):
        self._folder = folder
        self._names = _os_names(folder)
        self._at = 0

    def __iter__(self):
        return self

    def __next__(self):
        if self._at >= len(self._names):
            raise StopIteration
        name = self._names[self._at]
        self._at += 1
        return DirEntry(name, os.path.join(self._folder, name))

    def __enter__(self):
        return self

    def __exit__(self, kind, value, traceback):
        self.close()

    def close(self):
        self._at = len(self._names)


def scandir(path="."):
    """The entries of a folder."""
    return _ScandirIterator(_path_text(path))


def renames(old, new):
    """Renames, makes the folders of the new name and removes those of the old one that are empty."""
    head, tail = os.path.split(new)
    if head and tail and not os.path.exists(head):
        makedirs(head)
    rename(old, new)
    head, tail = os.path.split(old)
    if head and tail:
        try:
            removedirs(head)
        except OSError:
            pass


def getcwdb():
    return fsencode(getcwd())


def get_exec_path(env=None):
    """The folders where programs are looked for."""
    path = (environ if env is None else env).get("PATH")
    return (defpath if path is None else path).split(pathsep)


def fstat(fd):
    out = _k.buf_new_i64(16)
    code = _rt.os_fstat(_ssize(fd), out)
    fields = []
    i = _k.i64(0)
    while i < 13:
        fields.append(_k.to_int(_k.buf_get(out, i)))
        i = i + 1
    _k.buf_free(out, 16)
    _os_check(code, None)
    return stat_result(fields)


def walk(top, topdown=True, onerror=None, followlinks=False):
    top = _path_text(top)
    folders = []
    files = []
    try:
        names = _os_names(top)
    except OSError as error:
        if onerror is not None:
            onerror(error)
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
        if followlinks or not os.path.islink(inner):
            for row in walk(inner, topdown, onerror, followlinks):
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
    with _builtins.open("/proc/sys/kernel/" + name) as file:
        return file.read().strip()


def uname():
    return uname_result(_kernel("ostype"), _kernel("hostname"), _kernel("osrelease"), _kernel("version"), "x86_64")
