"""Bytes to text piece by piece, and the line ends of it."""

__unittest = True  # in no traceback: CPython's are written in C

_KINDS = (None, "\r", "\n", ("\r", "\n"), "\r\n", ("\r", "\r\n"), ("\n", "\r\n"), ("\r", "\n", "\r\n"))


def kinds_of(met):
    """What `newlines` is for the bits of line ends met: 1 for "\\r", 2 for "\\n", 4 for both."""
    return _KINDS[met]


def met_in(text):
    if "\r" not in text:
        return 2 if "\n" in text else 0
    both = text.count("\r\n")
    return (4 if both else 0) | (1 if text.count("\r") > both else 0) | (2 if text.count("\n") > both else 0)


class Lines:
    """Line ends of text that comes in pieces: a "\\r" at the end of a piece waits for the next one."""

    def __init__(self, translate):
        self.translate = translate
        self.met = 0
        self.waits = False

    def turn(self, text, final):
        if self.waits and (text or final):
            text = "\r" + text
            self.waits = False
        if not final and text.endswith("\r"):
            text = text[:-1]
            self.waits = True
        self.met |= met_in(text)
        if self.translate and "\r" in text:
            text = text.replace("\r\n", "\n").replace("\r", "\n")
        return text


class Decoder:
    """An incremental decoder of one of the runtime's codecs: what is incomplete at the end of a piece waits."""

    def __init__(self, encoding, errors):
        self._codec = _k.to_int(_codec_of(encoding))
        self._handler = _k.to_int(_handler_of(errors))
        name = _rt.codec_name(_k.index(self._codec))
        # Bytes of the mark at the beginning; 0: there is none.
        self._mark = 2 if name == "utf-16" else 4 if name == "utf-32" else 3 if name == "utf-8-sig" else 0
        ordered = self._mark == 2 or self._mark == 4
        self._little = _k.to_int(_codec_of(name + "-le" if ordered else "utf-8"))
        self._big = _k.to_int(_codec_of(name + "-be" if ordered else "utf-8"))
        self._active = self._codec
        self._begun = self._mark == 0
        self.left = b""

    def reset(self):
        self._active = self._codec
        self._begun = self._mark == 0
        self.left = b""

    def flag(self):
        """The number that CPython's decoders have in their state."""
        if not self._begun:
            return 1 if self._mark == 3 else 2
        return 1 if self._mark > 0 and self._mark != 3 and self._active == self._big else 0

    def restore(self, left, flag):
        self.left = left
        if self._mark == 3:
            self._begun = flag == 0
        elif self._mark > 0:
            self._begun = flag < 2
            self._active = self._codec if flag >= 2 else self._big if flag == 1 else self._little

    def _begin(self, data, final):
        # Looks at the mark: the bytes behind it, None while it is incomplete.
        if self._mark == 3:
            if not final and len(data) < 3 and b"\xef\xbb\xbf".startswith(data):
                return None
            self._begun = True
            self._active = self._little
            return data[3:] if data.startswith(b"\xef\xbb\xbf") else data
        if len(data) < self._mark:
            return data if final else None
        first = data[:self._mark]
        if first == (b"\xff\xfe" if self._mark == 2 else b"\xff\xfe\0\0"):
            self._active = self._little
        elif first == (b"\xfe\xff" if self._mark == 2 else b"\0\0\xfe\xff"):
            self._active = self._big
        else:
            raise UnicodeError("UTF-" + str(self._mark * 8) + " stream does not start with BOM")
        self._begun = True
        return data[self._mark:]

    def decode(self, data, final):
        if self.left:
            data = self.left + data
        if not self._begun:
            rest = self._begin(data, final)
            if rest is None:
                self.left = data
                return ""
            data = rest
        record = _rt.codec_error_new()
        size = _rt.bytes_len(data)
        text = _rt.decode_buffer(_rt.bytes_data(data), size, _k.index(self._active), _k.index(self._handler), final, record)
        _k.keep(data)
        if _rt.codec_error_failed(record):
            _decode_failed(data, record)
        used = size if final else _rt.codec_error_consumed(record)
        _rt.codec_error_free(record)
        self.left = _rt.bytes_substr(data, used, size) if used < size else b""
        return text


class IncrementalNewlineDecoder:
    __module__ = "_io"
    __full_name__ = "_io.IncrementalNewlineDecoder"
    __generic__ = True

    def _begin(self):
        pass

    def __init__(self, decoder, translate, errors="strict"):
        self._decoder = decoder
        self._lines = Lines(True if translate else False)
        self.errors = errors

    def decode(self, input, final=False):
        if self._decoder is None:
            text = input
        else:
            text = self._decoder.decode(input, final)
        if not isinstance(text, str):
            _k.type_error("decoder should return a string result, not '" + _k.type_name(text) + "'")
        return self._lines.turn(text, True if final else False)

    def getstate(self):
        left = b""
        flag = 0
        if self._decoder is not None:
            left, flag = self._decoder.getstate()
        return left, flag * 2 + (1 if self._lines.waits else 0)

    def setstate(self, state, /):
        if not isinstance(state, tuple):
            _k.type_error("state argument must be a tuple")
        left, flag = state
        self._lines.waits = flag & 1 == 1
        if self._decoder is not None:
            self._decoder.setstate((left, flag >> 1))

    def reset(self):
        self._lines.met = 0
        self._lines.waits = False
        if self._decoder is not None:
            self._decoder.reset()

    @property
    def newlines(self):
        return kinds_of(self._lines.met)
