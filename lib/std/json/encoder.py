"""Writing JSON texts."""

INFINITY = float("inf")
_TRAIL = 64  # from this depth on, containers are looked for among those that they are in


class _Text:
    # A text in the making, as UTF-8.
    __fields__ = ("_buf", "_size", "_cap")
    __buffers__ = (("_buf", "", "_cap", ""),)

    def __init__(self):
        self._buf = _k.buf_new_i8(256)
        self._size = _k.i64(0)
        self._cap = _k.i64(256)

    def room(self, more):
        need = self._size + more
        if need > self._cap:
            new = need + (need >> 1)
            self._buf = _k.buf_resize(self._buf, self._cap, new)
            self._cap = new

    # A text as it is.
    def put(self, s):
        self.room(_rt.str_len(s) * 4)
        self._size = _rt.json_put(self._buf, self._size, s)

    def quote(self, s, ascii):
        self.room(_rt.str_len(s) * (12 if _rt.str_kind(s) == 4 else 6) + 2)
        self._size = _rt.json_put_text(self._buf, self._size, s, ascii)

    def put_int(self, n):
        if _k.is_small(n):
            self.room(20)
            self._size = _rt.json_put_i64(self._buf, self._size, _k.index(n))
        else:
            self.put(str(n))

    def put_float(self, x):
        self.room(32)
        self._size = _rt.json_put_float(self._buf, self._size, x)

    def text(self):
        return _rt.json_text(self._buf, self._size)


class _Style:
    # How texts are written. `explains`: the message for a float that JSON does not have says which it is.
    def __init__(self, skipkeys, ensure_ascii, check_circular, allow_nan, indent, item, key, sort_keys, explains):
        self.skipkeys = bool(skipkeys)
        self.ascii = bool(ensure_ascii)
        self.circular = bool(check_circular)
        self.allow_nan = bool(allow_nan)
        self.indent = indent
        self.item = item
        self.key = key
        self.sort_keys = bool(sort_keys)
        self.explains = explains
        self.trail = [0][:0]

    # The line break and white space before what stands at that depth.
    def gap(self, depth):
        return "" if self.indent is None else "\n" + self.indent * depth


def _style(skipkeys, ensure_ascii, check_circular, allow_nan, indent, separators, sort_keys, one_shot):
    step = None
    if indent is not None:
        step = indent if isinstance(indent, str) else " " * indent
    item = ", " if indent is None else ","
    key = ": "
    if separators is not None:
        item, key = separators
    return _Style(skipkeys, ensure_ascii, check_circular, allow_nan, step, item, key, sort_keys, not one_shot or indent is not None)


def _odd_float(x, style):
    if not style.allow_nan:
        raise ValueError("Out of range float values are not JSON compliant" + (": " + repr(x) if style.explains else ""))
    return "NaN" if x != x else "Infinity" if x > 0 else "-Infinity"


def _float_text(x, style):
    return repr(x) if x - x == 0 else _odd_float(x, style)


def _enter(x, style):
    # Remembers a container on the way to what is in it. Who is in itself comes by here sooner or later.
    _k.cold()
    if style.circular:
        if id(x) in style.trail:
            raise ValueError("Circular reference detected")
        style.trail.append(id(x))


def _leave(style):
    _k.cold()
    if style.circular:
        style.trail.pop()


def _encode(x, out, style, depth, default):
    if x is None:
        out.put("null")
    elif isinstance(x, bool):
        out.put("true" if x else "false")
    elif isinstance(x, str):
        out.quote(x, style.ascii)
    elif isinstance(x, int):
        out.put_int(x)
    elif isinstance(x, float):
        if x - x == 0:
            out.put_float(x)
        else:
            out.put(_odd_float(x, style))
    elif isinstance(x, dict):
        _encode_dict(x, out, style, depth, default)
    elif isinstance(x, list):
        _encode_list(x, out, style, depth, default)
    elif isinstance(x, tuple):
        _encode_tuple(x, out, style, depth, default)
    elif isinstance(x, (_str_value, _int_value, _float_value, _tuple_value)):
        _encode(x._krait_value, out, style, depth, default)
    elif default is None:
        raise TypeError("Object of type " + type(x).__name__ + " is not JSON serializable")
    else:
        _encode_other(x, out, style, depth, default)


def _encode_other(x, out, style, depth, default):
    _enter(x, style)
    _encode(default(x), out, style, depth, default)
    _leave(style)


def _encode_list(x, out, style, depth, default):
    if not x:
        out.put("[]")
        return
    if depth > _TRAIL:
        _enter(x, style)
    out.put("[")
    gap = style.gap(depth + 1)
    out.put(gap)
    between = style.item + gap
    first = True
    for v in x:
        if first:
            first = False
        else:
            out.put(between)
        _encode(v, out, style, depth + 1, default)
    out.put(style.gap(depth))
    out.put("]")
    if depth > _TRAIL:
        _leave(style)


def _encode_tuple(x, out, style, depth, default):
    if not x:
        out.put("[]")
        return
    out.put("[")
    gap = style.gap(depth + 1)
    out.put(gap)
    between = style.item + gap
    if isinstance(x, vtuple):
        first = True
        for v in x:
            if first:
                first = False
            else:
                out.put(between)
            _encode(v, out, style, depth + 1, default)
    else:
        i = _k.i64(0)
        while i < _k.tuple_len(x):
            if i > 0:
                out.put(between)
            _k.tuple_apply("_json_encode", x, i, _encode, out, style, depth + 1, default)
            i = i + 1
    out.put(style.gap(depth))
    out.put("]")


# None: a key that is left out.
def _key_text(k, style):
    if isinstance(k, (_str_value, _int_value, _float_value)):
        return _key_text(k._krait_value, style)
    if isinstance(k, str):
        return k
    if isinstance(k, float):
        return _float_text(k, style)
    if isinstance(k, bool):
        return "true" if k else "false"
    if k is None:
        return "null"
    if isinstance(k, int):
        return str(k)
    if style.skipkeys:
        return None
    raise TypeError("keys must be str, int, float, bool or None, not " + type(k).__name__)


def _encode_dict(x, out, style, depth, default):
    if not x:
        out.put("{}")
        return
    if depth > _TRAIL:
        _enter(x, style)
    out.put("{")
    gap = style.gap(depth + 1)
    out.put(gap)
    between = style.item + gap
    first = True
    if style.sort_keys:
        for k in sorted(x):
            first = _encode_item(k, x[k], first, between, out, style, depth + 1, default)
    else:
        for k, v in x.items():
            first = _encode_item(k, v, first, between, out, style, depth + 1, default)
    out.put(style.gap(depth))
    out.put("}")
    if depth > _TRAIL:
        _leave(style)


def _encode_item(k, v, first, between, out, style, depth, default):
    key = _key_text(k, style)
    if key is None:
        return first
    if not first:
        out.put(between)
    out.quote(key, style.ascii)
    out.put(style.key)
    _encode(v, out, style, depth, default)
    return False


def _whole(x, style, default):
    out = _Text()
    _encode(x, out, style, 0, default)
    return out.text()


def _quoted(s, ascii):
    out = _Text()
    out.quote(_plain_str(s), ascii)
    return out.text()


def _plain_str(s):
    return s._krait_value if isinstance(s, _str_value) else s


def encode_basestring(s):
    return _quoted(s, False)


def encode_basestring_ascii(s):
    if not isinstance(s, (str, _str_value)):
        raise TypeError("first argument must be a string, not " + type(s).__name__)
    return _quoted(s, True)


class JSONEncoder:
    item_separator = ", "
    key_separator = ": "

    def __init__(self, *, skipkeys=False, ensure_ascii=True, check_circular=True, allow_nan=True, sort_keys=False,
                 indent=None, separators=None, default=None):
        self.skipkeys = skipkeys
        self.ensure_ascii = ensure_ascii
        self.check_circular = check_circular
        self.allow_nan = allow_nan
        self.sort_keys = sort_keys
        self.indent = indent
        if separators is not None:
            self.item_separator, self.key_separator = separators
        elif indent is not None:
            self.item_separator = ","
        self._default = default

    def default(self, o):
        if self._default is not None:
            return self._default(o)
        raise TypeError("Object of type " + o.__class__.__name__ + " is not JSON serializable")

    def _settings(self, one_shot):
        return _style(self.skipkeys, self.ensure_ascii, self.check_circular, self.allow_nan, self.indent,
                      (self.item_separator, self.key_separator), self.sort_keys, one_shot)

    def encode(self, o):
        # A text needs no more than its quotes.
        if isinstance(o, (str, _str_value)):
            return _quoted(o, self.ensure_ascii)
        return _whole(o, self._settings(True), self.default)

    def iterencode(self, o, _one_shot=False):
        if _one_shot and self.indent is None:
            return iter([self.encode(o)])
        return _chunks(o, self._settings(False), 0, self.default)


# The pieces that CPython's encoder gives one after the other.
def _chunks(x, style, depth, default):
    if isinstance(x, (_str_value, _int_value, _float_value, _tuple_value)):
        yield from _chunks(x._krait_value, style, depth, default)
    elif x is None or isinstance(x, (bool, str, int, float)):
        yield _simple(x, style)
    elif isinstance(x, (list, tuple)):
        if not x:
            yield "[]"
            return
        if depth > _TRAIL:
            _enter(list(x) if isinstance(x, tuple) else x, style)
        gap = style.gap(depth + 1)
        before = "[" + gap
        for v in x:
            if v is None or isinstance(v, (bool, str, int, float, _str_value, _int_value, _float_value)):
                yield before + _simple(v, style)
            else:
                yield before
                yield from _chunks(v, style, depth + 1, default)
            before = style.item + gap
        if gap:
            yield style.gap(depth)
        yield "]"
        if depth > _TRAIL:
            _leave(style)
    elif isinstance(x, dict):
        if not x:
            yield "{}"
            return
        if depth > _TRAIL:
            _enter(x, style)
        yield "{"
        gap = style.gap(depth + 1)
        if gap:
            yield gap
        first = True
        for k, v in sorted(x.items()) if style.sort_keys else list(x.items()):
            key = _key_text(k, style)
            if key is None:
                continue
            if first:
                first = False
            else:
                yield style.item + gap
            yield _quoted(key, style.ascii)
            yield style.key
            yield from _chunks(v, style, depth + 1, default)
        if gap:
            yield style.gap(depth)
        yield "}"
        if depth > _TRAIL:
            _leave(style)
    else:
        _enter(x, style)
        yield from _chunks(default(x), style, depth, default)
        _leave(style)


def _simple(x, style):
    if isinstance(x, (_str_value, _int_value, _float_value)):
        return _simple(x._krait_value, style)
    if x is None:
        return "null"
    if isinstance(x, bool):
        return "true" if x else "false"
    if isinstance(x, str):
        return _quoted(x, style.ascii)
    if isinstance(x, int):
        return str(x)
    return _float_text(x, style)
