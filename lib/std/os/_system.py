"""Descriptors, folders' entries and what else os asks the system for."""
import builtins as _builtins
from typing import NamedTuple as _NamedTuple

_CLOEXEC = 524288


def open(path, flags, mode=511):
    name = _path_text(path)
    fd = _rt.file_open(name, _ssize(flags | _CLOEXEC), _ssize(mode))
    _os_check(fd, name)
    return _k.to_int(fd)


def close(fd):
    _os_check(_rt.os_close(_ssize(fd)), None)


def closerange(fd_low, fd_high):
    for fd in range(fd_low, fd_high):
        _rt.os_close(_ssize(fd))


def read(fd, length):
    if length < 0:
        raise OSError(22, "Invalid argument")
    size = _ssize(length)
    buf = _k.buf_new_i8(size)
    got = _rt.os_read(_ssize(fd), buf, size)
    out = _rt.bytes_from_buffer(buf, got if got > 0 else _k.i64(0))
    _k.buf_free(buf, size)
    _os_check(got, None)
    return out


def write(fd, data):
    data = _bytes_like(data)
    done = _rt.os_write(_ssize(fd), _rt.bytes_data(data), _rt.bytes_len(data))
    _os_check(done, None)
    return _k.to_int(done)


def lseek(fd, position, how):
    at = _rt.os_lseek(_ssize(fd), _ssize(position), _ssize(how))
    _os_check(at, None)
    return _k.to_int(at)


def dup(fd):
    new = _rt.os_dup(_ssize(fd))
    _os_check(new, None)
    return _k.to_int(new)


def dup2(fd, fd2):
    new = _rt.os_dup2(_ssize(fd), _ssize(fd2))
    _os_check(new, None)
    return _k.to_int(new)


def pipe():
    ends = _k.buf_new_i64(2)
    code = _rt.os_pipe(ends)
    pair = (_k.to_int(_k.buf_get(ends, 0)), _k.to_int(_k.buf_get(ends, 1)))
    _k.buf_free(ends, 2)
    _os_check(code, None)
    return pair


def fdopen(fd, mode="r", buffering=-1, encoding=None, errors=None, newline=None, closefd=True):
    if not isinstance(fd, int):
        raise TypeError("invalid fd type (" + type(fd).__name__ + ", expected integer)")
    return _builtins.open(fd, mode, buffering, encoding, errors, newline, closefd)


def fsync(fd):
    _os_check(_rt.os_fsync(_ssize(fd)), None)


fdatasync = fsync


def ftruncate(fd, length):
    _os_check(_rt.os_ftruncate(_ssize(fd), _ssize(length)), None)


def truncate(path, length):
    fd = open(path, 1)
    try:
        ftruncate(fd, length)
    finally:
        close(fd)


def isatty(fd):
    return _rt.os_isatty(_ssize(fd)) == 1


class _Size(_NamedTuple):
    columns: int
    lines: int


class terminal_size(_Size):
    __full_name__ = "os.terminal_size"

    def __new__(cls, sequence):
        columns, lines = sequence
        return super().__new__(cls, columns, lines)

    def __repr__(self):
        return f"os.terminal_size(columns={self.columns}, lines={self.lines})"


def get_terminal_size(fd=1):
    size = _rt.os_terminal_size(_ssize(fd))
    _os_check(size, None)
    size = _k.to_int(size)
    return terminal_size((size >> 32, size & 0xffffffff))


def umask(mask):
    return _k.to_int(_rt.os_umask(_ssize(mask)))


def strerror(code):
    return _rt.os_strerror(_ssize(code))


def getuid():
    return _k.to_int(_rt.os_identity(_k.i64(0)))


def geteuid():
    return _k.to_int(_rt.os_identity(_k.i64(1)))


def getgid():
    return _k.to_int(_rt.os_identity(_k.i64(2)))


def getegid():
    return _k.to_int(_rt.os_identity(_k.i64(3)))


def getpgrp():
    return _k.to_int(_rt.os_identity(_k.i64(4)))


def kill(pid, signal):
    _os_check(_rt.os_kill(_ssize(pid), _ssize(signal)), None)


def nice(increment):
    priority = _rt.os_nice(_ssize(increment))
    if priority < -1000:
        _os_check(priority + 1000, None)
    return _k.to_int(priority)


def sync():
    _rt.os_sync()


def abort():
    _rt.os_abort()


def getloadavg():
    with _builtins.open("/proc/loadavg") as file:
        first, second, third = file.read().split()[:3]
    return (float(first), float(second), float(third))


class times_result(_NamedTuple):
    __full_name__ = "posix.times_result"
    user: float
    system: float
    children_user: float
    children_system: float
    elapsed: float

    def __repr__(self):
        return (f"posix.times_result(user={self.user!r}, system={self.system!r}, children_user={self.children_user!r}, "
                f"children_system={self.children_system!r}, elapsed={self.elapsed!r})")


def times():
    out = _k.buf_new_i64(5)
    ticks = _k.to_int(_rt.os_times(out))
    fields = []
    i = _k.i64(0)
    while i < 5:
        fields.append(_k.to_int(_k.buf_get(out, i)) / ticks)
        i = i + 1
    _k.buf_free(out, 5)
    return times_result(fields[0], fields[1], fields[2], fields[3], fields[4])


class statvfs_result(_NamedTuple):
    __full_name__ = "os.statvfs_result"
    f_bsize: int
    f_frsize: int
    f_blocks: int
    f_bfree: int
    f_bavail: int
    f_files: int
    f_ffree: int
    f_favail: int
    f_flag: int
    f_namemax: int

    def __repr__(self):
        return (f"os.statvfs_result(f_bsize={self.f_bsize}, f_frsize={self.f_frsize}, f_blocks={self.f_blocks}, "
                f"f_bfree={self.f_bfree}, f_bavail={self.f_bavail}, f_files={self.f_files}, f_ffree={self.f_ffree}, "
                f"f_favail={self.f_favail}, f_flag={self.f_flag}, f_namemax={self.f_namemax})")


def statvfs(path):
    name = _path_text(path)
    out = _k.buf_new_i64(11)
    code = _rt.os_statvfs(name, out)
    fields = []
    i = _k.i64(0)
    while i < 10:
        fields.append(_k.to_int(_k.buf_get(out, i)))
        i = i + 1
    _k.buf_free(out, 11)
    _os_check(code, name)
    return statvfs_result(fields[0], fields[1], fields[2], fields[3], fields[4], fields[5], fields[6], fields[7], fields[8], fields[9])


def mkfifo(path, mode=438):
    name = _path_text(path)
    _os_check(_rt.os_mkfifo(name, _ssize(mode)), name)


def fsencode(filename):
    """The bytes of a file's name."""
    if isinstance(filename, bytes):
        return filename
    return _path_text(filename).encode("utf-8", "surrogateescape")


def fsdecode(filename):
    """The text of a file's name."""
    return _path_text(filename)


class DirEntry:
    """What a folder says of an entry."""
    __full_name__ = "posix.DirEntry"

    def __init__(self, name, path):
        self.name = name
        self.path = path

    def __fspath__(self):
        return self.path

    def __repr__(self):
        return "<DirEntry " + repr(self.name) + ">"

    # The type bits of its mode; 0 if it is gone.
    def _kind(self, follow_symlinks):
        try:
            return _os_stat(self.path, True if follow_symlinks else False)[0] & 61440
        except FileNotFoundError:
            return 0

    def is_dir(self, *, follow_symlinks=True):
        return self._kind(follow_symlinks) == 16384

    def is_file(self, *, follow_symlinks=True):
        return self._kind(follow_symlinks) == 32768

    def is_symlink(self):
        return self._kind(False) == 40960

    def inode(self):
        return _os_stat(self.path, False)[1]
