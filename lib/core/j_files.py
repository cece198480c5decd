# open() and file objects, over the runtime's files (runtime/os/file.h).


class UnsupportedOperation(OSError, ValueError):
    __module__ = "io"


def _io_failed(file, code, closed, reading, writing):
    # Raises for the negative result of a file function; returns after a signal that raised nothing: try again.
    _k.cold()
    if code == -5005:
        _rt.check_interrupt()
        return
    if code == -5000:
        raise ValueError(closed)
    if code == -5001:
        raise UnsupportedOperation(reading)
    if code == -5002:
        raise UnsupportedOperation(writing)
    if code == -5004:
        record = _rt.file_codec_error(file)
        data = _k.opt_bytes(_rt.file_error_bytes(file))
        if data is None:
            data = b""
        raise UnicodeDecodeError(
            _rt.codec_error_encoding(record), data, _k.to_int(_rt.codec_error_start(record)),
            _k.to_int(_rt.codec_error_end(record)), _rt.codec_error_reason(record))
    if code == -5006:
        raise OSError("telling position disabled by next() call")
    if code == -5007:
        raise UnsupportedOperation("underlying stream is not seekable")
    if code == -5008:
        name = "UTF-16" if _rt.codec_name(_rt.file_codec(file)) == "utf-16" else "UTF-32"
        raise UnicodeError(name + " stream does not start with BOM")
    raise _os_error(-code, None)


def _write_failed(file, code, text, closed, writing):
    _k.cold()
    if code == -5003:
        record = _rt.file_codec_error(file)
        raise UnicodeEncodeError(
            _rt.codec_error_encoding(record), text, _k.to_int(_rt.codec_error_start(record)),
            _k.to_int(_rt.codec_error_end(record)), _rt.codec_error_reason(record))
    _io_failed(file, code, closed, "not readable", writing)


def _file_write(file, text):
    # What print(file=...) does with each piece.
    if isinstance(file, _TextIOWrapper):
        code = _rt.file_write_str(file._file, text)
        if code < 0:
            _write_failed(file._file, code, text, "I/O operation on closed file.", "not writable")
    else:
        file.write(text)


def _check_open(file):
    if _rt.file_closed(file):
        raise ValueError("I/O operation on closed file")


def _size_argument(size):
    # The number of characters or bytes wanted; negative: all.
    if size is None:
        return _k.i64(-1)
    if isinstance(size, int):
        return _k.index(size)
    _k.type_error("argument should be integer or None, not '" + _k.type_name(size) + "'")


class _TextIOWrapper:
    __module__ = "_io"
    _CHUNK_SIZE = 8192

    def __init__(self, file, encoding):
        self._file = file
        self._encoding = encoding
        self._telling = True

    def __repr__(self):
        return ("<_io.TextIOWrapper name=" + repr(_rt.file_name(self._file)) + " mode=" +
                repr(_rt.file_mode(self._file)) + " encoding=" + repr(self._encoding) + ">")

    def __enter__(self):
        if _rt.file_closed(self._file):
            raise ValueError("I/O operation on closed file.")
        return self

    def __exit__(self, kind, value, traceback):
        self.close()
        return None

    def __iter__(self):
        if _rt.file_closed(self._file):
            raise ValueError("I/O operation on closed file.")
        return self

    def _next_(self):
        line = _rt.file_readline(self._file)
        if line is None:
            line = self._line_failed()
            if line is None:
                self._telling = True
                _k.stop()
        self._telling = False
        return line

    def __next__(self):
        return next(self)

    def _line_failed(self):
        # The end of the file: None. Otherwise raises, or gives the line that was read after a signal.
        while True:
            code = _rt.file_error(self._file)
            if code == 0:
                return None
            _io_failed(self._file, code, "I/O operation on closed file.", "not readable", "not writable")
            line = _rt.file_readline(self._file)
            if line is not None:
                return line

    def read(self, size=-1):
        n = _size_argument(size)
        while True:
            text = _rt.file_read(self._file, n)
            if text is not None:
                return text
            _io_failed(self._file, _rt.file_error(self._file), "I/O operation on closed file.", "not readable", "")

    def readline(self, size=-1):
        if not isinstance(size, int):
            _k.type_error("'" + _k.type_name(size) + "' object cannot be interpreted as an integer")
        n = _k.index(size)
        line = _rt.file_readline(self._file) if n < 0 else _rt.file_readline_limit(self._file, n)
        if line is not None:
            return line
        code = _rt.file_error(self._file)
        if code != 0:
            _io_failed(self._file, code, "I/O operation on closed file.", "not readable", "")
            return self.readline(size)
        return ""

    def readlines(self, hint=-1):
        limit = _size_argument(hint)
        out = []
        total = _k.i64(0)
        for line in self:
            out.append(line)
            if limit > 0:
                total = total + _rt.str_len(line)
                if total >= limit:
                    break
        return out

    def write(self, text):
        if not isinstance(text, str):
            _k.type_error("write() argument must be str, not " + _k.type_name(text))
        code = _rt.file_write_str(self._file, text)
        if code < 0:
            _write_failed(self._file, code, text, "I/O operation on closed file.", "not writable")
        return _k.small_int(_rt.str_len(text))

    def writelines(self, lines):
        if _rt.file_closed(self._file):
            raise ValueError("I/O operation on closed file.")
        for line in lines:
            self.write(line)

    def seek(self, cookie, whence=0):
        file = self._file
        if _rt.file_closed(file):
            raise ValueError("I/O operation on closed file.")
        if whence == 1 and cookie != 0:
            raise UnsupportedOperation("can't do nonzero cur-relative seeks")
        if whence == 2 and cookie != 0:
            raise UnsupportedOperation("can't do nonzero end-relative seeks")
        if whence < 0 or whence > 2:
            raise ValueError("invalid whence (" + str(whence) + ", should be 0, 1 or 2)")
        if cookie < 0:
            raise ValueError("negative seek position " + str(cookie))
        at = _rt.file_seek(file, _ssize(cookie), _ssize(whence))
        if at < 0:
            _io_failed(file, at, "I/O operation on closed file.", "not readable", "not writable")
        return _k.small_int(at)

    def tell(self):
        file = self._file
        if not self._telling:
            _io_failed(file, _k.i64(-5006), "", "", "")
        at = _rt.file_tell(file)
        if at < 0:
            _io_failed(file, at, "I/O operation on closed file.", "not readable", "not writable")
        return _k.small_int(at)

    def truncate(self, size=None):
        at = _rt.file_truncate(self._file, _size_argument(size))
        if at < 0:
            _io_failed(self._file, at, "I/O operation on closed file.", "truncate", "truncate")
        return _k.small_int(at)

    def flush(self):
        code = _rt.file_flush(self._file)
        if code < 0:
            _io_failed(self._file, code, "I/O operation on closed file.", "", "")
        if _rt.file_closed(self._file):
            raise ValueError("I/O operation on closed file.")

    def close(self):
        code = _rt.file_close(self._file)
        if code < 0:
            _io_failed(self._file, code, "I/O operation on closed file.", "", "")

    def detach(self):
        self.flush()
        return _BufferedReader(self._file)

    @property
    def write_through(self):
        return False

    def fileno(self):
        _check_open(self._file)
        return _k.small_int(_rt.file_fileno(self._file))

    def isatty(self):
        _check_open(self._file)
        return _rt.file_isatty(self._file)

    def readable(self):
        if _rt.file_readable(self._file):
            _check_open(self._file)
            return True
        return False

    def writable(self):
        if _rt.file_writable(self._file):
            _check_open(self._file)
            return True
        return False

    def seekable(self):
        _check_open(self._file)
        return _rt.file_seekable(self._file)

    def reconfigure(self, *, encoding=None, errors=None, newline=None, line_buffering=None, write_through=None):
        codec = _k.i64(-1)
        handler = _k.i64(-1)
        mode = _k.i64(-1)
        lines = _k.i64(-1)
        if encoding is not None:
            codec = _codec_of(encoding)
            self._encoding = encoding
            handler = _k.i64(0)
        if errors is not None:
            handler = _handler_of(errors)
        if newline is not None:
            mode = _newline_mode(newline)
        if line_buffering is not None:
            lines = _k.i64(1) if line_buffering else _k.i64(0)
        _rt.file_reconfigure(self._file, mode, codec, handler, lines)

    @property
    def name(self):
        return _rt.file_name(self._file)

    @property
    def mode(self):
        return _rt.file_mode(self._file)

    @property
    def closed(self):
        return _rt.file_closed(self._file)

    @property
    def encoding(self):
        return self._encoding

    @property
    def errors(self):
        return _handler_name(_rt.file_errors(self._file))

    @property
    def line_buffering(self):
        return _rt.file_line_buffering(self._file)

    @property
    def buffer(self):
        return _BufferedReader(self._file)


class _BufferedReader:
    # Binary files of all modes, where the mode is not known when the program is compiled.
    __module__ = "_io"

    def __init__(self, file):
        self._file = file

    def _kind(self):
        if _rt.file_readable(self._file):
            return "BufferedRandom" if _rt.file_writable(self._file) else "BufferedReader"
        return "BufferedWriter"

    def __repr__(self):
        return "<_io." + self._kind() + " name=" + repr(_rt.file_name(self._file)) + ">"

    def __enter__(self):
        if _rt.file_closed(self._file):
            raise ValueError("I/O operation on closed file.")
        return self

    def __exit__(self, kind, value, traceback):
        self.close()
        return None

    def __iter__(self):
        if _rt.file_closed(self._file):
            raise ValueError("I/O operation on closed file.")
        return self

    def _next_(self):
        line = _k.opt_bytes(_rt.file_readline_bytes(self._file, -1))
        if line is None:
            code = _rt.file_error(self._file)
            if code != 0:
                _io_failed(self._file, code, "readline of closed file", "read", "")
                return self._next_()
            _k.stop()
        if _rt.bytes_len(line) == 0:
            _k.stop()
        return line

    def __next__(self):
        return next(self)

    def read(self, size=-1):
        n = _size_argument(size)
        while True:
            data = _k.opt_bytes(_rt.file_read_bytes(self._file, n))
            if data is not None:
                return data
            _io_failed(self._file, _rt.file_error(self._file), "read of closed file", "read", "")

    def _some(self, n, keep, closed):
        # What is there, else what one read of the system gives.
        while True:
            data = _k.opt_bytes(_rt.file_read_some(self._file, n, keep))
            if data is not None:
                return data
            _io_failed(self._file, _rt.file_error(self._file), closed, "read", "")

    def read1(self, size=-1):
        n = _size_argument(size)
        return self._some(_k.i64(8192) if n < 0 else n, False, "read of closed file")

    def peek(self, size=0):
        return self._some(_k.i64(8192), True, "peek of closed file")

    def readline(self, size=-1):
        n = _size_argument(size)
        line = _k.opt_bytes(_rt.file_readline_bytes(self._file, n))
        if line is not None:
            return line
        code = _rt.file_error(self._file)
        if code != 0:
            _io_failed(self._file, code, "readline of closed file", "read", "")
            return self.readline(size)
        return b""

    def readlines(self, hint=-1):
        limit = _size_argument(hint)
        out = []
        total = _k.i64(0)
        for line in self:
            out.append(line)
            if limit > 0:
                total = total + _rt.bytes_len(line)
                if total >= limit:
                    break
        return out

    def readinto(self, target):
        if isinstance(target, memoryview):
            data = self.read(target.nbytes)
            target[:len(data)] = data
            return len(data)
        n = _rt.file_read_into(self._file, target._data(), target.__len__())
        if n < 0:
            _io_failed(self._file, n, "readinto of closed file", "read", "")
            return self.readinto(target)
        return _k.small_int(n)

    def write(self, data):
        part = _bytes_like(data)
        code = _rt.file_write_bytes(self._file, part)
        count = _rt.bytes_len(part)
        if code < 0:
            _io_failed(self._file, code, "write to closed file", "read", "write")
        return _k.small_int(count)

    def writelines(self, lines):
        if _rt.file_closed(self._file):
            raise ValueError("I/O operation on closed file.")
        for line in lines:
            self.write(line)

    def seek(self, target, whence=0):
        if whence < 0 or whence > 2:
            raise ValueError("whence value " + str(whence) + " unsupported")
        if _rt.file_closed(self._file):
            raise ValueError("seek of closed file")
        at = _rt.file_seek(self._file, _ssize(target), _ssize(whence))
        if at < 0:
            _io_failed(self._file, at, "seek of closed file", "read", "write")
        return _k.small_int(at)

    def tell(self):
        _check_open(self._file)
        at = _rt.file_tell(self._file)
        if at < 0:
            _io_failed(self._file, at, "", "read", "write")
        return _k.small_int(at)

    def truncate(self, size=None):
        at = _rt.file_truncate(self._file, _size_argument(size))
        if at < 0:
            _io_failed(self._file, at, "truncate of closed file", "truncate", "truncate")
        return _k.small_int(at)

    def flush(self):
        if _rt.file_closed(self._file):
            raise ValueError("flush of closed file" if _rt.file_writable(self._file) else "I/O operation on closed file.")
        code = _rt.file_flush(self._file)
        if code < 0:
            _io_failed(self._file, code, "flush of closed file", "", "")

    def close(self):
        code = _rt.file_close(self._file)
        if code < 0:
            _io_failed(self._file, code, "", "", "")

    def fileno(self):
        _check_open(self._file)
        return _k.small_int(_rt.file_fileno(self._file))

    def isatty(self):
        _check_open(self._file)
        return _rt.file_isatty(self._file)

    def readable(self):
        if _rt.file_readable(self._file):
            _check_open(self._file)
            return True
        return False

    def writable(self):
        if _rt.file_writable(self._file):
            _check_open(self._file)
            return True
        return False

    def seekable(self):
        _check_open(self._file)
        return _rt.file_seekable(self._file)

    @property
    def name(self):
        return _rt.file_name(self._file)

    @property
    def mode(self):
        mode = _rt.file_mode(self._file)
        if _rt.str_contains(mode, "b"):
            return mode
        # That of a text file, seen through its `buffer`.
        plus = "+" if _rt.str_contains(mode, "+") else ""
        letter = "a" if _rt.str_contains(mode, "a") else "x" if _rt.str_contains(mode, "x") else "w" if plus == "" and _rt.str_contains(mode, "w") else "r"
        return letter + "b" + plus

    @property
    def closed(self):
        return _rt.file_closed(self._file)

    @property
    def raw(self):
        return _FileIO(self._file)

    def detach(self):
        self.flush()
        return _FileIO(self._file)


class _BufferedWriter(_BufferedReader):
    __module__ = "_io"


class _BufferedRandom(_BufferedReader):
    __module__ = "_io"


class _FileIO(_BufferedReader):
    # Without a buffer.
    __module__ = "_io"

    @property
    def closefd(self):
        return _rt.file_owned(self._file)

    def read(self, size=-1):
        n = _size_argument(size)
        if n < 0:
            return _BufferedReader.read(self)
        return self._some(n, False, "I/O operation on closed file")

    def readall(self):
        return self.read()

    def __repr__(self):
        if _rt.file_closed(self._file):
            return "<_io.FileIO [closed]>"
        return "<_io.FileIO name=" + repr(_rt.file_name(self._file)) + " mode=" + repr(self.mode) + " closefd=" + repr(self.closefd) + ">"


def _codec_of(encoding):
    codec = _rt.codec_lookup(encoding)
    if codec < 0:
        raise LookupError("unknown encoding: " + encoding)
    return codec


def _handler_of(errors):
    handler = _rt.codec_errors_lookup(errors)
    if handler < 0:
        raise LookupError("unknown error handler name '" + errors + "'")
    return handler


def _handler_name(handler):
    n = _k.to_int(handler)
    names = ["strict", "ignore", "replace", "backslashreplace", "surrogateescape", "surrogatepass",
             "xmlcharrefreplace", "namereplace"]
    return names[n]


def _newline_mode(newline):
    if newline is None:
        return _k.i64(0)
    if newline == "":
        return _k.i64(1)
    if newline == "\n":
        return _k.i64(2)
    if newline == "\r":
        return _k.i64(3)
    if newline == "\r\n":
        return _k.i64(4)
    raise ValueError("illegal newline value: " + newline)


def _path_text(path):
    # The str of a path argument.
    if isinstance(path, str):
        return path
    if isinstance(path, bytes):
        return path.decode("utf-8", "surrogateescape")
    if _k.has_method(path, "__fspath__"):
        return _path_text(path.__fspath__())
    _k.type_error("expected str, bytes or os.PathLike object, not " + _k.type_name(path))


def _open_mode(mode):
    # The flags of the system's open() for the mode of a call; ValueError texts as CPython's.
    main = _k.i64(0)
    plus = _k.i64(0)
    text = False
    binary = False
    flags = _k.i64(0)
    i = _k.i64(0)
    n = _rt.str_len(mode)
    while i < n:
        c = _rt.str_ord_at(mode, i)
        if c == 114:  # r
            main = main + 1
        elif c == 119:  # w
            main = main + 1
            flags = flags | 577
        elif c == 97:  # a
            main = main + 1
            flags = flags | 1089
        elif c == 120:  # x
            main = main + 1
            flags = flags | 193
        elif c == 43:
            plus = plus + 1
        elif c == 116:
            text = True
        elif c == 98:
            binary = True
        else:
            raise ValueError("invalid mode: '" + mode + "'")
        if _rt.str_find_char(mode, c, i + 1, n) >= 0:
            raise ValueError("invalid mode: '" + mode + "'")
        i = i + 1
    if text and binary:
        raise ValueError("can't have text and binary mode at once")
    if main > 1:
        raise ValueError("must have exactly one of create/read/write/append mode")
    if main == 0:
        raise ValueError("Must have exactly one of create/read/write/append mode and at most one plus")
    if plus > 0:
        flags = (flags & -2) | 2
    return flags


def _open_native(path, flags, options, newline, codec, handler, mode, closefd, opener):
    # closefd and opener are _ABSENT in calls without them, for which nothing of them is compiled. The runtime's file: `flags` of the system's open(), `options` FileFlag bits beside those that follow from it.
    access = flags & 3
    if access != 1:
        options = options | 1
    if access != 0:
        options = options | 2
    if flags & 1024 != 0:
        options = options | 64
    if isinstance(path, int):
        fd = _k.index(path)
        _check_descriptor(fd)
        owned = _k.i64(16)
        if not isinstance(closefd, _absent):
            if not closefd:
                owned = _k.i64(0)
        return _rt.file_new(fd, options | owned, newline, codec, handler, str(path), mode)
    if not isinstance(closefd, _absent):
        if not closefd:
            raise ValueError("Cannot use closefd=False with file name")
    if not isinstance(opener, _absent):
        if opener is not None:
            opened = opener(path, _k.to_int(flags | 524288))
            if not isinstance(opened, int):
                raise TypeError("expected integer from opener")
            if opened < 0:
                raise ValueError("opener returned " + str(opened))
            return _rt.file_new(_k.index(opened), options | 16, newline, codec, handler, _path_text(path), mode)
    name = _path_text(path)
    if _rt.str_find_char(name, 0, 0, _rt.str_len(name)) >= 0:
        raise ValueError("embedded null byte")
    fd = _rt.file_open(name, flags, 438)
    if fd < 0:
        raise _os_error(-fd, name)
    if access == 0 and _is_folder(fd):
        _rt.os_close(fd)
        raise _os_error(_k.i64(21), name)
    return _rt.file_new(fd, options | 16, newline, codec, handler, name, mode)


def _check_descriptor(fd):
    out = _k.buf_new_i64(16)
    code = _rt.os_fstat(fd, out)
    _k.buf_free(out, 16)
    if code < 0:
        raise _os_error(-code, None)


def _is_folder(fd):
    out = _k.buf_new_i64(16)
    code = _rt.os_fstat(fd, out)
    kind = _k.buf_get(out, 0) & 61440
    _k.buf_free(out, 16)
    return code == 0 and kind == 16384


def _optional_text(x, name):
    if x is None or isinstance(x, str):
        return x
    _k.type_error(name + " must be str or None, not " + _k.type_name(x))


def _open_text(file, mode="r", buffering=-1, encoding=None, errors=None, newline=None, closefd=_ABSENT, opener=_ABSENT):
    encoding = _optional_text(encoding, "open() argument 'encoding'")
    errors = _optional_text(errors, "open() argument 'errors'")
    newline = _optional_text(newline, "open() argument 'newline'")
    flags = _open_mode(mode)
    codec = _k.i64(0)
    label = "UTF-8"
    if encoding is not None:
        label = encoding
    options = _k.i64(4)
    if buffering == 0:
        raise ValueError("can't have unbuffered text I/O")
    if buffering == 1:
        options = options | 8
    newlines = _k.i64(0)
    handler = _k.i64(0)
    try:
        codec = _codec_of("utf-8" if label == "locale" else label)
        if errors is not None:
            handler = _handler_of(errors)
        newlines = _newline_mode(newline)
    except (ValueError, LookupError):
        # The file is opened before anybody looks at what it holds: if that fails, that is the error.
        _open_native(file, flags, options | 128, newlines, 0, 0, mode, closefd, opener)
        raise
    return _TextIOWrapper(_open_native(file, flags, options | 128, newlines, codec, handler, mode, closefd, opener), label)


def _open_binary(file, mode="r", buffering=-1, encoding=None, errors=None, newline=None, closefd=_ABSENT, opener=_ABSENT):
    return _BufferedReader(_open_bytes(file, mode, buffering, encoding, errors, newline, closefd, opener))


# What a literal mode asks for.
def _open_binary_out(file, mode="r", buffering=-1, encoding=None, errors=None, newline=None, closefd=_ABSENT, opener=_ABSENT):
    return _BufferedWriter(_open_bytes(file, mode, buffering, encoding, errors, newline, closefd, opener))


def _open_binary_both(file, mode="r", buffering=-1, encoding=None, errors=None, newline=None, closefd=_ABSENT, opener=_ABSENT):
    return _BufferedRandom(_open_bytes(file, mode, buffering, encoding, errors, newline, closefd, opener))


def _open_binary_raw(file, mode="r", buffering=-1, encoding=None, errors=None, newline=None, closefd=_ABSENT, opener=_ABSENT):
    return _FileIO(_open_bytes(file, mode, buffering, encoding, errors, newline, closefd, opener))


def _open_bytes(file, mode, buffering, encoding, errors, newline, closefd, opener):
    flags = _open_mode(mode)
    if encoding is not None:
        raise ValueError("binary mode doesn't take an encoding argument")
    if errors is not None:
        raise ValueError("binary mode doesn't take an errors argument")
    if newline is not None:
        raise ValueError("binary mode doesn't take a newline argument")
    options = _k.i64(0)
    if buffering == 0:
        options = options | 32
    label = "rb"
    if flags & 3 == 2:
        label = "ab+" if flags & 1024 != 0 else ("xb+" if flags & 128 != 0 else "rb+")
    elif flags & 3 == 1:
        label = "ab" if flags & 1024 != 0 else ("xb" if flags & 128 != 0 else "wb")
    return _open_native(file, flags, options, 0, 0, 0, label, closefd, opener)


def _open_any(file, mode="r", buffering=-1, encoding=None, errors=None, newline=None, closefd=_ABSENT, opener=_ABSENT):
    # Calls with a constant mode go to _open_text or _open_binary at once.
    mode = _text_argument(mode, "open() argument 'mode'")
    if _rt.str_contains(mode, "b"):
        return _open_binary(file, mode, buffering, encoding, errors, newline, closefd, opener)
    return _open_text(file, mode, buffering, encoding, errors, newline, closefd, opener)


def open(file, mode="r", buffering=-1, encoding=None, errors=None, newline=None, closefd=_ABSENT, opener=_ABSENT):
    return _open_any(file, mode, buffering, encoding, errors, newline, closefd, opener)


def _sys_argv():
    out = []
    i = _k.i64(0)
    n = _rt.argc()
    while i < n:
        out.append(_rt.argv(i))
        i = i + 1
    return out


def _sys_stream(which):
    if which == 0:
        return _TextIOWrapper(_rt.stdin(), "utf-8")
    if which == 1:
        return _TextIOWrapper(_rt.stdout(), "utf-8")
    return _TextIOWrapper(_rt.stderr(), "utf-8")


def _sys_set_recursion_limit(limit):
    _rt.set_recursion_limit(_k.index(limit))


def _sys_recursion_limit():
    return _k.to_int(_rt.recursion_limit())
