"""Prints data in a readable shape: containers that do not fit into a line have an item on each."""
import collections
import sys
from functools import cmp_to_key

__unittest = True


def pprint(object, stream=None, indent=1, width=80, depth=None, *, compact=False, sort_dicts=True, underscore_numbers=False):
    """Prints the object, on stream or sys.stdout."""
    PrettyPrinter(indent, width, depth, stream, compact=compact, sort_dicts=sort_dicts,
                  underscore_numbers=underscore_numbers).pprint(object)


def pp(object, *args, sort_dicts=False, **kwargs):
    """pprint that keeps the order of dicts."""
    pprint(object, *args, sort_dicts=sort_dicts, **kwargs)


def pformat(object, indent=1, width=80, depth=None, *, compact=False, sort_dicts=True, underscore_numbers=False):
    """The text that pprint prints."""
    return _Layout(indent, width, depth, compact, sort_dicts, underscore_numbers).text(object)


def saferepr(object):
    """The object in one line, with sorted dicts."""
    return _Layout(1, 80, None, False, True, False).line(object, 0)


class PrettyPrinter:
    """Prints objects in a shape of its own."""
    __generic__ = True

    def __init__(self, indent=1, width=80, depth=None, stream=None, *, compact=False, sort_dicts=True, underscore_numbers=False):
        if indent < 0:
            raise ValueError("indent must be >= 0")
        if depth is not None and depth <= 0:
            raise ValueError("depth must be > 0")
        if not width:
            raise ValueError("width must be != 0")
        self._stream = stream
        self._layout = _Layout(indent, width, depth, compact, sort_dicts, underscore_numbers)

    def pformat(self, object):
        """The text that pprint prints."""
        return self._layout.text(object)

    def pprint(self, object):
        """Prints the object."""
        stream = self._stream
        text = self._layout.text(object) + "\n"
        if stream is None:
            sys.stdout.write(text)
        else:
            stream.write(text)


# Which of two keys is less? None: they have no order.
def _less(a, b):
    if isinstance(a, (int, float)):
        return a < b if isinstance(b, (int, float)) else None
    if isinstance(a, str):
        return a < b if isinstance(b, str) else None
    if isinstance(a, bytes):
        return a < b if isinstance(b, bytes) else None
    if isinstance(a, tuple):
        if not isinstance(b, tuple):
            return None
        for x, y in zip(a, b):
            if x is not y and x != y:
                return _less(x, y)
        return len(a) < len(b)
    if _k.has_method(a, "__lt__"):
        if _k.has_method(b, "__lt__") and type(a) is type(b):
            return a < b
    return None


def _order(a, b):
    less = _less(a, b)
    if less is None:
        ta = str(type(a))
        tb = str(type(b))
        if ta != tb:
            return -1 if ta < tb else 1
        return -1 if id(a) < id(b) else 1
    if less:
        return -1
    return 1 if _less(b, a) else 0


def _order_items(a, b):
    less = _order(a[0], b[0])
    return less


class _Layout:
    def __init__(self, indent, width, depth, compact, sort_dicts, underscore_numbers):
        if indent < 0:
            raise ValueError("indent must be >= 0")
        if depth is not None and depth <= 0:
            raise ValueError("depth must be > 0")
        if not width:
            raise ValueError("width must be != 0")
        self.step = indent
        self.width = width
        self.depth = depth
        self.compact = compact
        self.sort_dicts = sort_dicts
        self.underscores = underscore_numbers
        self.out = []
        self.inside = []

    def text(self, x):
        self.out = []
        self.inside = []
        self.shape(x, 0, 0, 0)
        return "".join(self.out)

    def items(self, x):
        items = list(x.items())
        if self.sort_dicts:
            items.sort(key=cmp_to_key(_order_items))
        return items

    # The object in one line.
    def line(self, x, level):
        if isinstance(x, bool):
            return repr(x)
        if isinstance(x, int):
            return format(x, "_d") if self.underscores and type(x) is int else repr(x)
        if isinstance(x, dict):
            if _k.copy_is_program(x) and _k.copy_defines(x, "__repr__"):
                return repr(x)
            if isinstance(x, (collections.OrderedDict, collections.defaultdict, collections.Counter)):
                return repr(x)
            if not x:
                return "{}"
            depth = self.depth
            if depth is not None and level >= depth:
                return "{...}"
            if id(x) in self.inside:
                return _again(x)
            self.inside.append(id(x))
            parts = []
            for k, v in self.items(x):
                parts.append(self.line(k, level + 1) + ": " + self.line(v, level + 1))
            self.inside.pop()
            return "{" + ", ".join(parts) + "}"
        if isinstance(x, (list, tuple)):
            if _k.copy_is_program(x) and _k.copy_defines(x, "__repr__") or hasattr(x, "_fields"):
                return repr(x)
            begin = "[" if isinstance(x, list) else "("
            end = "]" if isinstance(x, list) else ",)" if len(x) == 1 else ")"
            if not x:
                return begin + end
            depth = self.depth
            if depth is not None and level >= depth:
                return begin + "..." + end
            if id(x) in self.inside:
                return _again(x)
            self.inside.append(id(x))
            parts = []
            for y in x:
                parts.append(self.line(y, level + 1))
            self.inside.pop()
            return begin + ", ".join(parts) + end
        return repr(x)

    # The object where it may have lines of its own; room: what has to follow its end in the line.
    def shape(self, x, indent, room, level):
        if id(x) in self.inside:
            self.out.append(_again(x))
            return
        text = self.line(x, level)
        if len(text) <= self.width - indent - room or not self.split(x, indent, room, level + 1):
            self.out.append(text)

    # Several lines; False: there is no way to have them.
    def split(self, x, indent, room, level):
        if _k.has_method(x, "_dataclass_show_"):
            self.inside.append(id(x))
            name = type(x).__name__
            self.out.append(name + "(")
            at = indent + len(name) + 1
            x._dataclass_show_(self, at, room, level)
            self.out.append(")")
            self.inside.pop()
            return True
        if isinstance(x, (dict, list, tuple, set, frozenset)):
            if _k.copy_is_program(x) and _k.copy_defines(x, "__repr__") or hasattr(x, "_fields"):
                return False
            self.inside.append(id(x))
            done = True
            if isinstance(x, dict):
                done = self.mapping(x, indent, room, level)
            elif isinstance(x, list):
                self.out.append("[")
                self.sequence(x, indent, room + 1, level)
                self.out.append("]")
            elif isinstance(x, tuple):
                self.out.append("(")
                end = ",)" if len(x) == 1 else ")"
                self.sequence(x, indent, room + len(end), level)
                self.out.append(end)
            elif not x:
                done = False
            else:
                ordered = sorted(x, key=cmp_to_key(_order))
                if isinstance(x, set) and type(x) is set:
                    self.out.append("{")
                    self.sequence(ordered, indent, room + 1, level)
                    self.out.append("}")
                else:
                    name = type(x).__name__
                    self.out.append(name + "({")
                    self.sequence(ordered, indent + len(name) + 1, room + 2, level)
                    self.out.append("})")
            self.inside.pop()
            return done
        if isinstance(x, collections.deque):
            name = type(x).__name__ + "("
            self.inside.append(id(x))
            self.out.append(name)
            at = indent + len(name)
            self.out.append("[")
            if x.maxlen is None:
                self.sequence(list(x), at, room + 2, level)
                self.out.append("])")
            else:
                self.sequence(list(x), at, 2, level)
                self.out.append("],\n" + " " * at + "maxlen=" + self.line(x.maxlen, level) + ")")
            self.inside.pop()
            return True
        if isinstance(x, str):
            return self.words(x, indent, room, level)
        if isinstance(x, (bytes, bytearray)):
            return self.octets(x, indent, room, level)
        return False

    def mapping(self, x, indent, room, level):
        out = self.out
        if isinstance(x, (collections.OrderedDict, collections.Counter)):
            if not x:
                return False
            name = type(x).__name__
            out.append(name + "(")
            at = indent + len(name) + 1
            if isinstance(x, collections.OrderedDict):
                pairs = list(x.items())
                out.append("[")
                self.sequence(pairs, at, room + 2, level)
                out.append("])")
            else:
                out.append("{" + " " * (self.step - 1))
                self.entries(x.most_common(), at, room + 2, level)
                out.append("})")
            return True
        if isinstance(x, collections.defaultdict):
            name = type(x).__name__
            at = indent + len(name) + 1
            out.append(name + "(" + repr(x.default_factory) + ",\n" + " " * at + "{" + " " * (self.step - 1))
            self.entries(self.items(x), at, room + 2, level)
            out.append("})")
            return True
        out.append("{" + " " * (self.step - 1))
        self.entries(self.items(x), indent, room + 1, level)
        out.append("}")
        return True

    def entries(self, items, indent, room, level):
        indent += self.step
        last = len(items) - 1
        for i, (key, value) in enumerate(items):
            text = self.line(key, level)
            self.out.append(text + ": ")
            self.shape(value, indent + len(text) + 2, room if i == last else 1, level)
            if i != last:
                self.out.append(",\n" + " " * indent)

    def field(self, name, value, last, indent, room, level):
        """One field of a data class."""
        self.out.append(name + "=")
        if id(value) in self.inside:
            self.out.append("...")
        else:
            self.shape(value, indent + len(name) + 1, room if last else 1, level)
        if not last:
            self.out.append(",\n" + " " * indent)

    def sequence(self, items, indent, room, level):
        out = self.out
        indent += self.step
        out.append(" " * (self.step - 1))
        newline = ",\n" + " " * indent
        between = ""
        left = self.width - indent + 1
        most = left
        rest = len(items)
        for x in items:
            rest -= 1
            if rest == 0:
                most -= room
                left -= room
            if self.compact:
                text = self.line(x, level)
                size = len(text) + 2
                if left < size:
                    left = most
                    if between:
                        between = newline
                if left >= size:
                    left -= size
                    out.append(between + text)
                    between = ", "
                    continue
            out.append(between)
            between = newline
            self.shape(x, indent, room if rest == 0 else 1, level)

    # A text in parts of its lines, split behind blanks.
    def words(self, x, indent, room, level):
        if not x:
            return False
        if level == 1:
            indent += 1
            room += 1
        widest = self.width - indent
        most = widest
        chunks = []
        lines = x.splitlines(True)
        text = ""
        for i, line in enumerate(lines):
            final = i == len(lines) - 1
            text = repr(line)
            if final:
                most -= room
            if len(text) <= most:
                chunks.append(text)
                continue
            limit = widest
            current = ""
            parts = _words(line)
            for j, part in enumerate(parts):
                if final and j == len(parts) - 1:
                    limit -= room
                if len(repr(current + part)) > limit:
                    if current:
                        chunks.append(repr(current))
                    current = part
                else:
                    current += part
            if current:
                chunks.append(repr(current))
        if len(chunks) == 1:
            self.out.append(text)
        else:
            joined = ("\n" + " " * indent).join(chunks)
            self.out.append("(" + joined + ")" if level == 1 else joined)
        return True

    def octets(self, x, indent, room, level):
        plain = isinstance(x, bytes)
        if plain and len(x) <= 4:
            return False
        around = level == 1 or not plain
        if not plain:
            self.out.append("bytearray(")
            indent += 10
            room += 1
        if around:
            if plain:
                self.out.append("(")
            indent += 1 if plain else 0
            room += 1 if plain else 0
        data = bytes(x)
        width = self.width - indent
        between = ""
        current = b""
        last = len(data) // 4 * 4
        for i in range(0, len(data), 4):
            part = data[i:i + 4]
            candidate = current + part
            if i == last:
                width -= room
            if len(repr(candidate)) > width:
                if current:
                    self.out.append(between + repr(current))
                    between = "\n" + " " * indent
                current = part
            else:
                current = candidate
        if current:
            self.out.append(between + repr(current))
        if around:
            self.out.append(")")
        return True


# Words with the blanks behind them.
def _words(line):
    parts = []
    begin = 0
    i = 0
    n = len(line)
    while i < n:
        while i < n and not line[i].isspace():
            i += 1
        while i < n and line[i].isspace():
            i += 1
        parts.append(line[begin:i])
        begin = i
    return parts


def _again(x):
    return "<Recursion on " + type(x).__name__ + " with id=" + str(id(x)) + ">"
