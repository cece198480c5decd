"""Regular expressions. A pattern becomes a program, which the matcher in _machine.py goes through.

A program is a row of numbers; jumps are relative, so that parts can be put together in any order. Each operation is its
number, then its operands:

    END                     the whole pattern has matched
    CHAR c                  this character; CHAR_FOLD, CHAR_ASCII: in any case
    ANY                     any character but a line break; ALL: any character
    SET size no fold ascii bits*8 n (low high)*n     one of these: `bits` for characters below 256, the ranges for others
    SPLIT d                 goes on, and if that fails at d behind this
    JUMP d
    MARK k                  a group begins (k even) or ends
    AT kind                 a place: see _AT_*
    REF g fold              what group g has matched
    LOOP r d                begins to count in the registers r and r + 1, goes to the UNTIL at d
    UNTIL r least most lazy d    the body at d again, or on
    REPEAT how least most size   the one-character operation of that size that follows, so many times. how: _GREEDY …
    LOOK r back no d        looks ahead (or `back` characters behind); at d behind this: not matched
    LOOK_END r, LOOK_NOT_END r
    ATOM r, ATOM_END r      gives up the other ways to match what is in between
    IF g d                  at d behind this if group g has not matched
    FAIL
"""
from re._characters import _fold, _fold_ascii, _in_category
from re._machine import _Machine

_END = 0
_CHAR = 1
_CHAR_FOLD = 2
_CHAR_ASCII = 3
_ANY = 4
_ALL = 5
_SET = 6
_SPLIT = 7
_JUMP = 8
_MARK = 9
_AT = 10
_REF = 11
_LOOP = 12
_UNTIL = 13
_REPEAT = 14
_LOOK = 15
_LOOK_END = 16
_LOOK_NOT_END = 17
_ATOM = 18
_ATOM_END = 19
_IF = 20
_FAIL = 21

_AT_BEGIN = 0
_AT_LINE_BEGIN = 1
_AT_END = 2
_AT_LINE_END = 3
_AT_VERY_END = 4
_AT_EDGE = 5
_AT_NO_EDGE = 6
_AT_EDGE_ASCII = 7
_AT_NO_EDGE_ASCII = 8

_GREEDY = 0
_LAZY = 1
_POSSESSIVE = 2

_MOST = 4294967295

_I = 2
_L = 4
_M = 8
_S = 16
_U = 32
_X = 64
_A = 256
_TYPES = _A | _L | _U


class error(Exception):
    """What is wrong with a pattern: msg, pattern, pos, lineno, colno."""

    def __init__(self, msg, pattern=None, pos=None):
        self.msg = msg
        self.pattern = pattern
        self.pos = pos
        self.lineno = None
        self.colno = None
        text = msg
        if pattern is not None and pos is not None:
            text = msg + " at position " + str(pos)
            before = pattern.decode("latin-1") if isinstance(pattern, bytes) else pattern
            self.lineno = before.count("\n", 0, pos) + 1
            self.colno = pos - before.rfind("\n", 0, pos)
            if "\n" in before:
                text = text + " (line " + str(self.lineno) + ", column " + str(self.colno) + ")"
        super().__init__(text)


class _Words:
    # Machine words in a row.
    __fields__ = ("_buf", "_size")
    __buffers__ = (("_buf", "", "_size", ""),)

    def __init__(self, values):
        size = _k.i64(len(values))
        self._buf = _k.buf_new_i64(size)
        self._size = size
        i = _k.i64(0)
        for x in values:
            _k.buf_init(self._buf, i, _k.i64(x))
            i = i + 1


class _Code:
    # A compiled pattern. prefix: text that every match begins with; registers: how many the program needs.
    def __init__(self, flags, groups, names, registers, prefix, program):
        self.flags = flags
        self.groups = groups
        self.names = names
        self.registers = registers
        self.prefix = prefix
        self.program = _Words(program)


# The categories are ranges whose low end is negative: digits, space, word, and their opposites.
_DIGIT = -1
_SPACE = -2
_WORD = -3
_NO_DIGIT = -4
_NO_SPACE = -5
_NO_WORD = -6


def _member(c, ranges, fold, ascii):
    # Is the character (an int) in a set that is still being built?
    x = _k.i64(c)
    if fold == 1:
        x = _fold(x)
    elif fold == 2:
        x = _fold_ascii(x)
    i = 0
    while i < len(ranges):
        low = ranges[i]
        if low < 0:
            if _in_category(_k.i64(c), _k.i64(low), ascii):
                return True
        elif low <= _k.to_int(x) <= ranges[i + 1]:
            return True
        i += 2
    return False


def _folded_ranges(ranges):
    # Of the characters' folded forms.
    out = []
    i = 0
    while i < len(ranges):
        low = ranges[i]
        high = ranges[i + 1]
        i += 2
        if low < 0 or low > 0x1ffff:
            out.append(low)
            out.append(high)
            continue
        if high > 0x1ffff:
            out.append(0x20000)
            out.append(high)
            high = 0x1ffff
        begin = -1
        end = -2
        c = low
        while c <= high:
            f = _k.to_int(_fold(_k.i64(c)))
            if f != end + 1:
                if begin >= 0:
                    out.append(begin)
                    out.append(end)
                begin = f
            end = f
            c += 1
        out.append(begin)
        out.append(end)
    return out


def _set_code(ranges, negate, flags):
    fold = 0
    ascii = (flags & _U) == 0
    if flags & _I:
        fold = 2 if ascii else 1
        if fold == 1:
            ranges = _folded_ranges(ranges)
        else:
            more = []
            for x in range(65, 91):
                if _member(x, ranges, 0, True) or _member(x + 32, ranges, 0, True):
                    more.append(x + 32)
                    more.append(x + 32)
            ranges = ranges + more
    code = [_SET, 0, 1 if negate else 0, fold, 1 if ascii else 0]
    for word in range(8):
        bits = 0
        for k in range(32):
            if _member(word * 32 + k, ranges, fold, ascii) != negate:
                bits |= 1 << k
        code.append(bits)
    code.append(len(ranges) // 2)
    code += ranges
    code[1] = len(code)
    return code


def _char_code(c, flags):
    # c: an int
    if flags & _I:
        x = _k.i64(c)
        if flags & _U:
            if _rt.char_lower(x) != x or _rt.char_upper(x) != x:
                return [_CHAR_FOLD, _k.to_int(_fold(x))]
        elif 65 <= c <= 90 or 97 <= c <= 122:
            return [_CHAR_ASCII, _k.to_int(_fold_ascii(x))]
    return [_CHAR, c]


# --- parsing ---

# What a part of a pattern is, as far as what follows it asks.
_PLAIN = 0    # anything else
_SINGLE = 1   # one operation that takes one character
_PLACE = 2    # ^ $ \b …
_REPEATED = 3
_EMPTY = 4


class _Part:
    def __init__(self, kind, code, low, high):
        self.kind = kind
        self.code = code
        self.low = low    # how many characters it takes, at least and at most
        self.high = high


def _is_digit(c):
    return c is not None and len(c) == 1 and "0" <= c <= "9"


def _is_octal(c):
    return c is not None and len(c) == 1 and "0" <= c <= "7"


def _is_letter(c):
    return "a" <= c <= "z" or "A" <= c <= "Z"


def _is_hex(c):
    return c is not None and len(c) == 1 and ("0" <= c <= "9" or "a" <= c <= "f" or "A" <= c <= "F")


_FLAG_LETTERS = {"i": _I, "L": _L, "m": _M, "s": _S, "x": _X, "a": _A, "t": 1, "u": _U}
_ESCAPED = {"a": 7, "b": 8, "f": 12, "n": 10, "r": 13, "t": 9, "v": 11, "\\": 92}
_CATEGORIES = {"d": _DIGIT, "D": _NO_DIGIT, "s": _SPACE, "S": _NO_SPACE, "w": _WORD, "W": _NO_WORD}


class _Parser:
    def __init__(self, pattern, text, flags):
        self.pattern = pattern
        self.text = text
        self.is_text = isinstance(pattern, str)
        self.flags = flags
        self.at = 0
        self.next = None
        self.names = {}
        self.open = [False]       # by group: is it still open?
        self.widths_low = [0]
        self.widths_high = [0]
        self.behind = -1          # in a lookbehind: the groups before it; else -1
        self.registers = 0        # of loops, and so on
        self.conditions = {}      # groups that conditions ask for: where
        self.bad_behind = None    # an error that is reported after all others
        self.advance()

    def fail(self, msg, back=0):
        if not self.is_text:
            msg = msg.encode("ascii", "backslashreplace").decode("ascii")
        raise error(msg, self.pattern, self.tell() - back)

    def tell(self):
        n = self.next
        return self.at - (0 if n is None else len(n))

    def seek(self, at):
        self.at = at
        self.advance()

    def advance(self):
        i = self.at
        text = self.text
        if i >= len(text):
            self.next = None
            return
        c = text[i]
        i += 1
        if c == "\\":
            if i >= len(text):
                raise error("bad escape (end of pattern)", self.pattern, len(text) - 1)
            c += text[i]
            i += 1
        self.at = i
        self.next = c

    def get(self):
        c = self.next
        self.advance()
        return c

    def take(self, c):
        if self.next is not None and self.next == c:
            self.advance()
            return True
        return False

    def until(self, end, what):
        out = ""
        while True:
            c = self.get()
            if c is None:
                if not out:
                    self.fail("missing " + what)
                self.fail("missing " + end + ", unterminated name", len(out))
            elif c == end:
                if not out:
                    self.fail("missing " + what, 1)
                return out
            else:
                out += c

    def check_name(self, name, offset):
        if not name.isidentifier():
            self.fail("bad character in group name " + repr(name), len(name) + offset)

    def check_behind(self, group):
        if self.behind >= 0:
            if group >= len(self.open) or self.open[group]:
                self.fail("cannot refer to an open group")
            if group >= self.behind:
                self.fail("cannot refer to group defined in the same lookbehind subpattern")

    # -- groups of alternatives --

    def alternatives(self, flags, nested):
        parts = []
        while True:
            parts.append(self.sequence(flags, nested + 1, nested == 0 and not parts))
            if nested == 0:
                flags = self.flags
            if not self.take("|"):
                break
        if len(parts) == 1:
            return parts[0]
        # SPLIT first JUMP | SPLIT second JUMP | last
        part = parts[-1]
        code = part.code
        low = part.low
        high = part.high
        for part in reversed(parts[:-1]):
            code = [_SPLIT, len(part.code) + 4] + part.code + [_JUMP, len(code) + 2] + code
            low = min(low, part.low)
            high = max(high, part.high)
        return _Part(_PLAIN, code, low, high)

    def sequence(self, flags, nested, first):
        parts = []
        while True:
            this = self.next
            if this is None or this == "|" or this == ")":
                break
            self.advance()
            if flags & _X:
                if this in " \t\n\r\v\f":
                    continue
                if this == "#":
                    while True:
                        this = self.get()
                        if this is None or this == "\n":
                            break
                    continue
            if this[0] == "\\":
                parts.append(self.escape(this, flags))
            elif this == "[":
                parts.append(self.set(flags))
            elif this in "*+?{":
                self.repeat(this, parts, flags)
            elif this == ".":
                parts.append(_Part(_SINGLE, [_ALL if flags & _S else _ANY], 1, 1))
            elif this == "(":
                before = self.flags
                part = self.group(flags, nested, first and not parts)
                if part is not None:
                    parts.append(part)
                elif self.flags != before:
                    flags = self.flags
            elif this == "^":
                parts.append(_Part(_PLACE, [_AT, _AT_LINE_BEGIN if flags & _M else _AT_BEGIN], 0, 0))
            elif this == "$":
                parts.append(_Part(_PLACE, [_AT, _AT_LINE_END if flags & _M else _AT_END], 0, 0))
            else:
                parts.append(_Part(_SINGLE, _char_code(ord(this), flags), 1, 1))
        if len(parts) == 1:
            return parts[0]
        code = []
        low = 0
        high = 0
        for part in parts:
            code += part.code
            low += part.low
            high += part.high
        return _Part(_PLAIN if code else _EMPTY, code, min(low, _MOST), min(high, _MOST))

    def registers_for(self, n):
        first = self.registers
        self.registers += n
        return first

    def repeat(self, this, parts, flags):
        here = self.tell()
        low = 0
        high = _MOST
        if this == "?":
            high = 1
        elif this == "+":
            low = 1
        elif this == "{":
            if self.next == "}":
                parts.append(_Part(_SINGLE, _char_code(123, flags), 1, 1))
                return
            first = ""
            last = ""
            while _is_digit(self.next):
                first += self.get()
            if self.take(","):
                while _is_digit(self.next):
                    last += self.get()
            else:
                last = first
            if not self.take("}"):
                parts.append(_Part(_SINGLE, _char_code(123, flags), 1, 1))
                self.seek(here)
                return
            if first:
                low = int(first)
                if low >= _MOST:
                    raise OverflowError("the repetition number is too large")
            if last:
                high = int(last)
                if high >= _MOST:
                    raise OverflowError("the repetition number is too large")
                if high < low:
                    self.fail("min repeat greater than max repeat", self.tell() - here)
        if not parts or parts[-1].kind == _PLACE:
            self.fail("nothing to repeat", self.tell() - here + len(this))
        part = parts[-1]
        if part.kind == _REPEATED:
            self.fail("multiple repeat", self.tell() - here + len(this))
        how = _GREEDY
        if self.take("?"):
            how = _LAZY
        elif self.take("+"):
            how = _POSSESSIVE
        if part.kind == _SINGLE:
            code = [_REPEAT, how, low, high, len(part.code)] + part.code
        elif how == _POSSESSIVE:
            atom = self.registers_for(1)
            loop = self.registers_for(2)
            inner = self.registers_for(1)
            body = [_ATOM, inner] + part.code + [_ATOM_END, inner]
            code = [_ATOM, atom, _LOOP, loop, len(body) + 3] + body + [_UNTIL, loop, low, high, 0, -len(body), _ATOM_END, atom]
        else:
            loop = self.registers_for(2)
            body = part.code
            code = [_LOOP, loop, len(body) + 3] + body + [_UNTIL, loop, low, high, how, -len(body)]
        parts[-1] = _Part(_REPEATED, code, min(part.low * low, _MOST), min(part.high * high, _MOST))

    # -- escapes --

    def hex(self, escape, most):
        while len(escape) < most + 2 and _is_hex(self.next):
            escape += self.get()
        if len(escape) != most + 2:
            self.fail("incomplete escape " + escape, len(escape))
        value = int(escape[2:], 16)
        if value > 0x10ffff:
            self.fail("bad escape " + escape, len(escape))
        return value

    def letter(self, escape):
        # \x, \u, \U, \N: the character; -1: it is none of them.
        c = escape[1]
        if c == "x":
            return self.hex(escape, 2)
        if self.is_text:
            if c == "u":
                return self.hex(escape, 4)
            if c == "U":
                return self.hex(escape, 8)
            if c == "N":
                return self.named()
        return -1

    def named(self):
        # The character of \N{NAME}. The names of all characters are larger than all else, so only programs that write such an
        # escape have them.
        if not self.take("{"):
            self.fail("missing {")
        name = self.until("}", "character name")
        if not _k.writes_text("\\N{"):
            raise NotImplementedError("\\N{...} in a regular expression of a program that has no text literal with \\N{ is not compiled yet")
        if not name.isascii():
            name.encode()  # surrogates are another error
        found = _rt.unicode_lookup(name)
        if found < 0:
            self.fail("undefined character name " + repr(name), len(name) + 4)
        return _k.to_int(found)

    def class_escape(self, escape):
        # In a set: a character, or (negative) a category.
        c = escape[1]
        if c in _ESCAPED:
            return _ESCAPED[c]
        if c in _CATEGORIES:
            return _CATEGORIES[c]
        value = self.letter(escape)
        if value >= 0:
            return value
        if _is_octal(c):
            while len(escape) < 4 and _is_octal(self.next):
                escape += self.get()
            value = int(escape[1:], 8)
            if value > 0o377:
                self.fail("octal escape value " + escape + " outside of range 0-0o377", len(escape))
            return value
        if _is_digit(c) or _is_letter(c):
            self.fail("bad escape " + escape, len(escape))
        return ord(c)

    def escape(self, escape, flags):
        c = escape[1]
        ascii = (flags & _U) == 0
        if c in _CATEGORIES:
            return _Part(_SINGLE, _set_code([_CATEGORIES[c], 0], False, flags & ~_I), 1, 1)
        if c == "A":
            return _Part(_PLACE, [_AT, _AT_BEGIN], 0, 0)
        if c == "Z":
            return _Part(_PLACE, [_AT, _AT_VERY_END], 0, 0)
        if c == "b":
            return _Part(_PLACE, [_AT, _AT_EDGE_ASCII if ascii else _AT_EDGE], 0, 0)
        if c == "B":
            return _Part(_PLACE, [_AT, _AT_NO_EDGE_ASCII if ascii else _AT_NO_EDGE], 0, 0)
        if c in _ESCAPED:
            return _Part(_SINGLE, _char_code(_ESCAPED[c], flags), 1, 1)
        value = self.letter(escape)
        if value < 0:
            if c == "0":
                while len(escape) < 4 and _is_octal(self.next):
                    escape += self.get()
                value = int(escape[1:], 8)
            elif _is_digit(c):
                if _is_digit(self.next):
                    escape += self.get()
                    if _is_octal(escape[1]) and _is_octal(escape[2]) and _is_octal(self.next):
                        escape += self.get()
                        value = int(escape[1:], 8)
                        if value > 0o377:
                            self.fail("octal escape value " + escape + " outside of range 0-0o377", len(escape))
                        return _Part(_SINGLE, _char_code(value, flags), 1, 1)
                group = int(escape[1:])
                if group < len(self.open):
                    return self.reference(group, len(escape), flags)
                self.fail("invalid group reference " + str(group), len(escape) - 1)
            else:
                if _is_letter(c):
                    self.fail("bad escape " + escape, len(escape))
                value = ord(c)
        return _Part(_SINGLE, _char_code(value, flags), 1, 1)

    def reference(self, group, length, flags):
        if self.open[group]:
            self.fail("cannot refer to an open group", length)
        self.check_behind(group)
        fold = 0
        if flags & _I:
            fold = 1 if flags & _U else 2
        return _Part(_PLAIN, [_REF, group, fold], self.widths_low[group], self.widths_high[group])

    # -- [...] --

    def set(self, flags):
        here = self.tell() - 1
        ranges = []
        negate = self.take("^")
        count = 0
        while True:
            this = self.get()
            if this is None:
                self.fail("unterminated character set", self.tell() - here)
                break
            if this == "]" and count > 0:
                break
            if this[0] == "\\":
                low = self.class_escape(this)
            else:
                low = ord(this)
            count += 1
            if self.take("-"):
                that = self.get()
                if that is None:
                    self.fail("unterminated character set", self.tell() - here)
                    break
                if that == "]":
                    ranges += [low, low if low >= 0 else 0, 45, 45]
                    break
                if that[0] == "\\":
                    high = self.class_escape(that)
                else:
                    high = ord(that)
                if low < 0 or high < low:
                    self.fail("bad character range " + this + "-" + that, len(this) + 1 + len(that))
                ranges += [low, high]
            else:
                ranges += [low, low if low >= 0 else 0]
        if len(ranges) == 2 and not negate and ranges[0] >= 0 and ranges[0] == ranges[1]:
            return _Part(_SINGLE, _char_code(ranges[0], flags), 1, 1)
        return _Part(_SINGLE, _set_code(ranges, negate, flags), 1, 1)

    # -- (...) --

    def contents(self, flags, nested, start):
        part = self.alternatives(flags, nested)
        if not self.take(")"):
            self.fail("missing ), unterminated subpattern", self.tell() - start)
        return part

    def group(self, flags, nested, first):
        # None: it stands for nothing by itself (a comment, flags).
        start = self.tell() - 1
        name = None
        if self.take("?"):
            c = self.get()
            if c is None:
                self.fail("unexpected end of pattern")
                return None
            if c == "P":
                if self.take("<"):
                    name = self.until(">", "group name")
                    self.check_name(name, 1)
                elif self.take("="):
                    name = self.until(")", "group name")
                    self.check_name(name, 1)
                    if name not in self.names:
                        self.fail("unknown group name " + repr(name), len(name) + 1)
                    return self.reference(self.names[name], len(name) + 1, flags)
                else:
                    c = self.get()
                    if c is None:
                        self.fail("unexpected end of pattern")
                        return None
                    self.fail("unknown extension ?P" + c, len(c) + 2)
            elif c == ":":
                return self.grouped(self.contents(flags, nested, start))
            elif c == "#":
                while True:
                    if self.next is None:
                        self.fail("missing ), unterminated comment", self.tell() - start)
                    if self.get() == ")":
                        return None
            elif c == "=" or c == "!" or c == "<":
                return self.look(c, flags, nested, start)
            elif c == "(":
                return self.condition(flags, nested, start)
            elif c == ">":
                part = self.contents(flags, nested, start)
                atom = self.registers_for(1)
                return _Part(_PLAIN, [_ATOM, atom] + part.code + [_ATOM_END, atom], part.low, part.high)
            elif c in _FLAG_LETTERS or c == "-":
                add, remove = self.inline_flags(c)
                if add < 0:
                    if not first:
                        self.fail("global flags not at the start of the expression", self.tell() - start)
                    return None
                if add & _TYPES:
                    flags &= ~_TYPES
                part = self.contents((flags | add) & ~remove, nested, start)
                return _Part(_PLAIN, part.code, part.low, part.high)
            else:
                self.fail("unknown extension ?" + c, len(c) + 1)
        group = len(self.open)
        self.open.append(True)
        self.widths_low.append(0)
        self.widths_high.append(0)
        if name is not None:
            if name in self.names:
                self.fail("redefinition of group name " + repr(name) + " as group " + str(group) + "; was group " + str(self.names[name]),
                          len(name) + 1)
            self.names[name] = group
        part = self.contents(flags, nested, start)
        self.open[group] = False
        self.widths_low[group] = part.low
        self.widths_high[group] = part.high
        return _Part(_PLAIN, [_MARK, group * 2 - 2] + part.code + [_MARK, group * 2 - 1], part.low, part.high)

    def grouped(self, part):
        # What a group that keeps nothing may be repeated as.
        if part.kind == _SINGLE:
            return part
        return _Part(_PLAIN, part.code, part.low, part.high)

    def look(self, c, flags, nested, start):
        back = False
        outer = self.behind
        if c == "<":
            c = self.get()
            if c is None:
                self.fail("unexpected end of pattern")
                return None
            if c != "=" and c != "!":
                self.fail("unknown extension ?<" + c, len(c) + 2)
            back = True
            if outer < 0:
                self.behind = len(self.open)
        part = self.contents_of_look(flags, nested, start, outer)
        distance = 0
        if back:
            if part.low != part.high:
                # Found later than all other errors.
                if self.bad_behind is None:
                    self.bad_behind = "look-behind requires fixed-width pattern"
            distance = part.low
        r = self.registers_for(1)
        no = c == "!"
        end = [_LOOK_NOT_END if no else _LOOK_END, r]
        if no and part.kind == _EMPTY:
            return _Part(_PLAIN, [_FAIL], 0, 0)
        return _Part(_PLAIN, [_LOOK, r, distance, 1 if no else 0, len(part.code) + 7] + part.code + end, 0, 0)

    def contents_of_look(self, flags, nested, start, outer):
        part = self.alternatives(flags, nested)
        self.behind = outer
        if not self.take(")"):
            self.fail("missing ), unterminated subpattern", self.tell() - start)
        return part

    def condition(self, flags, nested, start):
        name = self.until(")", "group name")
        group = 0
        if name.isidentifier():
            if name not in self.names:
                self.fail("unknown group name " + repr(name), len(name) + 1)
            group = self.names[name]
        else:
            digits = name.strip().replace("_", "")
            if digits[:1] == "+":
                digits = digits[1:]
            if not digits.isdecimal():
                self.fail("bad character in group name " + repr(name), len(name) + 1)
            group = int(name)
            if group == 0:
                self.fail("bad group number", len(name) + 1)
            if group not in self.conditions:
                self.conditions[group] = self.tell() - len(name) - 1
        if self.behind >= 0:
            self.check_behind(group)
        yes = self.sequence(flags, nested + 1, False)
        if self.take("|"):
            no = self.sequence(flags, nested + 1, False)
            if self.next == "|":
                self.fail("conditional backref with more than two branches")
        else:
            no = _Part(_EMPTY, [], 0, 0)
        if not self.take(")"):
            self.fail("missing ), unterminated subpattern", self.tell() - start)
        code = [_IF, group, len(yes.code) + 5] + yes.code + [_JUMP, len(no.code) + 2] + no.code
        return _Part(_PLAIN, code, min(yes.low, no.low), max(yes.high, no.high))

    def inline_flags(self, c):
        # (added, removed); added -1: flags for the whole pattern, which are set now.
        add = 0
        remove = 0
        if c != "-":
            while True:
                flag = _FLAG_LETTERS[c]
                if self.is_text:
                    if c == "L":
                        self.fail("bad inline flags: cannot use 'L' flag with a str pattern")
                elif c == "u":
                    self.fail("bad inline flags: cannot use 'u' flag with a bytes pattern")
                add |= flag
                if flag & _TYPES and add & _TYPES != flag:
                    self.fail("bad inline flags: flags 'a', 'u' and 'L' are incompatible")
                c = self.get()
                if c is None:
                    self.fail("missing -, : or )")
                    break
                if c == ")" or c == "-" or c == ":":
                    break
                if c not in _FLAG_LETTERS:
                    self.fail("unknown flag" if c.isalpha() else "missing -, : or )", len(c))
        if c == ")":
            self.flags |= add
            return -1, 0
        if c == "-":
            c = self.get()
            if c is None:
                self.fail("missing flag")
                return 0, 0
            if c not in _FLAG_LETTERS:
                self.fail("unknown flag" if c.isalpha() else "missing flag", len(c))
            while True:
                flag = _FLAG_LETTERS[c]
                if flag & _TYPES:
                    self.fail("bad inline flags: cannot turn off flags 'a', 'u' and 'L'")
                remove |= flag
                c = self.get()
                if c is None:
                    self.fail("missing :")
                    break
                if c == ":":
                    break
                if c not in _FLAG_LETTERS:
                    self.fail("unknown flag" if c.isalpha() else "missing :", len(c))
        if add & remove:
            self.fail("bad inline flags: flag turned on and off", 1)
        return add, remove


def _fixed_flags(is_text, flags):
    if is_text:
        if flags & _L:
            raise ValueError("cannot use LOCALE flag with a str pattern")
        if flags & _A and flags & _U:
            raise ValueError("ASCII and UNICODE flags are incompatible")
        if not flags & _A:
            flags |= _U
    else:
        if flags & _U:
            raise ValueError("cannot use UNICODE flag with a bytes pattern")
        if flags & _L:
            if flags & _A:
                raise ValueError("ASCII and LOCALE flags are incompatible")
            raise NotImplementedError("regular expressions with the LOCALE flag are not compiled yet")
    return flags


def _compiled(pattern, flags):
    """The program of a pattern. Raises error, with the messages and positions of CPython."""
    text = pattern.decode("latin-1") if isinstance(pattern, bytes) else pattern
    is_text = isinstance(pattern, str)
    # A flag at the beginning that changes the meaning of the rest must be known first.
    parser = _Parser(pattern, text, _early_flags(text, flags, is_text))
    parser.flags = _early_flags(text, flags, is_text)
    part = parser.alternatives(parser.flags, 0)
    if parser.next is not None:
        parser.fail("unbalanced parenthesis")
    for group in parser.conditions:
        if group >= len(parser.open):
            raise error("invalid group reference " + str(group), pattern, parser.conditions[group])
    fixed = _fixed_flags(is_text, parser.flags if is_text or not parser.flags & _U or flags & _U else parser.flags & ~_U)
    if parser.bad_behind is not None:
        raise error(parser.bad_behind)
    groups = len(parser.open) - 1
    code = part.code + [_END]
    first = groups * 2 + 1
    _number_registers(code, first)
    return _Code(fixed, groups, parser.names, first + parser.registers, _prefix(code), code)


def _early_flags(text, flags, is_text):
    # str patterns are Unicode patterns unless they say otherwise, here or in their first group.
    if is_text and not flags & _A:
        i = 0
        while text.startswith("(?", i):
            j = i + 2
            while j < len(text) and text[j] in _FLAG_LETTERS:
                j += 1
            if j == i + 2 or j >= len(text) or text[j] != ")":
                break
            if "a" in text[i + 2:j]:
                return flags
            i = j + 1
        return flags | _U
    return flags


def _number_registers(code, first):
    # The registers of groups come first.
    i = 0
    while i < len(code):
        op = code[i]
        if op == _LOOP or op == _UNTIL or op == _LOOK or op == _LOOK_END or op == _LOOK_NOT_END or op == _ATOM or op == _ATOM_END:
            code[i + 1] += first
        i += _length(code, i)


def _length(code, i):
    op = code[i]
    if op == _SET:
        return code[i + 1]
    if op == _REPEAT or op == _LOOK:
        return 5
    if op == _UNTIL:
        return 6
    if op == _LOOP or op == _REF or op == _IF:
        return 3
    if op == _END or op == _ANY or op == _ALL or op == _FAIL:
        return 1
    return 2


def _prefix(code):
    out = ""
    i = 0
    while True:
        if code[i] == _CHAR:
            out += chr(code[i + 1])
        elif code[i] != _MARK:
            return out
        i += 2


# --- the flags ---

class RegexFlag(int):
    """The flags of patterns; combined with |."""

    def __or__(self, other):
        return RegexFlag(self._krait_value | _bits(other))

    def __ror__(self, other):
        return RegexFlag(self._krait_value | _bits(other))

    def __and__(self, other):
        return RegexFlag(self._krait_value & _bits(other))

    def __rand__(self, other):
        return RegexFlag(self._krait_value & _bits(other))

    def __xor__(self, other):
        return RegexFlag(self._krait_value ^ _bits(other))

    def __rxor__(self, other):
        return RegexFlag(self._krait_value ^ _bits(other))

    def __invert__(self):
        _k.refuse("~ of a flag of re")

    def __repr__(self):
        left = self._krait_value
        if left == 0:
            return "re.NOFLAG"
        names = []
        for name, bit in _FLAG_NAMES:
            if left & bit:
                names.append("re." + name)
                left &= ~bit
        if left:
            names.append(hex(left))
        return "|".join(names)

    def __str__(self):
        return self.__repr__()

    def __format__(self, spec):
        return format(self.__repr__(), spec)


_FLAG_NAMES = (("TEMPLATE", 1), ("IGNORECASE", 2), ("LOCALE", 4), ("MULTILINE", 8), ("DOTALL", 16), ("UNICODE", 32), ("VERBOSE", 64),
               ("DEBUG", 128), ("ASCII", 256))


def _bits(flags):
    if isinstance(flags, int):
        return flags
    return flags._krait_value


NOFLAG = RegexFlag(0)
ASCII = RegexFlag(256)
IGNORECASE = RegexFlag(2)
LOCALE = RegexFlag(4)
UNICODE = RegexFlag(32)
MULTILINE = RegexFlag(8)
DOTALL = RegexFlag(16)
VERBOSE = RegexFlag(64)
A = ASCII
I = IGNORECASE
L = LOCALE
U = UNICODE
M = MULTILINE
S = DOTALL
X = VERBOSE


# --- patterns and matches ---
#
# _shape says what the compiler knows about the groups of a pattern that is a literal (compiler/infer/re_shape.cpp):
# None, or (number, groups, complete). The type of `number` is None for no groups, int for one, str for more; `groups` has
# for each group its number and None, if it may not have matched, or 0; `complete` is None if there is such a group, else 0.

class Pattern:
    """A compiled pattern."""
    __full_name__ = "re.Pattern"
    __generic__ = True

    def __init__(self, pattern, code, shape):
        self.pattern = pattern
        self._code = code
        self._shape = shape
        self.flags = code.flags
        self.groups = code.groups

    @property
    def groupindex(self):
        return _Names(self._code.names)

    def match(self, string, pos=0, endpos=9223372036854775807):
        """The Match of the pattern at `pos`, or None."""
        text = _text_of(self.pattern, string)
        start, end = _clamped(text, pos, endpos)
        return self._at(string, text, start, end, False)

    def fullmatch(self, string, pos=0, endpos=9223372036854775807):
        """The Match of the pattern from `pos` to `endpos`, or None."""
        text = _text_of(self.pattern, string)
        start, end = _clamped(text, pos, endpos)
        return self._at(string, text, start, end, True)

    def search(self, string, pos=0, endpos=9223372036854775807):
        """The first Match of the pattern, or None."""
        text = _text_of(self.pattern, string)
        start, end = _clamped(text, pos, endpos)
        machine = _Machine(self._code)
        at = machine._search(text, start, end, False)
        if at < 0:
            return None
        return Match(self, string, text, machine, start, end)

    def _at(self, string, text, start, end, whole):
        machine = _Machine(self._code)
        if machine._run(text, start, end, whole, False) < 0:
            return None
        return Match(self, string, text, machine, start, end)

    def finditer(self, string, pos=0, endpos=9223372036854775807):
        """An iterator over the Matches that do not overlap."""
        text = _text_of(self.pattern, string)
        start, end = _clamped(text, pos, endpos)
        return _Finder(self, string, text, start, end)

    def findall(self, string, pos=0, endpos=9223372036854775807):
        """What the matches are: the whole of each, its group, or a tuple of its groups."""
        text = _text_of(self.pattern, string)
        start, end = _clamped(text, pos, endpos)
        shape = self._shape
        if shape is None:
            if self._code.groups > 1:
                return _findall_any(self._code, text, start, end)
            return _findall_one(self._code, text, start, end)
        if isinstance(shape[0], str):
            return _findall_many(self._code, text, start, end, shape[1])
        return _findall_one(self._code, text, start, end)

    def split(self, string, maxsplit=0):
        """The parts between the matches, and the groups of those."""
        text = _text_of(self.pattern, string)
        most = _ssize(maxsplit)
        n = _len(text)
        out = []
        machine = _Machine(self._code)
        at = _k.i64(0)
        from_ = _k.i64(0)
        must = False
        count = _k.i64(0)
        while most == 0 or count < most:
            begin = machine._search(text, from_, n, must)
            if begin < 0:
                break
            end = machine._end
            out.append(_slice_of(text, at, begin))
            self._split_groups(out, text, machine)
            count = count + 1
            at = end
            must = begin == end
            from_ = end
        out.append(_slice_of(text, at, n))
        return out

    def _split_groups(self, out, text, machine):
        shape = self._shape
        if shape is not None:
            if shape[0] is None:
                return
        k = _k.i64(1)
        n = _k.i64(self._code.groups)
        while k <= n:
            out.append(_group_or(text, machine, k, None, shape))
            k = k + 1

    def sub(self, repl, string, count=0):
        """The string with its matches (the first `count`) replaced: by a template, or what a function of the Match returns."""
        return self._sub(repl, string, count)[0]

    def subn(self, repl, string, count=0):
        """The same, and how many they were."""
        return self._sub(repl, string, count)

    def _sub(self, repl, string, count):
        text = _text_of(self.pattern, string)
        most = _ssize(count)
        n = _len(text)
        parts = []
        machine = _Machine(self._code)
        at = _k.i64(0)
        from_ = _k.i64(0)
        must = False
        done = _k.i64(0)
        template = _template_for(repl, self, text)
        while most == 0 or done < most:
            begin = machine._search(text, from_, n, must)
            if begin < 0:
                break
            end = machine._end
            if at < begin:
                parts.append(_slice_of(text, at, begin))
            if isinstance(template, _Template):
                template._fill(parts, text, machine)
            else:
                made = Match(self, string, text, machine, _k.i64(0), n)
                machine = _Machine(self._code)
                piece = repl(made)
                if piece is not None:
                    parts.append(_piece(text, piece, len(parts)))
            done = done + 1
            at = end
            must = begin == end
            from_ = end
        if at < n:
            parts.append(_slice_of(text, at, n))
        return _joined(text, parts), _k.to_int(done)

    def __eq__(self, other):
        if isinstance(other, Pattern):
            return self.flags == other.flags and self.pattern == other.pattern
        return NotImplemented

    def __hash__(self):
        return _hash(self.pattern)

    def __repr__(self):
        flags = self.flags
        if isinstance(self.pattern, str):
            flags &= ~32
        shown = repr(self.pattern)
        if len(shown) > 200:
            shown = shown[:200]
        if flags:
            return "re.compile(" + shown + ", " + repr(RegexFlag(flags)) + ")"
        return "re.compile(" + shown + ")"

    def _copy_same_(self):
        return self


class Match:
    """What a pattern has matched."""
    __full_name__ = "re.Match"
    __generic__ = True

    def __init__(self, pattern, string, text, machine, pos, endpos):
        self.re = pattern
        self.string = string
        self._text = text
        self._machine = machine
        self.pos = _k.to_int(pos)
        self.endpos = _k.to_int(endpos)

    def _number(self, group):
        # The number of a group; 0 is the whole match.
        if isinstance(group, int):
            if 0 <= group <= self._machine._code.groups:
                return _k.i64(group)
            raise IndexError("no such group")
        if isinstance(group, str):
            names = self._machine._code.names
            if group in names:
                return _k.i64(names[group])
            raise IndexError("no such group")
        if _k.has_method(group, "__index__"):
            return self._number(group.__index__())
        raise IndexError("no such group")

    def _value(self, k, default):
        if k == 0:
            return _slice_of(self._text, self._machine._begin_at, self._machine._end)
        return _group_or(self._text, self._machine, k, default, self.re._shape)

    def group(self, group=_ABSENT, /, *more):
        """The text of a group (of the whole match), or None; of several groups, a tuple of these."""
        if isinstance(group, _absent):
            return _slice_of(self._text, self._machine._begin_at, self._machine._end)
        if more:
            out = [self._value(self._number(group), None)]
            for x in more:
                out.append(self._value(self._number(x), None))
            return _tuple_from_list(out)
        return self._value(self._number(group), None)

    def __getitem__(self, group):
        return self._value(self._number(group), None)

    def groups(self, default=None):
        """The texts of all groups."""
        shape = self.re._shape
        if shape is not None:
            return _k.copy_tuple(_group_like, shape[1], self._text, self._machine, default)
        out = []
        k = _k.i64(1)
        n = _k.i64(self._machine._code.groups)
        while k <= n:
            out.append(_group_or(self._text, self._machine, k, default, shape))
            k = k + 1
        return _tuple_from_list(out)

    def groupdict(self, default=None):
        """The texts of the groups that have names, by name."""
        out = {}
        for name, k in self._machine._code.names.items():
            out[name] = _group_or(self._text, self._machine, _k.i64(k), default, self.re._shape)
        return out

    def start(self, group=0, /):
        """Where the group begins, or -1."""
        k = self._number(group)
        if k == 0:
            return _k.to_int(self._machine._begin_at)
        a, b = _span_of(self._machine, k)
        return _k.to_int(a)

    def end(self, group=0, /):
        """Where the group ends, or -1."""
        k = self._number(group)
        if k == 0:
            return _k.to_int(self._machine._end)
        a, b = _span_of(self._machine, k)
        return _k.to_int(b)

    def span(self, group=0, /):
        """Where the group begins and ends, or (-1, -1)."""
        return (self.start(group), self.end(group))

    @property
    def regs(self):
        out = [self.span()]
        for k in range(self._machine._code.groups):
            out.append(self.span(k + 1))
        return _tuple_from_list(out)

    @property
    def lastindex(self):
        k = self._machine._last_group()
        if k < 0:
            return None
        return _k.to_int(k)

    @property
    def lastgroup(self):
        last = _k.to_int(self._machine._last_group())
        for name, k in self._machine._code.names.items():
            if k == last:
                return name
        return None

    def expand(self, template):
        """The template with its references to groups replaced."""
        made = _Template(template, self.re)
        parts = []
        made._fill(parts, self._text, self._machine)
        return _joined(self._text, parts)

    def __repr__(self):
        return ("<re.Match object; span=(" + str(self.start()) + ", " + str(self.end()) + "), match=" + repr(self.group()) + ">")

    def _copy_same_(self):
        return self


class _Finder:
    __generic__ = True

    def __init__(self, pattern, string, text, start, end):
        self._pattern = pattern
        self._string = string
        self._text = text
        self._from = start
        self._start = start
        self._stop = end
        self._must = False
        self._over = False

    def __iter__(self):
        return self

    def _next_(self):
        if self._over:
            _k.stop()
        machine = _Machine(self._pattern._code)
        begin = machine._search(self._text, self._from, self._stop, self._must)
        if begin < 0:
            self._over = True
            _k.stop()
        self._must = begin == machine._end
        self._from = machine._end
        return Match(self._pattern, self._string, self._text, machine, self._start, self._stop)

    def __next__(self):
        return next(self)


class _Names:
    # The names of groups: a dict that cannot be changed.
    def __init__(self, names):
        self._names = names

    def __getitem__(self, name):
        return self._names[name]

    def __contains__(self, name):
        return name in self._names

    def __iter__(self):
        return iter(self._names)

    def __len__(self):
        return len(self._names)

    def get(self, name, default=None):
        return self._names.get(name, default)

    def keys(self):
        return self._names.keys()

    def values(self):
        return self._names.values()

    def items(self):
        return self._names.items()

    def __eq__(self, other):
        if isinstance(other, _Names):
            return self._names == other._names
        return self._names == other

    def __str__(self):
        return repr(self._names)

    def __repr__(self):
        return "mappingproxy(" + repr(self._names) + ")"


def _text_of(pattern, string):
    # The str or bytes that is searched.
    if isinstance(pattern, str):
        text = _plain(string)
        if isinstance(text, str):
            return text
        if isinstance(text, bytes) or isinstance(text, bytearray) or isinstance(text, memoryview):
            raise TypeError("cannot use a string pattern on a bytes-like object")
    else:
        text = _plain(string)
        if isinstance(text, bytes):
            return text
        if isinstance(text, bytearray) or isinstance(text, memoryview):
            return bytes(text)
        if isinstance(text, str):
            raise TypeError("cannot use a bytes pattern on a string-like object")
    raise TypeError("expected string or bytes-like object, got '" + _k.type_name(string) + "'")


def _len(text):
    if isinstance(text, bytes):
        return _rt.bytes_len(text)
    return _rt.str_len(text)


def _clamped(text, pos, endpos):
    n = _len(text)
    start = _ssize(pos)
    end = _ssize(endpos)
    if start < 0:
        start = _k.i64(0)
    if start > n:
        start = n
    if end < 0:
        end = _k.i64(0)
    if end > n:
        end = n
    return start, end


def _slice_of(text, start, end):
    if isinstance(text, bytes):
        return _rt.bytes_substr(text, start, end)
    return _rt.str_substr(text, start, end)


def _span_of(machine, k):
    a = machine._group_start(k)
    b = machine._group_end(k)
    if a < 0 or b < 0:
        return _k.i64(-1), _k.i64(-1)
    return a, b


def _group_or(text, machine, k, default, shape):
    # The text of a group, or the default.
    a, b = _span_of(machine, k)
    if shape is not None:
        if shape[2] is not None:
            if a < 0:
                raise SystemError("a group of a regular expression that always matches did not")
            return _slice_of(text, a, b)
    if a < 0:
        return default
    return _slice_of(text, a, b)


def _group_like(group, text, machine, default):
    a, b = _span_of(machine, _k.i64(group[0]))
    if group[1] is not None:
        if a < 0:
            raise SystemError("a group of a regular expression that always matches did not")
        return _slice_of(text, a, b)
    if a < 0:
        return default
    return _slice_of(text, a, b)


def _group_text(text, machine, k):
    # The text of a group; empty if it has not matched.
    a, b = _span_of(machine, k)
    if a < 0:
        return _slice_of(text, _k.i64(0), _k.i64(0))
    return _slice_of(text, a, b)


def _found_text(group, text, machine):
    return _group_text(text, machine, _k.i64(group[0]))


def _findall_one(code, text, start, end):
    out = []
    machine = _Machine(code)
    must = False
    while True:
        begin = machine._search(text, start, end, must)
        if begin < 0:
            return out
        if code.groups == 0:
            out.append(_slice_of(text, begin, machine._end))
        else:
            out.append(_group_text(text, machine, _k.i64(1)))
        start = machine._end
        must = begin == start


def _findall_many(code, text, start, end, groups):
    out = []
    machine = _Machine(code)
    must = False
    while True:
        begin = machine._search(text, start, end, must)
        if begin < 0:
            return out
        out.append(_k.copy_tuple(_found_text, groups, text, machine))
        start = machine._end
        must = begin == start


def _findall_any(code, text, start, end):
    out = []
    machine = _Machine(code)
    must = False
    while True:
        begin = machine._search(text, start, end, must)
        if begin < 0:
            return out
        parts = []
        k = _k.i64(1)
        n = _k.i64(code.groups)
        while k <= n:
            parts.append(_group_text(text, machine, k))
            k = k + 1
        out.append(_tuple_from_list(parts))
        start = machine._end
        must = begin == start


def _piece(text, piece, at):
    if isinstance(text, bytes):
        if isinstance(piece, bytes):
            return piece
        if isinstance(piece, bytearray) or isinstance(piece, memoryview):
            return bytes(piece)
        raise TypeError("sequence item " + str(at) + ": expected a bytes-like object, " + _k.type_name(piece) + " found")
    piece = _plain(piece)
    if isinstance(piece, str):
        return piece
    raise TypeError("sequence item " + str(at) + ": expected str instance, " + _k.type_name(piece) + " found")


def _joined(text, parts):
    if isinstance(text, bytes):
        return b"".join(parts)
    return "".join(parts)


# --- templates of sub() and expand() ---

class _Template:
    # Its parts in turn: texts, and the numbers of groups (-1: a text).
    __generic__ = True

    def __init__(self, template, pattern):
        self._texts = []
        self._groups = []
        source = template.decode("latin-1") if isinstance(template, bytes) else template
        code = pattern._code
        plain = ""
        i = 0
        n = len(source)
        while i < n:
            c = source[i]
            if c != "\\":
                plain += c
                i += 1
                continue
            if i + 1 >= n:
                raise error("bad escape (end of pattern)", template, i)
            c = source[i + 1]
            start = i
            i += 2
            group = -1
            if c == "g":
                if source[i:i + 1] != "<":
                    raise error("missing <", template, i)
                end = source.find(">", i + 1)
                if end < 0:
                    if i + 1 >= n:
                        raise error("missing group name", template, n)
                    raise error("missing >, unterminated name", template, i + 1)
                name = source[i + 1:end]
                if not name:
                    raise error("missing group name", template, i + 1)
                if name.isidentifier():
                    if name not in code.names:
                        raise IndexError("unknown group name " + repr(name))
                    group = code.names[name]
                else:
                    if not name.strip().replace("_", "").lstrip("+").isdecimal():
                        raise error("bad character in group name " + repr(name), template, i + 1)
                    group = int(name)
                    if group > code.groups:
                        raise error("invalid group reference " + str(group), template, i + 1)
                i = end + 1
            elif c == "0":
                digits = "0"
                while len(digits) < 3 and i < n and "0" <= source[i] <= "7":
                    digits += source[i]
                    i += 1
                plain += chr(int(digits, 8) & 255)
                continue
            elif "1" <= c <= "9":
                digits = c
                if i < n and "0" <= source[i] <= "9":
                    digits += source[i]
                    i += 1
                    if "0" <= c <= "7" and "0" <= digits[1] <= "7" and i < n and "0" <= source[i] <= "7":
                        digits += source[i]
                        i += 1
                        value = int(digits, 8)
                        if value > 0o377:
                            raise error("octal escape value \\" + digits + " outside of range 0-0o377", template, start)
                        plain += chr(value)
                        continue
                group = int(digits)
                if group > code.groups:
                    raise error("invalid group reference " + str(group), template, start + 1)
            else:
                if c in _ESCAPED:
                    plain += chr(_ESCAPED[c])
                elif _is_letter(c):
                    raise error("bad escape \\" + c, template, start)
                else:
                    plain += "\\" + c
                continue
            self._add(template, plain)
            plain = ""
            self._groups.append(group)
            self._texts.append(template)
        self._add(template, plain)

    def _add(self, template, plain):
        if plain:
            self._groups.append(-1)
            self._texts.append(plain.encode("latin-1") if isinstance(template, bytes) else plain)

    def _fill(self, parts, text, machine):
        for i in range(len(self._groups)):
            group = self._groups[i]
            if group < 0:
                parts.append(self._texts[i])
            elif group == 0:
                parts.append(_slice_of(text, machine._begin_at, machine._end))
            else:
                parts.append(_group_text(text, machine, _k.i64(group)))


def _template_for(repl, pattern, text):
    # None: repl is a function.
    if isinstance(text, bytes):
        if isinstance(repl, bytes):
            return _Template(repl, pattern)
        if isinstance(repl, bytearray) or isinstance(repl, memoryview):
            return _Template(bytes(repl), pattern)
        if isinstance(repl, str):
            raise TypeError("sequence item 0: expected a bytes-like object, str found")
    else:
        repl = _plain(repl)
        if isinstance(repl, str):
            return _Template(repl, pattern)
        if isinstance(repl, bytes) or isinstance(repl, bytearray):
            raise TypeError("sequence item 0: expected str instance, " + _k.type_name(repl) + " found")
    if callable(repl):
        return None
    raise TypeError("decoding to str: need a bytes-like object, " + _k.type_name(repl) + " found")


# --- functions of the module ---

_known_texts = {}
_known_bytes = {}


def _code_of(pattern, flags):
    if isinstance(pattern, str):
        key = (pattern, flags)
        if key in _known_texts:
            return _known_texts[key]
        if len(_known_texts) >= 512:
            _known_texts.clear()
        code = _compiled(pattern, flags)
        _known_texts[key] = code
        return code
    key = (pattern, flags)
    if key in _known_bytes:
        return _known_bytes[key]
    if len(_known_bytes) >= 512:
        _known_bytes.clear()
    code = _compiled(pattern, flags)
    _known_bytes[key] = code
    return code


def _pattern_of(pattern, flags, shape):
    if isinstance(pattern, Pattern):
        if _bits(flags):
            raise ValueError("cannot process flags argument with a compiled pattern")
        return pattern
    pattern = _plain(pattern)
    if isinstance(pattern, str) or isinstance(pattern, bytes):
        code = _code_of(pattern, _bits(flags))
        if shape is not None:
            if len(shape[1]) != code.groups:
                raise SystemError("the groups of a regular expression are not those that the compiler saw")
        return Pattern(pattern, code, shape)
    raise TypeError("first argument must be string or compiled pattern")


def compile(pattern, flags=0, _shape=None):
    """A Pattern. Raises error."""
    return _pattern_of(pattern, flags, _shape)


def match(pattern, string, flags=0, _shape=None):
    """The Match of the pattern at the beginning of the string, or None."""
    return _pattern_of(pattern, flags, _shape).match(string)


def fullmatch(pattern, string, flags=0, _shape=None):
    """The Match of the pattern with the whole string, or None."""
    return _pattern_of(pattern, flags, _shape).fullmatch(string)


def search(pattern, string, flags=0, _shape=None):
    """The first Match of the pattern in the string, or None."""
    return _pattern_of(pattern, flags, _shape).search(string)


def findall(pattern, string, flags=0, _shape=None):
    """What the matches in the string are; see Pattern.findall."""
    return _pattern_of(pattern, flags, _shape).findall(string)


def finditer(pattern, string, flags=0, _shape=None):
    """An iterator over the Matches in the string."""
    return _pattern_of(pattern, flags, _shape).finditer(string)


def split(pattern, string, maxsplit=0, flags=0, _shape=None):
    """The parts of the string between the matches; see Pattern.split."""
    return _pattern_of(pattern, flags, _shape).split(string, maxsplit)


def sub(pattern, repl, string, count=0, flags=0, _shape=None):
    """The string with the matches replaced; see Pattern.sub."""
    return _pattern_of(pattern, flags, _shape).sub(repl, string, count)


def subn(pattern, repl, string, count=0, flags=0, _shape=None):
    """The same, and how many they were."""
    return _pattern_of(pattern, flags, _shape).subn(repl, string, count)


def escape(pattern):
    """The pattern that matches this text only."""
    if isinstance(pattern, bytes):
        return _escaped(pattern.decode("latin-1")).encode("latin-1")
    return _escaped(pattern)


def _escaped(text):
    out = ""
    for c in text:
        if c in "()[]{}?*+-|^$\\.&~# \t\n\r\v\f":
            out += "\\"
        out += c
    return out


def purge():
    """Forgets the programs of patterns."""
    _known_texts.clear()
    _known_bytes.clear()
