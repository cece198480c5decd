"""The base classes of files, with what they derive from the few methods that a file has of its own.

Whether a file that open() gives counts as one of these, the compiler knows."""

__unittest = True  # in no traceback: CPython's are written in C



unsupported = UnsupportedOperation


def check_open(f):
    # Of any object with `closed`, as what a file is built on.
    if f.closed:
        raise ValueError("I/O operation on closed file.")


def store(target, data):
    """Puts bytes at the beginning of a writable buffer, which is large enough."""
    if isinstance(target, bytearray):
        # A view would be right for a bytearray as well; this is its quick way.
        target._splice(_k.i64(0), _ssize(len(data)), data)
    elif isinstance(target, memoryview):
        target[:len(data)] = data
    elif _k.has_method(target, "_store_"):
        target._store_(data)
    else:
        _k.type_error("readinto() argument must be read-write bytes-like object, not " + _k.type_name(target))


def room(target):
    """How many bytes a writable buffer has."""
    if isinstance(target, memoryview):
        if target.readonly:
            raise TypeError("readinto() argument must be read-write bytes-like object, not memoryview")
        return target.nbytes
    if isinstance(target, bytearray):
        return len(target)
    if _k.has_method(target, "_store_"):
        return len(target) * target.itemsize
    _k.type_error("readinto() argument must be read-write bytes-like object, not " + _k.type_name(target))


def count_of(size):
    """The argument of read() and its like as an int: negative means everything."""
    if size is None:
        return -1
    if isinstance(size, int) or _k.has_method(size, "__index__"):
        return _as_index(size)
    _k.type_error("argument should be integer or None, not '" + _k.type_name(size) + "'")


class IOBase:
    __module__ = "io"
    _shut = False

    def seek(self, pos, whence=0, /):
        raise UnsupportedOperation("seek")

    def tell(self):
        return self.seek(0, 1)

    def truncate(self, pos=None, /):
        raise UnsupportedOperation("truncate")

    def fileno(self):
        raise UnsupportedOperation("fileno")

    def flush(self):
        if self.closed:
            raise ValueError("I/O operation on closed file.")

    def close(self):
        if not self._shut:
            try:
                self.flush()
            finally:
                self._shut = True

    @property
    def closed(self):
        return self._shut

    def seekable(self):
        return False

    def readable(self):
        return False

    def writable(self):
        return False

    def isatty(self):
        check_open(self)
        return False

    def _checkClosed(self, msg=None):
        check_open(self)

    def _checkSeekable(self, msg=None):
        if not self.seekable():
            raise UnsupportedOperation("File or stream is not seekable.")

    def _checkReadable(self, msg=None):
        if not self.readable():
            raise UnsupportedOperation("File or stream is not readable.")

    def _checkWritable(self, msg=None):
        if not self.writable():
            raise UnsupportedOperation("File or stream is not writable.")

    def __enter__(self):
        check_open(self)
        return self

    def __exit__(self, kind, value, traceback):
        self.close()

    def __iter__(self):
        check_open(self)
        return self

    def __next__(self):
        line = self.readline()
        if not line:
            raise StopIteration
        return line

    def readline(self, size=-1, /):
        limit = count_of(size)
        line = bytearray()
        while limit < 0 or len(line) < limit:
            want = 1
            if _k.has_method(self, "peek"):
                # What can be looked at is read in one piece, up to the end of the line.
                ahead = self.peek(1)
                if not isinstance(ahead, bytes):
                    raise OSError("peek() should have returned a bytes object, not '" + type(ahead).__name__ + "'")
                if ahead:
                    end = ahead.find(b"\n") + 1
                    want = end if end > 0 else len(ahead)
                    if limit >= 0 and want > limit - len(line):
                        want = limit - len(line)
            part = self.read(want)
            if not isinstance(part, bytes):
                raise OSError("read() should have returned a bytes object, not '" + type(part).__name__ + "'")
            if not part:
                break
            line += part
            if part.endswith(b"\n"):
                break
        return bytes(line)

    def readlines(self, hint=-1, /):
        limit = count_of(hint)
        out = []
        total = 0
        for line in self:
            out.append(line)
            if limit > 0:
                total += len(line)
                if total >= limit:
                    break
        return out

    def writelines(self, lines, /):
        check_open(self)
        for line in lines:
            self.write(line)


class RawIOBase(IOBase):
    __module__ = "io"

    def read(self, size=-1, /):
        n = count_of(size)
        if n < 0:
            return self.readall()
        target = bytearray(n)
        got = self.readinto(target)
        if got is None:
            return None
        return bytes(target[:got])

    def readall(self):
        parts = []
        while True:
            part = self.read(8192)
            if part is None and not parts:
                return None
            if not part:
                return b"".join(parts)
            if not isinstance(part, bytes):
                raise TypeError("read() should return bytes")
            parts.append(part)


class BufferedIOBase(IOBase):
    __module__ = "io"

    def read(self, size=-1, /):
        raise UnsupportedOperation("read")

    def read1(self, size=-1, /):
        raise UnsupportedOperation("read1")

    def write(self, b, /):
        raise UnsupportedOperation("write")

    def detach(self):
        raise UnsupportedOperation("detach")

    def readinto(self, target, /):
        n = room(target)
        data = self.read(n)
        return self._fill(target, n, data, "read")

    def readinto1(self, target, /):
        n = room(target)
        data = self.read1(n)
        return self._fill(target, n, data, "read1")

    def _fill(self, target, n, data, method):
        if not isinstance(data, bytes):
            raise TypeError(method + "() should return bytes")
        if len(data) > n:
            raise ValueError(method + "() returned too much data: " + str(n) + " bytes requested, " + str(len(data)) + " returned")
        store(target, data)
        return len(data)


class TextIOBase(IOBase):
    __module__ = "io"

    def read(self, size=-1, /):
        raise UnsupportedOperation("read")

    def readline(self, size=-1, /):
        raise UnsupportedOperation("readline")

    def write(self, s, /):
        raise UnsupportedOperation("write")

    def detach(self):
        raise UnsupportedOperation("detach")

    @property
    def encoding(self):
        return None

    @property
    def newlines(self):
        return None

    @property
    def errors(self):
        return None
