"""Regular expressions, part two: the matcher. It goes through the program of a pattern (__init__.py) and keeps what it
has to go back to on a stack of its own, so that neither long texts nor deep patterns use the native one."""
from re._characters import _fold, _fold_ascii, _in_category, _is_word, _is_word_ascii


class _Machine:
    # _reg: registers: where groups begin and end (-1: they have not matched), the last group that ended, then
    # those of loops and the like. _stack: entries of four words (a, b, c, kind):
    #   0  go on at a with the text's position b
    #   1  register a was b
    #   2  a greedy REPEAT at a: can give back down to position b, is at c
    #   3  a lazy REPEAT at a: can take on at position b, has taken c
    #   4  a lazy UNTIL at a: do the body once more, at position b
    __fields__ = ("_reg", "_regs", "_stack", "_top", "_cap", "_code", "_last", "_begin_at", "_end")
    __buffers__ = (("_reg", "", "_regs", ""), ("_stack", "", "_cap", ""))

    def __init__(self, code):
        n = _k.i64(code.registers)
        self._reg = _k.buf_new_i64(n)
        self._regs = n
        self._stack = _k.buf_new_i64(_k.i64(64))
        self._cap = _k.i64(64)
        self._top = _k.i64(0)
        self._code = code
        self._last = _k.i64(code.groups * 2)
        self._begin_at = _k.i64(0)
        self._end = _k.i64(0)

    def _begin(self):
        i = _k.i64(0)
        while i < self._regs:
            _k.buf_init(self._reg, i, _k.i64(-1))
            i = i + 1
        self._top = _k.i64(0)

    def _push(self, a, b, c, kind):
        top = self._top
        if top + 4 > self._cap:
            more = self._cap + self._cap
            self._stack = _k.buf_resize(self._stack, self._cap, more)
            self._cap = more
        stack = self._stack
        _k.buf_init(stack, top, a)
        _k.buf_init(stack, top + 1, b)
        _k.buf_init(stack, top + 2, c)
        _k.buf_init(stack, top + 3, kind)
        self._top = top + 4

    def _set(self, r, value):
        # Sets a register until the matcher goes back.
        self._push(r, _k.buf_get(self._reg, r), _k.i64(0), _k.i64(1))
        _k.buf_init(self._reg, r, value)

    def _undo(self, height):
        # Takes everything above `height` back.
        top = self._top
        while top > height:
            top = top - 4
            if _k.buf_get(self._stack, top + 3) == 1:
                _k.buf_init(self._reg, _k.buf_get(self._stack, top), _k.buf_get(self._stack, top + 1))
        self._top = top

    def _cut(self, height):
        # Gives up the other ways above `height`; the registers can still be taken back.
        stack = self._stack
        top = self._top
        i = height
        while i < top:
            if _k.buf_get(stack, i + 3) == 1:
                if i != height:
                    _k.buf_init(stack, height, _k.buf_get(stack, i))
                    _k.buf_init(stack, height + 1, _k.buf_get(stack, i + 1))
                    _k.buf_init(stack, height + 2, _k.i64(0))
                    _k.buf_init(stack, height + 3, _k.i64(1))
                height = height + 4
            i = i + 4
        self._top = height

    def _group_start(self, group):
        return _k.buf_get(self._reg, group + group - 2)

    def _group_end(self, group):
        return _k.buf_get(self._reg, group + group - 1)

    def _last_group(self):
        return _k.buf_get(self._reg, self._last)

    def _search(self, text, start, end, must):
        # The position where the first match at or after `start` begins, or -1. must: a match at `start` is not empty.
        prefix = self._code.prefix
        if prefix:
            return self._search_prefix(text, start, end, must, prefix)
        if self._run(text, start, end, False, must) >= 0:
            return start
        while start < end:
            start = start + 1
            if self._run(text, start, end, False, False) >= 0:
                return start
        return _k.i64(-1)

    def _search_prefix(self, text, start, end, must, prefix):
        while True:
            at = _find(text, prefix, start, end)
            if at < 0:
                return at
            if self._run(text, at, end, False, must and at == start) >= 0:
                return at
            start = at + 1
            must = False

    # Where the match that begins at `pos` ends, or -1. whole: it has to end at `end`; must: behind `pos`.
    # Both are kept in _begin_at and _end.
    def _run(self, text, pos, end, whole, must):
        self._begin()
        code = self._code.program._buf
        reg = self._reg
        start = pos
        pc = _k.i64(0)
        while True:
            op = _k.buf_get(code, pc)
            ok = True
            if op <= 6:
                if op == 0:  # END
                    if (not whole or pos == end) and not (must and pos == start):
                        self._begin_at = start
                        self._end = pos
                        return pos
                    ok = False
                elif pos < end and _takes(code, pc, _at(text, pos)):
                    pos = pos + 1
                    pc = pc + (_k.buf_get(code, pc + 1) if op == 6 else _k.i64(1) if op >= 4 else _k.i64(2))
                else:
                    ok = False
            elif op == 7:  # SPLIT
                self._push(pc + _k.buf_get(code, pc + 1), pos, _k.i64(0), _k.i64(0))
                pc = pc + 2
            elif op == 8:  # JUMP
                pc = pc + _k.buf_get(code, pc + 1)
            elif op == 9:  # MARK
                k = _k.buf_get(code, pc + 1)
                self._set(k, pos)
                if k & 1 == 1:
                    self._set(self._last, _k.i64_shr(k, 1) + 1)
                pc = pc + 2
            elif op == 10:  # AT
                ok = _is_place(_k.buf_get(code, pc + 1), text, pos, end)
                pc = pc + 2
            elif op == 11:  # REF
                g = _k.buf_get(code, pc + 1)
                a = _k.buf_get(reg, g + g - 2)
                b = _k.buf_get(reg, g + g - 1)
                if a < 0 or b < a or (b > a and b - a > end - pos):
                    ok = False
                else:
                    fold = _k.buf_get(code, pc + 2)
                    while a < b:
                        x = _at(text, a)
                        y = _at(text, pos)
                        if x != y and (fold == 0 or (fold == 1 and _fold(x) != _fold(y)) or
                                       (fold == 2 and _fold_ascii(x) != _fold_ascii(y))):
                            ok = False
                            break
                        a = a + 1
                        pos = pos + 1
                pc = pc + 3
            elif op == 12:  # LOOP
                r = _k.buf_get(code, pc + 1)
                self._set(r, _k.i64(-1))
                self._set(r + 1, _k.i64(-1))
                pc = pc + _k.buf_get(code, pc + 2)
            elif op == 13:  # UNTIL
                r = _k.buf_get(code, pc + 1)
                count = _k.buf_get(reg, r) + 1
                most = _k.buf_get(code, pc + 3)
                if count < _k.buf_get(code, pc + 2):
                    self._set(r, count)
                    pc = pc + _k.buf_get(code, pc + 5)
                elif _k.buf_get(code, pc + 4) == 1:
                    self._push(pc, pos, _k.i64(0), _k.i64(4))
                    pc = pc + 6
                elif (count < most or most == 4294967295) and pos != _k.buf_get(reg, r + 1):
                    self._push(pc + 6, pos, _k.i64(0), _k.i64(0))
                    self._set(r, count)
                    self._set(r + 1, pos)
                    pc = pc + _k.buf_get(code, pc + 5)
                else:
                    pc = pc + 6
            elif op == 14:  # REPEAT
                how = _k.buf_get(code, pc + 1)
                least = _k.buf_get(code, pc + 2)
                most = _k.buf_get(code, pc + 3)
                one = pc + 5
                begin = pos
                limit = end
                if how == 1:
                    most = least
                if most < end - pos:
                    limit = pos + most
                if _k.buf_get(code, one) == 5:
                    pos = limit
                else:
                    while pos < limit and _takes(code, one, _at(text, pos)):
                        pos = pos + 1
                if pos - begin < least or begin > end:
                    ok = False
                elif how == 0:
                    if pos - begin > least:
                        self._push(pc, begin + least, pos, _k.i64(2))
                elif how == 1:
                    self._push(pc, pos, least, _k.i64(3))
                pc = one + _k.buf_get(code, pc + 4)
            elif op == 15:  # LOOK
                r = _k.buf_get(code, pc + 1)
                back = _k.buf_get(code, pc + 2)
                no = _k.buf_get(code, pc + 3) == 1
                after = pc + _k.buf_get(code, pc + 4)
                if pos < back:
                    if no:
                        pc = after
                    else:
                        ok = False
                else:
                    # Where to go back to, and how high the stack is, are kept on the stack and in the register.
                    self._set(r, self._top)
                    self._push(after, pos, _k.i64(0), _k.i64(0 if no else 5))
                    pos = pos - back
                    pc = pc + 5
            elif op == 16:  # LOOK_END
                height = _k.buf_get(reg, _k.buf_get(code, pc + 1)) + 4
                pos = _k.buf_get(self._stack, height + 1)
                self._cut(height)
                pc = pc + 2
            elif op == 17:  # LOOK_NOT_END
                self._undo(_k.buf_get(reg, _k.buf_get(code, pc + 1)))
                ok = False
            elif op == 18:  # ATOM
                self._set(_k.buf_get(code, pc + 1), self._top)
                pc = pc + 2
            elif op == 19:  # ATOM_END
                self._cut(_k.buf_get(reg, _k.buf_get(code, pc + 1)) + 4)
                pc = pc + 2
            elif op == 20:  # IF
                g = _k.buf_get(code, pc + 1)
                if _k.buf_get(reg, g + g - 2) >= 0 and _k.buf_get(reg, g + g - 1) >= 0:
                    pc = pc + 3
                else:
                    pc = pc + _k.buf_get(code, pc + 2)
            else:  # FAIL
                ok = False
            if ok:
                continue
            # Back to the last place where there is another way.
            while True:
                top = self._top - 4
                if top < 0:
                    return _k.i64(-1)
                self._top = top
                stack = self._stack
                kind = _k.buf_get(stack, top + 3)
                pc = _k.buf_get(stack, top)
                pos = _k.buf_get(stack, top + 1)
                if kind == 0:
                    break
                if kind == 1:
                    _k.buf_init(reg, pc, pos)
                elif kind == 2:
                    now = _k.buf_get(stack, top + 2) - 1
                    if now > pos:
                        _k.buf_init(stack, top + 2, now)
                        self._top = top + 4
                    pos = now
                    pc = pc + 5 + _k.buf_get(code, pc + 4)
                    break
                elif kind == 3:
                    count = _k.buf_get(stack, top + 2)
                    if count < _k.buf_get(code, pc + 3) and pos < end and _takes(code, pc + 5, _at(text, pos)):
                        pos = pos + 1
                        self._push(pc, pos, count + 1, _k.i64(3))
                        pc = pc + 5 + _k.buf_get(code, pc + 4)
                        break
                elif kind == 4:
                    r = _k.buf_get(code, pc + 1)
                    count = _k.buf_get(reg, r) + 1
                    most = _k.buf_get(code, pc + 3)
                    if (count < most or most == 4294967295) and pos != _k.buf_get(reg, r + 1):
                        self._set(r, count)
                        self._set(r + 1, pos)
                        pc = pc + _k.buf_get(code, pc + 5)
                        break


def _at(text, i):
    if isinstance(text, bytes):
        return _rt.bytes_at(text, i)
    return _rt.str_ord_at(text, i)


def _find(text, prefix, start, end):
    if isinstance(text, bytes):
        return _rt.bytes_find(text, prefix.encode("latin-1"), start, end)
    return _rt.str_find(text, prefix, start, end)


# Does the one-character operation at pc take the character?
def _takes(code, pc, c):
    op = _k.buf_get(code, pc)
    if op == 1:  # CHAR
        return c == _k.buf_get(code, pc + 1)
    if op == 6:  # SET
        if c < 256:
            bits = _k.buf_get(code, pc + 5 + _k.i64_shr(c, 5))
            return _k.i64_shr(bits, c & 31) & 1 == 1
        return _in_set(code, pc, c) != (_k.buf_get(code, pc + 2) == 1)
    if op == 4:  # ANY
        return c != 10
    if op == 5:  # ALL
        return True
    if op == 2:  # CHAR_FOLD
        return _fold(c) == _k.buf_get(code, pc + 1)
    return _fold_ascii(c) == _k.buf_get(code, pc + 1)


def _in_set(code, pc, c):
    fold = _k.buf_get(code, pc + 3)
    x = c
    if fold == 1:
        x = _fold(c)
    elif fold == 2:
        x = _fold_ascii(c)
    ascii = _k.buf_get(code, pc + 4) == 1
    i = pc + 14
    last = i + _k.buf_get(code, pc + 13) * 2
    while i < last:
        low = _k.buf_get(code, i)
        if low < 0:
            if _in_category(c, low, ascii):
                return True
        elif low <= x and x <= _k.buf_get(code, i + 1):
            return True
        i = i + 2
    return False


def _is_place(kind, text, pos, end):
    if kind == 0:
        return pos == 0
    if kind == 1:
        return pos == 0 or _at(text, pos - 1) == 10
    if kind == 2:
        return pos == end or (pos + 1 == end and _at(text, pos) == 10)
    if kind == 3:
        return pos == end or (pos < end and _at(text, pos) == 10)
    if kind == 4:
        return pos == end
    if end == 0:
        return False
    if kind <= 6:
        before = pos > 0 and _is_word(_at(text, pos - 1))
        after = pos < end and _is_word(_at(text, pos))
        return (before != after) == (kind == 5)
    before = pos > 0 and _is_word_ascii(_at(text, pos - 1))
    after = pos < end and _is_word_ascii(_at(text, pos))
    return (before != after) == (kind == 7)
