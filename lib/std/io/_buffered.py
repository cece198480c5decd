"""BufferedReader, BufferedWriter, BufferedRandom, BufferedRWPair: buffers over raw files of any class.

Each raw file is asked in the same steps as CPython asks it: a class of a program sees the same calls. Such a class gets
memoryviews, those of the library get and give bytes."""
from io._base import BufferedIOBase, count_of, room, store
from io._files import FileIO, Rest

__unittest = True  # in no traceback: CPython's are written in C


def _read_raw(raw, n):
    """At most n bytes; None if the raw file has none now."""
    if not _k.copy_is_program(raw):
        return raw.read(n)
    target = bytearray(n)
    view = memoryview(target)
    got = raw.readinto(view)
    view.release()
    if got is None:
        return None
    if not (isinstance(got, int) or _k.has_method(got, "__index__")):
        raise OSError("raw readinto() failed") from TypeError("'" + type(got).__name__ + "' object cannot be interpreted as an integer")
    count = _as_index(got)
    if count < 0 or count > n:
        raise OSError("raw readinto() returned invalid length " + str(count) + " (should have been between 0 and " + str(n) + ")")
    return target._part(_k.i64(0), _k.index(count), _k.i64(1))


def _write_raw(raw, data):
    """How many of the bytes were written; None if the raw file takes none now."""
    if not _k.copy_is_program(raw):
        return raw.write(data)
    view = memoryview(data)
    done = raw.write(view)
    view.release()
    if done is None:
        return None
    if not (isinstance(done, int) or _k.has_method(done, "__index__")):
        _k.type_error("'" + _k.type_name(done) + "' object cannot be interpreted as an integer")
    count = _as_index(done)
    if count < 0 or count > len(data):
        raise OSError("raw write() returned invalid length " + str(count) + " (should have been between 0 and " + str(len(data)) + ")")
    return count


def _would_block(written):
    return BlockingIOError(11, "write could not complete without blocking", written)


class _Buffered(BufferedIOBase):
    __generic__ = True

    # _state: 0 no raw file yet, 1 a raw file, 2 it was detached. _ahead[_at:] was read and not yet handed out; _pending was
    # written and has not reached the raw file. A file that reads and writes has only one of the two at a time.
    def _begin(self):
        self._state = 0

    def _set_raw(self, raw, buffer_size):
        self._state = 0
        size = _as_index(buffer_size)
        if size <= 0:
            raise ValueError("buffer size must be strictly positive")
        _rt.check_room(_ssize(size), _k.i64(1))
        self._raw = raw
        self._size = size
        self._ahead = b""
        self._at = 0
        self._pending = bytearray()
        self._state = 1

    def _ready(self):
        if self._state != 1:
            raise ValueError("raw stream has been detached" if self._state == 2 else "I/O operation on uninitialized object")

    def _check(self, what):
        self._ready()
        if self._raw.closed:
            raise ValueError(what)

    def __repr__(self):
        name = "<_io." + type(self).__name__ if not _k.copy_is_program(self) else "<" + type(self).__name__
        if self._state == 1 and hasattr(self._raw, "name"):
            return name + " name=" + repr(self._raw.name) + ">"
        return name + ">"

    def _drop_ahead(self):
        self._ahead = b""
        self._at = 0

    @property
    def raw(self):
        self._ready()
        return self._raw

    @property
    def name(self):
        self._ready()
        return self._raw.name

    @property
    def mode(self):
        self._ready()
        return self._raw.mode

    @property
    def closed(self):
        self._ready()
        return self._raw.closed

    def seekable(self):
        self._ready()
        return self._raw.seekable()

    def fileno(self):
        self._ready()
        return self._raw.fileno()

    def isatty(self):
        self._ready()
        return self._raw.isatty()

    def detach(self):
        self._ready()
        self.flush()
        self._state = 2
        return self._raw

    def close(self):
        self._ready()
        if self._raw.closed:
            return
        try:
            self.flush()
        finally:
            self._pending.clear()
            self._raw.close()

    def _raw_position(self):
        at = self._raw.tell()
        if at < 0:
            raise OSError("Raw stream returned invalid position " + str(at))
        return at

    def tell(self):
        self._ready()
        return self._raw_position() - (len(self._ahead) - self._at) + len(self._pending)

    def _seek_raw(self, pos, whence):
        at = self._raw.seek(pos, whence)
        if at < 0:
            raise OSError("Raw stream returned invalid position " + str(at))
        return at

    def seek(self, target, whence=0, /):
        how = _as_index(whence)
        if how < 0 or how > 4:
            raise ValueError("whence value " + str(how) + " unsupported")
        self._check("seek of closed file")
        if not self._raw.seekable():
            raise UnsupportedOperation("File or stream is not seekable.")
        if not (isinstance(target, int) or _k.has_method(target, "__index__")):
            _k.type_error("'" + _k.type_name(target) + "' object cannot be interpreted as an integer")
        pos = _as_index(target)
        left = len(self._ahead) - self._at
        if left > 0 and how < 2:
            # A place in what has been read needs no call.
            here = self._raw_position()
            step = pos - (here - left) if how == 0 else pos
            if -self._at <= step <= left:
                self._at += step
                return here - left + step
        self._flush_out()
        if how == 1:
            pos -= left
        at = self._seek_raw(pos, how)
        self._drop_ahead()
        return at

    # Reading

    def _fetch(self):
        # More bytes behind what is there: how many, None if there are none now.
        self._ahead = self._ahead[self._at:]
        self._at = 0
        data = _read_raw(self._raw, self._size - len(self._ahead) if len(self._ahead) < self._size else self._size)
        if data is None:
            return None
        self._ahead = self._ahead + data if self._ahead else data
        return len(data)

    def _take(self, n):
        at = self._at
        end = at + n
        if end >= len(self._ahead):
            data = self._ahead[at:] if at else self._ahead
            self._drop_ahead()
            return data
        self._at = end
        return self._ahead[at:end]

    def _read(self, size):
        self._ready()
        n = count_of(size)
        if n < -1:
            raise ValueError("read length must be non-negative or -1")
        self._check("read of closed file")
        self._flush_out()
        if n == -1:
            return self._read_all()
        left = len(self._ahead) - self._at
        if n <= left:
            return self._take(n)
        parts = []
        if left > 0:
            parts.append(self._take(left))
        self._drop_ahead()
        missing = n - left
        while missing > 0:
            whole = missing - missing % self._size
            if whole > 0:
                # Whole blocks go past the buffer.
                data = _read_raw(self._raw, whole)
                if data:
                    parts.append(data)
                    missing -= len(data)
                    continue
                got = None if data is None else 0
            else:
                got = self._fetch()
            if not got:
                if got is None and not parts:
                    return None
                break
            if whole == 0:
                part = self._take(missing)
                parts.append(part)
                missing -= len(part)
        return parts[0] if len(parts) == 1 else b"".join(parts)

    def _read_all(self):
        left = len(self._ahead) - self._at
        first = self._take(left) if left else b""
        self._drop_ahead()
        raw = self._raw
        if _k.has_method(raw, "readall"):
            rest = raw.readall()
            if rest is None:
                return first if first else None
            if not isinstance(rest, bytes):
                raise TypeError("readall() should return bytes")
            return first + rest if first else rest
        parts = [first]
        while True:
            part = raw.read()
            if part is not None and not isinstance(part, bytes):
                raise TypeError("read() should return bytes")
            if not part:
                whole = b"".join(parts)
                return part if not whole else whole
            parts.append(part)

    def _read1(self, size):
        self._ready()
        n = _as_index(size)
        if n < 0:
            n = self._size
        self._check("read of closed file")
        if n == 0:
            return b""
        left = len(self._ahead) - self._at
        if left > 0:
            return self._take(min(n, left))
        self._flush_out()
        data = _read_raw(self._raw, n)
        return b"" if data is None else data

    def _read_into(self, target, once):
        self._ready()
        n = room(target)
        self._check("readinto of closed file")
        self._flush_out()
        left = len(self._ahead) - self._at
        parts = []
        done = 0
        if left > 0:
            parts.append(self._take(min(n, left)))
            done = len(parts[0])
        while done < n:
            if n - done > self._size:
                data = _read_raw(self._raw, n - done)
            elif once and done:
                break
            else:
                got = self._fetch()
                data = None if got is None else self._take(n - done)
            if data is None and not parts:
                return None
            if not data:
                break
            parts.append(data)
            done += len(data)
            if once:
                break
        store(target, b"".join(parts))
        return done

    def _peek(self):
        self._check("peek of closed file")
        self._flush_out()
        if self._at >= len(self._ahead):
            self._drop_ahead()
            self._fetch()
        return self._ahead[self._at:]

    def _read_line(self, limit):
        self._check("readline of closed file")
        self._flush_out()
        parts = []
        while True:
            end = self._ahead.find(b"\n", self._at) + 1
            n = (end if end > 0 else len(self._ahead)) - self._at
            if limit >= 0 and n >= limit:
                parts.append(self._take(limit))
                break
            if n > 0:
                parts.append(self._take(n))
            if end > 0:
                break
            limit -= n if limit >= 0 else 0
            if not self._fetch():
                break
        return parts[0] if len(parts) == 1 else b"".join(parts)

    # Writing

    def _write(self, b):
        self._ready()
        data = _bytes_like(b)
        self._check("write to closed file")
        left = len(self._ahead) - self._at
        if left > 0:
            self._seek_raw(-left, 1)
        self._drop_ahead()
        pending = self._pending
        n = len(data)
        space = self._size - len(pending)
        if n <= space:
            pending._extend_bytes(data)
            return n
        try:
            self._flush_out()
        except BlockingIOError:
            # What fits beside that which the raw file did not take is kept, and the program told how much that was.
            space = self._size - len(self._pending)
            if n <= space:
                self._pending._extend_bytes(data)
                return n
            self._pending._extend_bytes(data[:space])
            raise _would_block(space)
        at = 0
        while n - at > self._size:
            done = _write_raw(self._raw, data[at:] if at else data)
            if done is None:
                if n - at > self._size:
                    self._pending._extend_bytes(data[at:at + self._size])
                    raise _would_block(at + self._size)
                break
            at += done
        self._pending._extend_bytes(data[at:] if at else data)
        return n

    def _flush_out(self):
        while len(self._pending) > 0:
            done = _write_raw(self._raw, bytes(self._pending))
            if done is None:
                raise _would_block(0)
            del self._pending[:done]

    def flush(self):
        self._check("flush of closed file")
        self._flush_out()

    def truncate(self, pos=None, /):
        self._ready()
        if not self.writable():
            raise UnsupportedOperation("truncate")
        self._check("truncate of closed file")
        self._rewind()
        if pos is None:
            return self._raw.truncate(self._raw_position())
        return self._raw.truncate(pos)

    def _rewind(self):
        # The raw file where the program thinks it is.
        self._flush_out()
        left = len(self._ahead) - self._at
        if left > 0:
            self._seek_raw(-left, 1)
        self._drop_ahead()


class BufferedReader(_Buffered):
    __module__ = "_io"
    __full_name__ = "_io.BufferedReader"
    __generic__ = True

    def __init__(self, raw, buffer_size=8192):
        self._state = 0
        if not raw.readable():
            raise UnsupportedOperation("File or stream is not readable.")
        self._set_raw(raw, buffer_size)

    def readable(self):
        self._ready()
        return self._raw.readable()

    def flush(self):
        self._ready()
        self._raw.flush()

    def write(self, b, /):
        raise UnsupportedOperation("write")

    def read(self, size=-1, /):
        return self._read(size)

    def read1(self, size=-1, /):
        return self._read1(size)

    def readinto(self, target, /):
        return self._read_into(target, False)

    def readinto1(self, target, /):
        return self._read_into(target, True)

    def peek(self, size=0, /):
        return self._peek()

    def readline(self, size=-1, /):
        return self._read_line(count_of(size))

    def __next__(self):
        line = self._read_line(-1)
        if not line:
            raise StopIteration
        return line


class BufferedWriter(_Buffered):
    __module__ = "_io"
    __full_name__ = "_io.BufferedWriter"
    __generic__ = True

    def __init__(self, raw, buffer_size=8192):
        self._state = 0
        if not raw.writable():
            raise UnsupportedOperation("File or stream is not writable.")
        self._set_raw(raw, buffer_size)
        if isinstance(raw, FileIO):
            self._rest = Rest(raw, self._pending)

    def writable(self):
        self._ready()
        return self._raw.writable()

    def read(self, size=-1, /):
        raise UnsupportedOperation("read")

    def read1(self, size=-1, /):
        raise UnsupportedOperation("read1")

    def write(self, b, /):
        return self._write(b)


class BufferedRandom(BufferedReader):
    __module__ = "_io"
    __full_name__ = "_io.BufferedRandom"
    __generic__ = True

    def __init__(self, raw, buffer_size=8192):
        self._state = 0
        if not raw.seekable():
            raise UnsupportedOperation("File or stream is not seekable.")
        if not raw.readable():
            raise UnsupportedOperation("File or stream is not readable.")
        if not raw.writable():
            raise UnsupportedOperation("File or stream is not writable.")
        self._set_raw(raw, buffer_size)
        if isinstance(raw, FileIO):
            self._rest = Rest(raw, self._pending)

    def writable(self):
        self._ready()
        return self._raw.writable()

    def write(self, b, /):
        return self._write(b)

    def flush(self):
        self._check("flush of closed file")
        self._rewind()


class BufferedRWPair(BufferedIOBase):
    __module__ = "_io"
    __full_name__ = "_io.BufferedRWPair"
    __generic__ = True

    def __init__(self, reader, writer, buffer_size=8192, /):
        if not reader.readable():
            raise UnsupportedOperation("File or stream is not readable.")
        if not writer.writable():
            raise UnsupportedOperation("File or stream is not writable.")
        self._reader = BufferedReader(reader, buffer_size)
        self._writer = BufferedWriter(writer, buffer_size)

    def read(self, size=-1, /):
        return self._reader.read(size)

    def read1(self, size=-1, /):
        return self._reader.read1(size)

    def readinto(self, target, /):
        return self._reader.readinto(target)

    def readinto1(self, target, /):
        return self._reader.readinto1(target)

    def peek(self, size=0, /):
        return self._reader.peek(size)

    def write(self, b, /):
        return self._writer.write(b)

    def flush(self):
        self._writer.flush()

    def readable(self):
        return self._reader.readable()

    def writable(self):
        return self._writer.writable()

    def isatty(self):
        return self._writer.isatty() or self._reader.isatty()

    @property
    def closed(self):
        return self._writer.closed

    def close(self):
        try:
            self._writer.close()
        finally:
            self._reader.close()
