"""FileIO: a descriptor without a buffer."""
from io._base import RawIOBase, count_of, room, store

__unittest = True  # in no traceback: CPython's are written in C


class FileIO(RawIOBase):
    __module__ = "_io"
    __full_name__ = "_io.FileIO"

    # The runtime's file owns the descriptor, and so closes one that nobody closed; what is read and written goes past
    # its buffers.
    def __init__(self, file, mode="r", closefd=True, opener=None):
        flags, label, plain = _raw_mode(mode)
        self._mode = label
        self._closefd = True if closefd else False
        self._can_read = flags & 3 != 1
        self._can_write = flags & 3 != 0
        options = (1 if self._can_read else 0) | (2 if self._can_write else 0) | 32 | (16 if closefd else 0) | (64 if flags & 1024 else 0)
        self.name = file
        if isinstance(file, int):
            fd = _as_index(file)
            if fd < 0:
                raise ValueError("negative file descriptor")
            _check_descriptor(_k.index(fd))
        else:
            if not closefd:
                raise ValueError("Cannot use closefd=False with file name")
            fd = self._descriptor(file, flags, opener)
        number = _k.index(fd)
        if not isinstance(file, int) and _is_folder(number):
            _rt.os_close(number)
            raise _os_error(_k.i64(21), _path_text(file))
        self._file = _rt.file_new(number, _k.index(options), _k.i64(0), _k.i64(0), _k.i64(0), str(fd), label)
        self._fd = fd
        if plain == "a":
            self.seek(0, 2)

    def _descriptor(self, file, flags, opener):
        if opener is not None:
            fd = opener(file, flags | 524288)
            if not isinstance(fd, int):
                raise TypeError("expected integer from opener")
            if fd < 0:
                raise ValueError("opener returned " + str(fd))
            return fd
        path = _path_text(file)
        if "\0" in path:
            raise ValueError("embedded null byte")
        fd = _rt.file_open(path, _k.index(flags), _k.i64(438))
        if fd < 0:
            raise _os_error(-fd, path)
        return _k.to_int(fd)

    def __repr__(self):
        if self.closed:
            return "<_io.FileIO [closed]>"
        return "<_io.FileIO name=" + repr(self.name) + " mode=" + repr(self._mode) + " closefd=" + repr(self._closefd) + ">"

    def _check(self):
        if _rt.file_closed(self._file):
            raise ValueError("I/O operation on closed file")

    @property
    def closed(self):
        return _rt.file_closed(self._file)

    @property
    def mode(self):
        return self._mode

    @property
    def closefd(self):
        return self._closefd

    def readable(self):
        self._check()
        return self._can_read

    def writable(self):
        self._check()
        return self._can_write

    def seekable(self):
        self._check()
        return _rt.file_seekable(self._file)

    def isatty(self):
        self._check()
        return _rt.file_isatty(self._file)

    def fileno(self):
        self._check()
        return self._fd

    def _check_reading(self):
        self._check()
        if not self._can_read:
            raise UnsupportedOperation("File not open for reading")

    def read(self, size=-1, /):
        self._check_reading()
        n = count_of(size)
        if n < 0:
            return self.readall()
        return self._some(n)

    def _some(self, n):
        # What one read of the system gives; None if it would have to wait.
        most = _k.index(n)
        buf = _k.buf_new_i8(most)
        while True:
            got = _rt.os_read(_k.index(self._fd), buf, most)
            if got != -4:
                break
            _rt.check_interrupt()
        if got < 0:
            _k.buf_free(buf, most)
            if got == -11:
                return None
            raise _os_error(-got, None)
        data = _rt.bytes_from_buffer(buf, got)
        _k.buf_free(buf, most)
        return data

    def readall(self):
        self._check_reading()
        parts = []
        while True:
            part = self._some(65536)
            if part is None and not parts:
                return None
            if not part:
                return b"".join(parts)
            parts.append(part)

    def readinto(self, target, /):
        self._check_reading()
        data = self._some(room(target))
        if data is None:
            return None
        store(target, data)
        return len(data)

    def write(self, b, /):
        self._check()
        if not self._can_write:
            raise UnsupportedOperation("File not open for writing")
        data = _bytes_like(b)
        while True:
            n = _rt.os_write(_k.index(self._fd), _rt.bytes_data(data), _rt.bytes_len(data))
            _k.keep(data)
            if n >= 0:
                return _k.to_int(n)
            if n == -11:
                return None
            if n != -4:
                raise _os_error(-n, None)
            _rt.check_interrupt()

    def seek(self, pos, whence=0, /):
        self._check()
        at = _rt.file_seek(self._file, _ssize(pos), _ssize(whence))
        if at == -5007:
            raise _os_error(_k.i64(29), None)
        if at < 0:
            raise _os_error(-at, None)
        return _k.to_int(at)

    def tell(self):
        return self.seek(0, 1)

    def truncate(self, size=None, /):
        self._check()
        if not self._can_write:
            raise UnsupportedOperation("File not open for writing")
        end = self.tell() if size is None else _as_index(size)
        if end < 0:
            raise _os_error(_k.i64(22), None)
        done = _rt.file_truncate(self._file, _ssize(end))
        if done < 0:
            raise _os_error(-done, None)
        return end

    def close(self):
        if _rt.file_closed(self._file):
            return
        try:
            self.flush()
        finally:
            code = _rt.file_close(self._file)
            if code < 0:
                raise _os_error(-code, None)


class Rest:
    """What a buffer has not written yet when it dies, and nobody closed it."""

    def __init__(self, file, pending):
        self._file = file
        self._pending = pending

    def __del__(self):
        if len(self._pending) > 0 and not self._file.closed:
            data = bytes(self._pending)
            self._pending.clear()
            while data:
                done = self._file.write(data)
                if done is None:
                    return
                data = data[done:]


def _raw_mode(mode):
    """The flags of the system's open(), the mode as FileIO shows it, and its one letter of "rwax"."""
    if not isinstance(mode, str):
        _k.type_error("FileIO() argument 'mode' must be str, not " + _k.type_name(mode))
    plain = ""
    plus = False
    for c in mode:
        if c in "rwax":
            if plain:
                raise ValueError("Must have exactly one of create/read/write/append mode and at most one plus")
            plain = c
        elif c == "+":
            if plus:
                raise ValueError("Must have exactly one of create/read/write/append mode and at most one plus")
            plus = True
        elif c != "b":
            raise ValueError("invalid mode: " + mode)
    if not plain:
        raise ValueError("Must have exactly one of create/read/write/append mode and at most one plus")
    flags = {"r": 0, "w": 577, "a": 1089, "x": 193}[plain]
    if plus:
        flags = flags & -2 | 2
    label = plain + "b+" if plus else plain + "b"
    return flags, "rb+" if label == "wb+" else label, plain
