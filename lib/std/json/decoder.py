"""Reading JSON texts."""

NaN = float("nan")
PosInf = float("inf")
NegInf = float("-inf")


_CONSTANTS = {"-Infinity": NegInf, "Infinity": PosInf, "NaN": NaN}


class JSONDecodeError(ValueError):
    def __init__(self, msg, doc, pos):
        line = doc.count("\n", 0, pos) + 1
        column = pos - doc.rfind("\n", 0, pos)
        super().__init__(msg + ": line " + str(line) + " column " + str(column) + " (char " + str(pos) + ")")
        self.msg = msg
        self.doc = doc
        self.pos = pos
        self.lineno = line
        self.colno = column

    def __reduce__(self):
        return self.__class__, (self.msg, self.doc, self.pos)


class _Reader:
    # Reads the values of one text. `hooks` goes through all its methods, so that what is not used costs nothing:
    # (object_hook, parse_float, parse_int, parse_constant, object_pairs_hook), each None if it is not given.
    def __init__(self, text, strict):
        self.text = text
        self.strict = strict
        self.at = _k.i64(0)
        self.size = _rt.str_len(text)

    def fail(self, message, at):
        raise JSONDecodeError(message, self.text, _k.to_int(at))

    def skip(self):
        self.at = _rt.json_skip(self.text, self.at)

    # The character at the place, 0 at the end.
    def peek(self):
        return _rt.str_ord_at(self.text, self.at) if self.at < self.size else _k.i64(0)

    def value(self, hooks):
        c = self.peek()
        if c == 34:
            return self.string()
        if c == 123:
            return self.mapping(hooks)
        if c == 91:
            return self.sequence(hooks)
        text = self.text
        if c == 110 and text.startswith("null", _k.to_int(self.at)):
            self.at = self.at + 4
            return None
        if c == 116 and text.startswith("true", _k.to_int(self.at)):
            self.at = self.at + 4
            return True
        if c == 102 and text.startswith("false", _k.to_int(self.at)):
            self.at = self.at + 5
            return False
        end = _rt.json_number(text, self.at)
        if end < 0:
            return self.constant(hooks)
        start = self.at
        real = end & 1 != 0
        end = end >> 1
        self.at = end
        if real:
            if hooks[1] is not None:
                return hooks[1](text[_k.to_int(start):_k.to_int(end)])
            return _rt.json_float(text, start, end)
        if hooks[2] is not None:
            return hooks[2](text[_k.to_int(start):_k.to_int(end)])
        if end - start <= 18:
            return _k.small_int(_rt.json_int(text, start, end))
        return int(text[_k.to_int(start):_k.to_int(end)])

    def constant(self, hooks):
        at = _k.to_int(self.at)
        for name in ("NaN", "Infinity", "-Infinity"):
            if self.text.startswith(name, at):
                self.at = self.at + _k.index(len(name))
                if hooks[3] is not None:
                    return hooks[3](name)
                return _CONSTANTS[name]
        self.fail("Expecting value", self.at)

    def code(self, at):
        digits = self.text[_k.to_int(at):_k.to_int(at) + 4]
        good = at + 4 < self.size  # and the quote
        for c in digits:
            if c not in "0123456789abcdefABCDEF":
                good = False
        if not good:
            self.fail("Invalid \\uXXXX escape", at - 1)
        return _k.index(int(digits, 16))

    # The text whose first quote is at the place.
    def string(self):
        start = self.at + 1
        end = _rt.json_plain(self.text, start)
        if end < self.size and _rt.str_ord_at(self.text, end) == 34:
            self.at = end + 1
            return _rt.str_substr(self.text, start, end)
        return self.string_with_escapes()

    def string_with_escapes(self):
        _k.cold()
        text = self.text
        begin = self.at
        at = begin + 1
        out = []
        while True:
            start = at
            at = _rt.json_plain(text, at)
            out.append(_rt.str_substr(text, start, at))
            if at >= self.size:
                self.fail("Unterminated string starting at", begin)
            c = _rt.str_ord_at(text, at)
            if c == 34:
                self.at = at + 1
                return "".join(out)
            if c != 92:
                if self.strict:
                    self.fail("Invalid control character at", at)
                out.append(_rt.str_char_at(text, at))
                at = at + 1
                continue
            at = at + 1
            if at >= self.size:
                self.fail("Unterminated string starting at", begin)
            c = _rt.str_ord_at(text, at)
            if c == 117:
                n = self.code(at + 1)
                at = at + 5
                if 55296 <= n and n < 56320 and at + 6 < self.size and text.startswith("\\u", _k.to_int(at)):
                    low = self.code(at + 2)
                    if 56320 <= low and low < 57344:
                        n = 65536 + ((n - 55296) << 10) + (low - 56320)
                        at = at + 6
                out.append(_rt.str_from_char(n))
                continue
            place = '"\\/bfnrt'.find(_rt.str_char_at(text, at))
            if place < 0:
                self.fail("Invalid \\escape", at - 1)
            out.append('"\\/\b\f\n\r\t'[place])
            at = at + 1

    def sequence(self, hooks):
        out = _k.unchecked([])
        self.at = self.at + 1
        self.skip()
        if self.peek() == 93:
            self.at = self.at + 1
            return out
        while True:
            out.append(self.value(hooks))
            self.skip()
            c = self.peek()
            if c == 93:
                self.at = self.at + 1
                return out
            if c != 44:
                self.fail("Expecting ',' delimiter", self.at)
            self.at = self.at + 1
            self.skip()

    # Reads a key and what stands between it and its value.
    def key(self):
        if self.peek() != 34:
            self.fail("Expecting property name enclosed in double quotes", self.at)
        key = self.string()
        if self.peek() != 58:
            self.skip()
            if self.peek() != 58:
                self.fail("Expecting ':' delimiter", self.at)
        self.at = self.at + 1
        self.skip()
        return key

    # Goes on behind a value: is there another one?
    def more(self):
        self.skip()
        c = self.peek()
        if c == 125:
            self.at = self.at + 1
            return False
        if c != 44:
            self.fail("Expecting ',' delimiter", self.at)
        self.at = self.at + 1
        self.skip()
        return True

    def begin_mapping(self):
        self.at = self.at + 1
        self.skip()
        if self.peek() == 125:
            self.at = self.at + 1
            return False
        return True

    def mapping(self, hooks):
        if hooks[4] is not None:
            pairs = _k.unchecked([])
            going = self.begin_mapping()
            while going:
                key = self.key()
                pairs.append((key, self.value(hooks)))
                going = self.more()
            return hooks[4](pairs)
        out = _k.unchecked({})
        going = self.begin_mapping()
        while going:
            key = self.key()
            out[key] = self.value(hooks)
            going = self.more()
        if hooks[0] is not None:
            return hooks[0](out)
        return out


def _text_of(s):
    if isinstance(s, _str_value):
        return _text_of(s._krait_value)
    if isinstance(s, str):
        if s.startswith("\ufeff"):
            raise JSONDecodeError("Unexpected UTF-8 BOM (decode using utf-8-sig)", s, 0)
        return s
    if not isinstance(s, (bytes, bytearray)):
        raise TypeError("the JSON object must be str, bytes or bytearray, not " + type(s).__name__)
    return s.decode(detect_encoding(s), "surrogatepass")


def detect_encoding(b):
    """The name of the encoding in which these bytes are JSON: by a byte order mark, or by where their zeros are."""
    if b.startswith(b"\xff\xfe\0\0") or b.startswith(b"\0\0\xfe\xff"):
        return "utf-32"
    if b.startswith(b"\xff\xfe") or b.startswith(b"\xfe\xff"):
        return "utf-16"
    if b.startswith(b"\xef\xbb\xbf"):
        return "utf-8-sig"
    if len(b) >= 4:
        if not b[0]:
            return "utf-16-be" if b[1] else "utf-32-be"
        if not b[1]:
            return "utf-16-le" if b[2] or b[3] else "utf-32-le"
    elif len(b) == 2:
        if not b[0]:
            return "utf-16-be"
        if not b[1]:
            return "utf-16-le"
    return "utf-8"


def _read_whole(text, strict, hooks):
    reader = _Reader(text, strict)
    reader.skip()
    out = reader.value(hooks)
    reader.skip()
    if reader.at != reader.size:
        reader.fail("Extra data", reader.at)
    return out


class JSONDecoder:
    def __init__(self, *, object_hook=None, parse_float=None, parse_int=None, parse_constant=None, strict=True,
                 object_pairs_hook=None):
        self.object_hook = object_hook
        self.parse_float = parse_float or float
        self.parse_int = parse_int or int
        self.parse_constant = parse_constant or _CONSTANTS.__getitem__
        self.strict = strict
        self.object_pairs_hook = object_pairs_hook

    def _hooks(self):
        return self.object_hook, self.parse_float, self.parse_int, self.parse_constant, self.object_pairs_hook

    def decode(self, s):
        if isinstance(s, _str_value):
            s = s._krait_value
        return _read_whole(s, self.strict, self._hooks())

    def raw_decode(self, s, idx=0):
        if idx < 0:
            raise ValueError("idx cannot be negative")
        if isinstance(s, _str_value):
            s = s._krait_value
        reader = _Reader(s, self.strict)
        reader.at = _k.index(idx)
        out = reader.value(self._hooks())
        return out, _k.to_int(reader.at)
