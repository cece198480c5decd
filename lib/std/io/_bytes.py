"""Bytes in memory as a file."""
from io._base import BufferedIOBase, count_of, room, store

__unittest = True  # in no traceback: CPython's are written in C


class BytesIO(BufferedIOBase):
    __module__ = "_io"
    __full_name__ = "_io.BytesIO"

    # What is written at the end goes to the bytearray at once. Views of it (getbuffer) hold the bytearray, so its count
    # says whether there are any; then its size must stay.
    def __init__(self, initial_bytes=b""):
        self._data = bytearray()
        self._at = 0
        self._shut = False
        if initial_bytes is not None:
            if isinstance(initial_bytes, str) or isinstance(initial_bytes, int):
                _k.type_error("a bytes-like object is required, not '" + _k.type_name(initial_bytes) + "'")
            self._data._extend_bytes(_bytes_like(initial_bytes))

    def _check(self):
        if self._shut:
            raise ValueError("I/O operation on closed file.")

    def _check_size(self):
        if not _k.is_unique(self._data):
            raise BufferError("Existing exports of data: object cannot be re-sized")

    @property
    def closed(self):
        return self._shut

    def __enter__(self):
        self._check()
        return self

    def __iter__(self):
        return self

    def __next__(self):
        self._check()
        line = self._line(-1)
        if not line:
            raise StopIteration
        return line

    def _take(self, n):
        # The next n bytes (negative: all); never more than there are.
        start = self._at
        end = len(self._data)
        if n >= 0 and start + n < end:
            end = start + n
        if start >= end:
            return b""
        self._at = end
        return _rt.bytes_from_part(self._data._data(), _k.index(start), _k.index(end))

    def _line(self, n):
        start = self._at
        if start >= len(self._data):
            return b""
        end = self._data.find(b"\n", start) + 1
        if end == 0:
            end = len(self._data)
        if n >= 0 and start + n < end:
            end = start + n
        return self._take(end - start)

    def read(self, size=-1, /):
        self._check()
        return self._take(count_of(size))

    def read1(self, size=-1, /):
        return self.read(size)

    def readinto(self, target, /):
        self._check()
        data = self._take(room(target))
        store(target, data)
        return len(data)

    def readinto1(self, target, /):
        return self.readinto(target)

    def readline(self, size=-1, /):
        self._check()
        return self._line(count_of(size))

    def readlines(self, size=None, /):
        self._check()
        limit = count_of(size)
        out = []
        total = 0
        while True:
            line = self._line(-1)
            if not line:
                return out
            out.append(line)
            total += len(line)
            if limit > 0 and total >= limit:
                return out

    def write(self, b, /):
        self._check()
        self._check_size()
        part = _bytes_like(b)
        count = len(part)
        if count == 0:
            return 0
        data = self._data
        at = self._at
        n = len(data)
        if at > n:
            data.extend(bytes(at - n))
            n = at
        if at == n:
            data._extend_bytes(part)
        else:
            data[at:at + count] = part
        self._at = at + count
        return count

    def writelines(self, lines, /):
        self._check()
        for line in lines:
            BytesIO.write(self, line)

    def getvalue(self):
        self._check()
        return bytes(self._data)

    def getbuffer(self):
        self._check()
        return memoryview(self._data)

    def seek(self, pos, whence=0, /):
        self._check()
        at = _as_index(pos)
        how = _as_index(whence)
        if how == 0:
            if at < 0:
                raise ValueError("negative seek value " + str(at))
        elif how == 1:
            at += self._at
        elif how == 2:
            at += len(self._data)
        else:
            raise ValueError("invalid whence (" + str(how) + ", should be 0, 1 or 2)")
        self._at = max(0, at)
        return self._at

    def tell(self):
        self._check()
        return self._at

    def truncate(self, size=None, /):
        self._check()
        self._check_size()
        if size is None:
            end = self._at
        else:
            if not (isinstance(size, int) or _k.has_method(size, "__index__")):
                _k.type_error("argument should be integer or None, not '" + _k.type_name(size) + "'")
            end = _as_index(size)
        if end < 0:
            raise ValueError("negative size value " + str(end))
        if end < len(self._data):
            del self._data[end:]
        return end

    def flush(self):
        self._check()

    def close(self):
        if not self._shut:
            self._check_size()
            self._shut = True

    def isatty(self):
        self._check()
        return False

    def readable(self):
        self._check()
        return True

    def writable(self):
        self._check()
        return True

    def seekable(self):
        self._check()
        return True
