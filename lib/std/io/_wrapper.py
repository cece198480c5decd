"""TextIOWrapper: text over a file of bytes of any class."""
from io._base import TextIOBase, count_of
from io._decode import Decoder, Lines, kinds_of
from io._files import FileIO

__unittest = True  # in no traceback: CPython's are written in C

# Codecs of CPython that make no text of bytes.
_NO_TEXT = ("base64", "base_64", "base64_codec", "bz2", "bz2_codec", "hex", "hex_codec", "quopri", "quopri_codec", "quoted_printable",
            "rot13", "rot_13", "uu", "uu_codec", "zip", "zlib", "zlib_codec")

def _without_mark(name):
    """The codec for what comes behind the mark at the beginning."""
    return "utf-8" if name == "utf-8-sig" else name + "-le" if name == "utf-16" or name == "utf-32" else name


def _text_or_none(x, name):
    if x is None or isinstance(x, str):
        return x
    _k.type_error("TextIOWrapper() argument '" + name + "' must be str or None, not " + _k.type_name(x))


def _cookie_parts(cookie):
    # Place in bytes, the decoder's flag there, bytes to give it then, characters to leave out of what it makes of them, and
    # whether they are the last.
    low = (1 << 32) - 1
    return cookie & ((1 << 64) - 1), cookie >> 64 & low, cookie >> 96 & low, cookie >> 128 & low, cookie >> 160


def _cookie_of(place, flag, feed, skip, last):
    return place | flag << 64 | feed << 96 | skip << 128 | last << 160


class TextIOWrapper(TextIOBase):
    __module__ = "_io"
    __full_name__ = "_io.TextIOWrapper"
    __generic__ = True

    # _state: 0 no buffer yet, 1 a buffer, 2 it was detached. _text[_at:] was decoded and not yet handed out; _before is the
    # decoder's flag before the last piece and _piece that piece (what the decoder had left included), which tell() needs.
    # _pending holds encoded text on its way to the buffer.
    def _begin(self):
        self._state = 0

    def __init__(self, buffer, encoding=None, errors=None, newline=None, line_buffering=False, write_through=False):
        self._state = 0
        encoding = _text_or_none(encoding, "encoding")
        errors = _text_or_none(errors, "errors")
        newline = _text_or_none(newline, "newline")
        if encoding is not None and "\0" in encoding:
            raise ValueError("embedded null character")
        if errors is not None and "\0" in errors:
            raise ValueError("embedded null character")
        self._set_newline(newline)
        if encoding is not None and encoding.lower().replace("-", "_") in _NO_TEXT:
            raise LookupError("'" + encoding + "' is not a text encoding; use codecs.open() to handle arbitrary codecs")
        self._buffer = buffer
        self._mode = None
        self._encoding = "UTF-8" if encoding is None or encoding == "locale" else encoding
        self._errors = "strict" if errors is None else errors
        self._lines_at_once = True if line_buffering else False
        self._all_at_once = True if write_through else False
        self._chunk = 8192
        self._pending = [b""][:0]
        self._pending_size = 0
        self._decoder = Decoder(self._encoding, self._errors)
        self._reading = buffer.readable()
        self._writing = buffer.writable()
        self._clear()
        self._codec = 0
        self._handler = 0
        self._seekable = buffer.seekable()
        self._telling = self._seekable
        self._ratio = 0.0
        self._set_encoder(not (self._seekable and self._writing) or buffer.tell() == 0)
        self._state = 1

    def _set_newline(self, newline):
        if newline is not None and newline not in ("", "\n", "\r", "\r\n"):
            raise ValueError("illegal newline value: " + newline)
        self._line_end = "" if newline is None else newline
        self._universal = newline is None or newline == ""
        self._lines = Lines(newline is None)
        self._written_end = newline if newline is not None and newline != "" else "\n"

    def _set_encoder(self, begin):
        # A mark at the beginning is written once.
        name = self._encoding
        if not begin:
            name = _without_mark(_rt.codec_name(_codec_of(name)))
        self._codec = _k.to_int(_codec_of(name))
        self._handler = _k.to_int(_handler_of(self._errors))
        plain = _rt.codec_name(_k.index(self._codec))
        self._marks = begin and _without_mark(plain) != plain

    def _clear(self):
        # Nothing has been read ahead.
        self._text = ""
        self._at = 0
        self._before = 0
        self._piece = b""
        self._has_piece = False
        self._read_any = False

    def _ready(self):
        if self._state != 1:
            raise ValueError("underlying buffer has been detached" if self._state == 2 else "I/O operation on uninitialized object")

    def _begun(self):
        if self._state == 0:
            raise ValueError("I/O operation on uninitialized object")

    def _check(self):
        self._ready()
        if self._buffer.closed:
            raise ValueError("I/O operation on closed file.")

    def __repr__(self):
        self._begun()
        out = "<_io.TextIOWrapper"
        if self._state == 1 and hasattr(self._buffer, "name"):
            out += " name=" + repr(self._buffer.name)
        if self._mode is not None:
            out += " mode=" + repr(self._mode)
        return out + " encoding=" + repr(self._encoding) + ">"

    @property
    def buffer(self):
        self._ready()
        return self._buffer

    @property
    def encoding(self):
        self._begun()
        return self._encoding

    @property
    def errors(self):
        self._begun()
        return self._errors

    @property
    def newlines(self):
        self._ready()
        return kinds_of(self._lines.met) if self._universal else None

    @property
    def line_buffering(self):
        self._begun()
        return self._lines_at_once

    @property
    def write_through(self):
        self._begun()
        return self._all_at_once

    @property
    def name(self):
        self._ready()
        return self._buffer.name

    @property
    def mode(self):
        # Only where somebody has set it, as open() does.
        if self._mode is None:
            raise AttributeError("'_io.TextIOWrapper' object has no attribute 'mode'")
        return self._mode

    @mode.setter
    def mode(self, text):
        self._mode = text

    @property
    def closed(self):
        self._ready()
        return self._buffer.closed

    @property
    def _CHUNK_SIZE(self):
        self._ready()
        return self._chunk

    @_CHUNK_SIZE.setter
    def _CHUNK_SIZE(self, size):
        self._ready()
        if size <= 0:
            raise ValueError("a strictly positive integer is required")
        self._chunk = size

    def readable(self):
        self._ready()
        return self._buffer.readable()

    def writable(self):
        self._ready()
        return self._buffer.writable()

    def seekable(self):
        self._ready()
        return self._buffer.seekable()

    def isatty(self):
        self._ready()
        return self._buffer.isatty()

    def fileno(self):
        self._ready()
        return self._buffer.fileno()

    def detach(self):
        self._ready()
        self.flush()
        self._state = 2
        return self._buffer

    def close(self):
        self._ready()
        if self._buffer.closed:
            return
        try:
            self.flush()
        finally:
            self._buffer.close()

    def flush(self):
        self._check()
        self._telling = self._seekable
        self._send()
        self._buffer.flush()

    def reconfigure(self, *, encoding=None, errors=None, newline=_ABSENT, line_buffering=None, write_through=None):
        self._ready()
        if self._read_any and (encoding is not None or errors is not None or not isinstance(newline, _absent)):
            raise UnsupportedOperation("It is not possible to set the encoding or newline of stream after the first read")
        self.flush()
        if not isinstance(newline, _absent):
            self._set_newline(_text_or_none(newline, "newline"))
        if encoding is not None:
            self._encoding = "UTF-8" if encoding == "locale" else encoding
            self._errors = "strict"
        if errors is not None:
            self._errors = errors
        if encoding is not None or errors is not None:
            self._decoder = Decoder(self._encoding, self._errors)
            self._set_encoder(not (self._seekable and self._writing) or self._buffer.tell() == 0)
        if line_buffering is not None:
            self._lines_at_once = True if line_buffering else False
        if write_through is not None:
            self._all_at_once = True if write_through else False

    # Writing

    def write(self, text, /):
        if isinstance(text, _str_value):
            return self.write(text._krait_value)
        if not isinstance(text, str):
            _k.type_error("write() argument must be str, not " + _k.type_name(text))
        self._check()
        if not self._writing:
            raise UnsupportedOperation("not writable")
        whole = text
        ends = "\n" in text
        if ends and self._written_end != "\n":
            whole = text.replace("\n", self._written_end)
        data = self._encode(whole)
        if self._pending_size + len(data) > self._chunk:
            self._send()
        self._pending.append(data)
        self._pending_size += len(data)
        now = self._lines_at_once and (ends or "\r" in text)
        if self._pending_size >= self._chunk or now or self._all_at_once or self._passes_on():
            self._send()
        if now:
            self._buffer.flush()
        self._clear()
        if self._reading:
            self._decoder.reset()
            self._lines.waits = False
        return len(text)

    def _passes_on(self):
        # A file of the system writes what it has when it dies or the program ends, so it should have everything.
        return _k.has_method(self._buffer, "_kind") or isinstance(self._buffer, FileIO) or hasattr(self._buffer, "_rest")

    def _encode(self, text):
        record = _rt.codec_error_new()
        data = _rt.str_encode(text, _k.index(self._codec), _k.index(self._handler), record)
        if _rt.codec_error_failed(record):
            _encode_failed(text, record)
        _rt.codec_error_free(record)
        if self._marks:
            self._set_encoder(False)
        return data

    def _send(self):
        if self._pending:
            data = b"".join(self._pending)
            self._pending.clear()
            self._pending_size = 0
            self._buffer.write(data)

    # Reading

    def _fill(self, hint):
        # One more piece of the buffer; False at its end.
        if not self._reading:
            raise UnsupportedOperation("not readable")
        size = self._chunk
        if hint > 0:
            size = max(size, int(max(self._ratio, 1.0) * hint))
        self._before = self._flag()
        left = self._decoder.left
        if _k.has_method(self._buffer, "read1"):
            data = self._buffer.read1(size)
            method = "read1"
        else:
            data = self._buffer.read(size)
            method = "read"
        if not (isinstance(data, bytes) or isinstance(data, bytearray) or isinstance(data, memoryview)):
            _k.type_error("underlying " + method + "() should have returned a bytes-like object, not '" + _k.type_name(data) + "'")
        piece = _bytes_like(data)
        last = len(piece) == 0
        text = self._decode(piece, last)
        self._text = text if self._at >= len(self._text) else self._text[self._at:] + text
        self._at = 0
        self._ratio = len(piece) / len(text) if text else 0.0
        self._piece = left + piece
        self._has_piece = True
        self._read_any = True
        return not last or len(text) > 0

    def _decode(self, piece, last):
        text = self._decoder.decode(piece, last)
        return self._lines.turn(text, last) if self._universal else text

    def _flag(self):
        return self._decoder.flag() * 2 + (1 if self._lines.waits else 0) if self._universal else self._decoder.flag()

    def _restore(self, left, flag):
        if self._universal:
            self._lines.waits = flag & 1 == 1
            flag >>= 1
        self._decoder.restore(left, flag)

    def read(self, size=-1, /):
        n = count_of(size)
        self._check()
        if not self._reading:
            raise UnsupportedOperation("not readable")
        self._send()
        if n < 0:
            data = self._buffer.read()
            if not (isinstance(data, bytes) or isinstance(data, bytearray) or isinstance(data, memoryview)):
                _k.type_error("underlying read() should have returned a bytes-like object, not '" + _k.type_name(data) + "'")
            text = self._text[self._at:] + self._decode(_bytes_like(data), True)
            self._clear()
            return text
        parts = []
        while True:
            part = self._text[self._at:self._at + n]
            self._at += len(part)
            n -= len(part)
            parts.append(part)
            if n == 0 or not self._fill(n):
                return parts[0] if len(parts) == 1 else "".join(parts)

    def _end_of_line(self, text, start):
        # Behind the end of the line that begins at `start`; -1 if the text ends before it.
        if self._lines.translate:
            return text.find("\n", start) + 1 or -1
        if self._line_end:
            at = text.find(self._line_end, start)
            return at + len(self._line_end) if at >= 0 else -1
        end = text.find("\n", start)
        other = text.find("\r", start, len(text) if end < 0 else end)
        if other >= 0:
            return other + 2 if other + 1 == end else other + 1
        return end + 1 or -1

    def _read_line(self, limit):
        self._check()
        self._send()
        parts = []
        total = 0
        while True:
            text = self._text
            start = self._at
            end = self._end_of_line(text, start)
            stop = end if end >= 0 else len(text)
            if limit >= 0 and stop - start + total >= limit:
                stop = start + limit - total
                end = stop
            if end < 0 and not self._universal and len(self._line_end) > 1 and text.endswith("\r", start):
                # It may be the first half of a line end.
                stop -= 1
            if stop > start:
                parts.append(text[start:stop])
                total += stop - start
                self._at = stop
            if end >= 0:
                break
            if not self._fill(0):
                if self._at < len(self._text):
                    parts.append(self._text[self._at:])
                    self._at = len(self._text)
                break
        return parts[0] if len(parts) == 1 else "".join(parts)

    def readline(self, size=-1, /):
        return self._read_line(_as_index(size))

    def __next__(self):
        self._ready()
        self._telling = False
        line = self.readline()
        if not isinstance(line, str):
            raise OSError("readline() should have returned a str object, not '" + type(line).__name__ + "'")
        if not line:
            self._has_piece = False
            self._telling = self._seekable
            raise StopIteration
        return line

    # Positions

    def tell(self):
        self._check()
        if not self._seekable:
            raise UnsupportedOperation("underlying stream is not seekable")
        if not self._telling:
            raise OSError("telling position disabled by next() call")
        self.flush()
        place = self._buffer.tell()
        if not self._reading or not self._has_piece:
            return place
        place -= len(self._piece)
        if self._at == 0 and not self._text:
            return place + len(self._piece) - len(self._decoder.left) if not self._decoder.left and not self._lines.waits and self._flag() == 0 else self._place_of(place, 0)
        return self._place_of(place, self._at)

    def _place_of(self, place, skip):
        # The piece is decoded again up to the characters that were handed out.
        left = self._decoder.left
        now = self._flag()
        met = self._lines.met
        flag = self._before
        begin = 0
        try:
            if skip == 0:
                return _cookie_of(place, flag, 0, 0, 0)
            guess = min(int(self._ratio * skip), len(self._piece))
            back = 1
            while guess > 0:
                self._restore(b"", flag)
                n = len(self._decode(self._piece[:guess], False))
                if n <= skip:
                    if not self._decoder.left:
                        begin = guess
                        skip -= n
                        flag = self._flag()
                        break
                    guess -= len(self._decoder.left)
                    back = 1
                else:
                    guess -= back
                    back *= 2
            if begin == 0:
                self._restore(b"", flag)
            place += begin
            feed = 0
            made = 0
            if skip == 0:
                return _cookie_of(place, flag, 0, 0, 0)
            for k in range(begin, len(self._piece)):
                feed += 1
                made += len(self._decode(self._piece[k:k + 1], False))
                if not self._decoder.left and made <= skip:
                    place += feed
                    skip -= made
                    flag = self._flag()
                    feed = 0
                    made = 0
                if made >= skip:
                    return _cookie_of(place, flag, feed, skip, 0)
            made += len(self._decode(b"", True))
            if made < skip:
                raise OSError("can't reconstruct logical file position")
            return _cookie_of(place, flag, feed, skip, 1)
        finally:
            self._restore(left, now)
            self._lines.met = met

    def seek(self, cookie, whence=0, /):
        self._check()
        if not self._seekable:
            raise UnsupportedOperation("underlying stream is not seekable")
        how = _as_index(whence)
        place = _as_index(cookie)
        if how == 1:
            if place != 0:
                raise UnsupportedOperation("can't do nonzero cur-relative seeks")
            place = self.tell()
        elif how == 2:
            if place != 0:
                raise UnsupportedOperation("can't do nonzero end-relative seeks")
            self.flush()
            self._clear()
            self._decoder.reset()
            self._lines.waits = False
            end = self._buffer.seek(0, 2)
            self._set_encoder(end == 0)
            return end
        elif how != 0:
            raise ValueError("invalid whence (" + str(how) + ", should be 0, 1 or 2)")
        if place < 0:
            raise ValueError("negative seek position " + str(place))
        self.flush()
        begin, flag, feed, skip, last = _cookie_parts(place)
        self._buffer.seek(begin)
        self._clear()
        if place == 0:
            self._decoder.reset()
            self._lines.waits = False
        else:
            self._restore(b"", flag)
        if skip:
            piece = self._buffer.read(feed)
            self._before = flag
            self._piece = _bytes_like(piece)
            self._has_piece = True
            self._text = self._decode(self._piece, last != 0)
            self._read_any = True
            if len(self._text) < skip:
                raise OSError("can't restore logical file position")
            self._at = skip
        elif self._reading:
            self._before = flag
            self._has_piece = True
        if self._writing:
            self._set_encoder(begin == 0 and flag == 0)
        return place

    def truncate(self, pos=None, /):
        self._check()
        self.flush()
        return self._buffer.truncate(pos)
