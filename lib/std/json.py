"""JSON texts."""


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


_SHORT = {'"': '\\"', "\\": "\\\\", "\n": "\\n", "\r": "\\r", "\t": "\\t", "\f": "\\f", "\b": "\\b"}


def _quoted(text, plain):
    out = ['"']
    for c in text:
        n = ord(c)
        if c in _SHORT:
            out.append(_SHORT[c])
        elif n < 32 or (plain and n > 126 and n < 65536):
            out.append("\\u" + format(n, "04x"))
        elif plain and n >= 65536:
            n -= 65536
            out.append("\\u" + format(55296 + (n >> 10), "04x") + "\\u" + format(56320 + (n & 1023), "04x"))
        else:
            out.append(c)
    out.append('"')
    return "".join(out)


def _float_text(x, allow_nan):
    if x != x or x == float("inf") or x == float("-inf"):
        if not allow_nan:
            raise ValueError("Out of range float values are not JSON compliant: " + repr(x))
        return "NaN" if x != x else "Infinity" if x > 0 else "-Infinity"
    return repr(x)


class _Style:
    def __init__(self, indent, item, key, plain, allow_nan, sort_keys):
        self.indent = indent
        self.item = item
        self.key = key
        self.plain = plain
        self.allow_nan = allow_nan
        self.sort_keys = sort_keys


def _encode(x, style, depth, default):
    if x is None:
        return "null"
    if isinstance(x, bool):
        return "true" if x else "false"
    if isinstance(x, str):
        return _quoted(x, style.plain)
    if isinstance(x, int):
        return str(x)
    if isinstance(x, float):
        return _float_text(x, style.allow_nan)
    if isinstance(x, dict):
        parts = []
        if style.sort_keys:
            for k in sorted(x):
                parts.append(_key_text(k, style) + style.key + _encode(x[k], style, depth + 1, default))
        else:
            for k, v in x.items():
                parts.append(_key_text(k, style) + style.key + _encode(v, style, depth + 1, default))
        return _block("{", parts, "}", style, depth)
    if isinstance(x, list):
        parts = []
        for v in x:
            parts.append(_encode(v, style, depth + 1, default))
        return _block("[", parts, "]", style, depth)
    if isinstance(x, tuple):
        parts = []
        if isinstance(x, vtuple):
            for v in x:
                parts.append(_encode(v, style, depth + 1, default))
        else:
            i = _k.i64(0)
            while i < _k.tuple_len(x):
                parts.append(_k.tuple_apply("_json_encode", x, i, _encode, style, depth + 1, default))
                i = i + 1
        return _block("[", parts, "]", style, depth)
    if default is None:
        raise TypeError("Object of type " + type(x).__name__ + " is not JSON serializable")
    return _encode(default(x), style, depth, None)


def _key_text(k, style):
    if isinstance(k, str):
        return _quoted(k, style.plain)
    if isinstance(k, bool):
        return '"true"' if k else '"false"'
    if k is None:
        return '"null"'
    if isinstance(k, int):
        return '"' + str(k) + '"'
    if isinstance(k, float):
        return '"' + _float_text(k, style.allow_nan) + '"'
    raise TypeError("keys must be str, int, float, bool or None, not " + type(k).__name__)


def _block(begin, parts, end, style, depth):
    if not parts:
        return begin + end
    if style.indent is None:
        return begin + style.item.join(parts) + end
    gap = "\n" + style.indent * (depth + 1)
    return begin + gap + (style.item + gap).join(parts) + "\n" + style.indent * depth + end


def dumps(obj, *, skipkeys=False, ensure_ascii=True, check_circular=True, allow_nan=True, cls=None, indent=None,
          separators=None, default=None, sort_keys=False):
    step = None
    if indent is not None:
        if isinstance(indent, int):
            step = " " * indent
        else:
            step = indent
    item = ", " if step is None else ","
    key = ": "
    if separators is not None:
        item, key = separators
    return _encode(obj, _Style(step, item, key, ensure_ascii, allow_nan, sort_keys), 0, default)


def dump(obj, fp, *, ensure_ascii=True, allow_nan=True, indent=None, separators=None, default=None, sort_keys=False):
    fp.write(dumps(obj, ensure_ascii=ensure_ascii, allow_nan=allow_nan, indent=indent, separators=separators,
                   default=default, sort_keys=sort_keys))


class _Reader:
    def __init__(self, text):
        self.text = text
        self.at = 0

    def skip(self):
        text = self.text
        at = self.at
        n = len(text)
        while at < n and text[at] in " \t\n\r":
            at += 1
        self.at = at

    def peek(self):
        return self.text[self.at] if self.at < len(self.text) else ""

    def fail(self, message, at):
        raise JSONDecodeError(message, self.text, at)

    def value(self):
        c = self.peek()
        if c == '"':
            return self.string()
        if c == "{":
            return self.mapping()
        if c == "[":
            return self.sequence()
        text = self.text
        if text.startswith("null", self.at):
            self.at += 4
            return None
        if text.startswith("true", self.at):
            self.at += 4
            return True
        if text.startswith("false", self.at):
            self.at += 5
            return False
        if text.startswith("NaN", self.at):
            self.at += 3
            return float("nan")
        if text.startswith("Infinity", self.at):
            self.at += 8
            return float("inf")
        if text.startswith("-Infinity", self.at):
            self.at += 9
            return float("-inf")
        return self.number()

    def digits(self, at):
        text = self.text
        while at < len(text) and text[at] in "0123456789":
            at += 1
        return at

    def number(self):
        text = self.text
        start = self.at
        at = start
        if at < len(text) and text[at] == "-":
            at += 1
        if at < len(text) and text[at] == "0":
            end = at + 1
        else:
            end = self.digits(at)
        if end == at:
            self.fail("Expecting value", start)
        real = False
        if end < len(text) and text[end] == ".":
            after = self.digits(end + 1)
            if after > end + 1:
                end = after
                real = True
        if end < len(text) and text[end] in "eE":
            after = end + 1
            if after < len(text) and text[after] in "+-":
                after += 1
            last = self.digits(after)
            if last > after:
                end = last
                real = True
        self.at = end
        if real:
            return float(text[start:end])
        return int(text[start:end])

    def code(self, at):
        digits = self.text[at:at + 4]
        good = len(digits) == 4
        for c in digits:
            if c not in "0123456789abcdefABCDEF":
                good = False
        if not good:
            self.fail("Invalid \\uXXXX escape", at - 1)
        return int(digits, 16)

    def string(self):
        text = self.text
        begin = self.at
        at = begin + 1
        out = []
        while True:
            start = at
            while at < len(text) and text[at] != '"' and text[at] != "\\" and text[at] >= " ":
                at += 1
            out.append(text[start:at])
            if at >= len(text):
                self.fail("Unterminated string starting at", begin)
            c = text[at]
            if c == '"':
                self.at = at + 1
                return "".join(out)
            if c != "\\":
                self.fail("Invalid control character at", at)
            at += 1
            if at >= len(text):
                self.fail("Unterminated string starting at", begin)
            c = text[at]
            if c == "u":
                n = self.code(at + 1)
                at += 5
                if 55296 <= n < 56320 and text.startswith("\\u", at):
                    low = self.code(at + 2)
                    if 56320 <= low < 57344:
                        n = 65536 + ((n - 55296) << 10) + (low - 56320)
                        at += 6
                out.append(chr(n))
                continue
            place = '"\\/bfnrt'.find(c)
            if place < 0:
                self.fail("Invalid \\escape", at - 1)
            out.append('"\\/\b\f\n\r\t'[place])
            at += 1

    def sequence(self):
        out = _k.unchecked([])
        self.at += 1
        self.skip()
        if self.peek() == "]":
            self.at += 1
            return out
        while True:
            out.append(self.value())
            self.skip()
            c = self.peek()
            if c == "]":
                self.at += 1
                return out
            if c != ",":
                self.fail("Expecting ',' delimiter", self.at)
            self.at += 1
            self.skip()

    def mapping(self):
        out = _k.unchecked({})
        self.at += 1
        self.skip()
        if self.peek() == "}":
            self.at += 1
            return out
        while True:
            if self.peek() != '"':
                self.fail("Expecting property name enclosed in double quotes", self.at)
            key = self.string()
            self.skip()
            if self.peek() != ":":
                self.fail("Expecting ':' delimiter", self.at)
            self.at += 1
            self.skip()
            out[key] = self.value()
            self.skip()
            c = self.peek()
            if c == "}":
                self.at += 1
                return out
            if c != ",":
                self.fail("Expecting ',' delimiter", self.at)
            self.at += 1
            self.skip()


def loads(s):
    if isinstance(s, bytes) or isinstance(s, bytearray):
        return loads(s.decode())
    if not isinstance(s, str):
        raise TypeError("the JSON object must be str, bytes or bytearray, not " + type(s).__name__)
    reader = _Reader(s)
    reader.skip()
    out = reader.value()
    reader.skip()
    if reader.at != len(s):
        reader.fail("Extra data", reader.at)
    return out


def load(fp):
    return loads(fp.read())
