"""Tables as text, with separators."""

__all__ = ["QUOTE_MINIMAL", "QUOTE_ALL", "QUOTE_NONNUMERIC", "QUOTE_NONE", "Error", "Dialect", "__doc__", "excel",
           "excel_tab", "field_size_limit", "reader", "writer", "register_dialect", "get_dialect", "list_dialects",
           "Sniffer", "unregister_dialect", "__version__", "DictReader", "DictWriter", "unix_dialect"]
__version__ = "1.0"


class _Numeric(int):
    # The class of QUOTE_NONNUMERIC: a type of its own, so that only readers that were asked for them have floats.
    pass


QUOTE_MINIMAL = 0
QUOTE_ALL = 1
QUOTE_NONNUMERIC = _Numeric(2)
QUOTE_NONE = 3


class Error(Exception):
    __full_name__ = "_csv.Error"


class _End:
    pass


_END = _End()
_limits = [131072]


def field_size_limit(limit=_ABSENT):
    old = _limits[0]
    if not isinstance(limit, _absent):
        if not isinstance(limit, int):
            raise TypeError("limit must be an integer")
        _limits[0] = limit
    return old


def _one_character(name, value):
    if isinstance(value, str):
        if len(value) != 1:
            raise TypeError('"' + name + '" must be a 1-character string')
        return value
    raise TypeError('"' + name + '" must be string, not ' + type(value).__name__)


def _character_or_none(name, value):
    if value is None:
        return None
    if isinstance(value, str):
        if len(value) != 1:
            raise TypeError('"' + name + '" must be a 1-character string')
        return value
    raise TypeError('"' + name + '" must be string or None, not ' + type(value).__name__)


def _line_terminator(value):
    if isinstance(value, str):
        return value
    if value is None:
        raise TypeError("lineterminator must be set")
    raise TypeError('"lineterminator" must be a string')


def _one_quoting(quoting, quotechar):
    if isinstance(quoting, _absent):
        return QUOTE_NONE if quotechar is None else QUOTE_MINIMAL
    if isinstance(quoting, int) or isinstance(quoting, _Numeric):
        if quoting < 0 or quoting > 3:
            raise TypeError('bad "quoting" value')
        if quotechar is None and quoting != 3:
            raise TypeError("quotechar must be set if quoting enabled")
        return quoting
    raise TypeError('"quoting" must be an integer')


class _Settings:
    __full_name__ = "_csv.Dialect"
    __generic__ = True

    def __init__(self, delimiter, doublequote, escapechar, lineterminator, quotechar, quoting, skipinitialspace, strict):
        self.delimiter = _one_character("delimiter", delimiter)
        self.escapechar = _character_or_none("escapechar", escapechar)
        self.lineterminator = _line_terminator(lineterminator)
        self.quotechar = _character_or_none("quotechar", quotechar)
        self.quoting = _one_quoting(quoting, quotechar)
        self.doublequote = True if doublequote else False
        self.skipinitialspace = True if skipinitialspace else False
        self.strict = True if strict else False


def _delimiter(dialect, given):
    if not isinstance(given, _absent):
        return given
    if hasattr(dialect, "delimiter"):
        return dialect.delimiter
    return ","


def _doublequote(dialect, given):
    if not isinstance(given, _absent):
        return given
    if hasattr(dialect, "doublequote"):
        return dialect.doublequote
    return True


def _escapechar(dialect, given):
    if not isinstance(given, _absent):
        return given
    if hasattr(dialect, "escapechar"):
        return dialect.escapechar
    return None


def _lineterminator(dialect, given):
    if not isinstance(given, _absent):
        return given
    if hasattr(dialect, "lineterminator"):
        return dialect.lineterminator
    return "\r\n"


def _quotechar(dialect, given):
    if not isinstance(given, _absent):
        return given
    if hasattr(dialect, "quotechar"):
        return dialect.quotechar
    return '"'


def _quoting(dialect, given):
    if not isinstance(given, _absent):
        return given
    if hasattr(dialect, "quoting"):
        return dialect.quoting
    return _ABSENT


def _skipinitialspace(dialect, given):
    if not isinstance(given, _absent):
        return given
    if hasattr(dialect, "skipinitialspace"):
        return dialect.skipinitialspace
    return False


def _strict(dialect, given):
    if not isinstance(given, _absent):
        return given
    if hasattr(dialect, "strict"):
        return dialect.strict
    return False


def _settings(dialect, delimiter, doublequote, escapechar, lineterminator, quotechar, quoting, skipinitialspace, strict):
    if isinstance(dialect, str):
        dialect = get_dialect(dialect)
    return _Settings(_delimiter(dialect, delimiter), _doublequote(dialect, doublequote), _escapechar(dialect, escapechar),
                     _lineterminator(dialect, lineterminator), _quotechar(dialect, quotechar), _quoting(dialect, quoting),
                     _skipinitialspace(dialect, skipinitialspace), _strict(dialect, strict))


class Dialect:
    """What the dialects of a program are derived from."""
    _name = ""
    _valid = False
    delimiter = None
    quotechar = None
    escapechar = None
    doublequote = None
    skipinitialspace = None
    lineterminator = None
    quoting = None

    def __init__(self):
        if self.__class__ != Dialect:
            self._valid = True
        self._validate()

    def _validate(self):
        try:
            _settings(self, _ABSENT, _ABSENT, _ABSENT, _ABSENT, _ABSENT, _ABSENT, _ABSENT, _ABSENT)
        except TypeError as e:
            raise Error(str(e))


class excel(Dialect):
    """What Excel writes: commas."""
    delimiter = ","
    quotechar = '"'
    doublequote = True
    skipinitialspace = False
    lineterminator = "\r\n"
    quoting = QUOTE_MINIMAL


class excel_tab(excel):
    """The same with tabs."""
    delimiter = "\t"


class unix_dialect(Dialect):
    """Everything quoted, lines that end with a newline alone."""
    delimiter = ","
    quotechar = '"'
    doublequote = True
    skipinitialspace = False
    lineterminator = "\n"
    quoting = QUOTE_ALL


_dialects = {}


def register_dialect(name, dialect=None, *, delimiter=_ABSENT, doublequote=_ABSENT, escapechar=_ABSENT,
                     lineterminator=_ABSENT, quotechar=_ABSENT, quoting=_ABSENT, skipinitialspace=_ABSENT, strict=_ABSENT):
    if not isinstance(name, str):
        raise TypeError("dialect name must be a string")
    _dialects[name] = _settings(dialect, delimiter, doublequote, escapechar, lineterminator, quotechar, quoting,
                                skipinitialspace, strict)


def unregister_dialect(name):
    if name not in _dialects:
        raise Error("unknown dialect")
    del _dialects[name]


def get_dialect(name):
    if name not in _dialects:
        raise Error("unknown dialect")
    return _dialects[name]


def list_dialects():
    return list(_dialects)


_dialects["excel"] = _settings(excel, _ABSENT, _ABSENT, _ABSENT, _ABSENT, _ABSENT, _ABSENT, _ABSENT, _ABSENT)
_dialects["excel-tab"] = _settings(excel_tab, _ABSENT, _ABSENT, _ABSENT, _ABSENT, _ABSENT, _ABSENT, _ABSENT, _ABSENT)
_dialects["unix"] = _settings(unix_dialect, _ABSENT, _ABSENT, _ABSENT, _ABSENT, _ABSENT, _ABSENT, _ABSENT, _ABSENT)


def _code(c):
    # A character as a machine integer; -1 is found nowhere.
    if c is None:
        return _k.i64(-1)
    return _rt.str_ord_at(c, 0)


def _find(text, code, start, end):
    if code < 0:
        return _k.i64(-1)
    return _rt.str_find_char(text, code, start, end)


def _line_end(text, start, n):
    # The first line break, or n.
    at = _rt.str_find_char(text, 10, start, n)
    if at < 0:
        at = n
    back = _rt.str_find_char(text, 13, start, at)
    if back >= 0:
        return back
    return at


class reader:
    __full_name__ = "_csv.reader"
    __generic__ = True

    def __init__(self, csvfile, dialect=None, *, delimiter=_ABSENT, doublequote=_ABSENT, escapechar=_ABSENT,
                 lineterminator=_ABSENT, quotechar=_ABSENT, quoting=_ABSENT, skipinitialspace=_ABSENT, strict=_ABSENT):
        self._lines = _iter(csvfile)
        d = _settings(dialect, delimiter, doublequote, escapechar, lineterminator, quotechar, quoting, skipinitialspace,
                      strict)
        self.dialect = d
        self.line_num = 0
        self._delimiter = _code(d.delimiter)
        self._quote = _code(d.quotechar)
        if d.quoting == QUOTE_NONE:
            self._quote = _k.i64(-1)
        self._escape = _code(d.escapechar)
        if d.quoting == 2 and not isinstance(d.quoting, _Numeric):
            raise NotImplementedError("a reader whose quoting is the number 2 is not compiled yet: write csv.QUOTE_NONNUMERIC")

    def __iter__(self):
        return self

    def _no_text(self, line):
        raise Error("iterator should return strings, not " + type(line).__name__ + " (the file should be opened in text mode)")

    def _too_long(self):
        raise Error("field larger than field limit (" + str(_limits[0]) + ")")

    def _save(self, out, text, plain):
        if _rt.str_len(text) > _k.index(_limits[0]):
            self._too_long()
        if isinstance(self.dialect.quoting, _Numeric):
            if plain and text:
                out.append(float(text))
            else:
                out.append(text)
        else:
            out.append(text)

    def _more(self):
        # The next line of a record, or None.
        line = next(self._lines, _END)
        if isinstance(line, _End):
            if self.dialect.strict:
                raise Error("unexpected end of data")
            return None
        if not isinstance(line, str):
            self._no_text(line)
        self.line_num += 1
        return line

    def _next_(self):
        line = _step(self._lines)
        if not isinstance(line, str):
            self._no_text(line)
        self.line_num += 1
        if self._escape >= 0:
            return self._slowly(line)
        out = []
        delimiter = self._delimiter
        quote = self._quote
        n = _rt.str_len(line)
        end = _line_end(line, 0, n)
        i = _k.i64(0)
        if end == 0:
            self._rest(line, 0, n)
            return out
        blanks = self.dialect.skipinitialspace
        while True:
            if blanks:
                while i < n and _rt.str_ord_at(line, i) == 32:
                    i = i + 1
            text = ""
            plain = True
            if i < n and _rt.str_ord_at(line, i) == quote:
                plain = False
                i = i + 1
                while True:
                    at = _rt.str_find_char(line, quote, i, n)
                    if at < 0:
                        text += _rt.str_substr(line, i, n)
                        if _rt.str_len(text) > _k.index(_limits[0]):
                            self._too_long()
                        line = self._more()
                        if line is None:
                            self._save(out, text, False)
                            return out
                        n = _rt.str_len(line)
                        end = _k.i64(-1)
                        i = _k.i64(0)
                        continue
                    text += _rt.str_substr(line, i, at)
                    i = at + 1
                    if not self.dialect.doublequote or i >= n:
                        break
                    c = _rt.str_ord_at(line, i)
                    if c == quote:
                        text += _rt.str_substr(line, at, i)
                        i = i + 1
                        continue
                    if self.dialect.strict and c != delimiter and c != 10 and c != 13:
                        self._expected()
                    break
                if end < i:
                    end = _line_end(line, i, n)
            at = _rt.str_find_char(line, delimiter, i, end)
            stop = end if at < 0 else at
            if plain:
                text = _rt.str_substr(line, i, stop)
            elif stop > i:
                text += _rt.str_substr(line, i, stop)
            self._save(out, text, plain)
            if at < 0:
                if end < n:
                    self._rest(line, end, n)
                return out
            i = at + 1

    def __next__(self):
        return next(self)

    def _expected(self):
        raise Error("'" + self.dialect.delimiter + "' expected after '" + str(self.dialect.quotechar) + "'")

    def _rest(self, line, i, n):
        # What follows the end of a record.
        while i < n:
            c = _rt.str_ord_at(line, i)
            if c != 10 and c != 13:
                raise Error("new-line character seen in unquoted field - do you need to open the file in universal-newline mode?")
            i = i + 1

    def _slowly(self, line):
        # One character after the other, for dialects with an escape character.
        # States: 0 start of the field, 1 in the field, 2 in quotes, 3 behind a quote in quotes, 4 behind an escape character,
        # 5 the same in quotes, 6 behind an escaped line break
        out = []
        d = self.dialect
        delimiter = self._delimiter
        quote = self._quote
        escape = self._escape
        state = 0
        plain = False
        text = ""
        n = _rt.str_len(line)
        i = _k.i64(0)
        start = True
        while True:
            if i >= n:
                # The end of a line
                if start or state == 7:
                    return out
                if state == 0 or state == 1 or state == 3:
                    self._save(out, text, plain)
                    return out
                if state == 4:
                    text += "\n"
                    state = 1
                elif state == 5:
                    text += "\n"
                    state = 2
                if text or state == 2:
                    following = self._more()
                else:
                    following = self._more_or_stop()
                if following is None:
                    self._save(out, text, plain)
                    return out
                line = following
                n = _rt.str_len(line)
                i = _k.i64(0)
                continue
            c = _rt.str_ord_at(line, i)
            i = i + 1
            if state == 7:
                if c != 10 and c != 13:
                    self._rest(line, i - 1, i)
                continue
            line_break = c == 10 or c == 13
            if start:
                start = False
                if line_break:
                    state = 7
                    continue
            if state == 0:
                text = ""
                plain = False
                if line_break:
                    self._save(out, text, plain)
                    state = 7
                elif c == quote:
                    state = 2
                elif c == escape:
                    state = 4
                elif c == 32 and d.skipinitialspace:
                    pass
                elif c == delimiter:
                    self._save(out, text, plain)
                else:
                    plain = True
                    text = _rt.str_from_char(c)
                    state = 1
            elif state == 4:
                text += _rt.str_from_char(c)
                state = 6 if line_break else 1
            elif state == 5:
                text += _rt.str_from_char(c)
                state = 2
            elif state == 2:
                if c == escape:
                    state = 5
                elif c == quote:
                    state = 3 if d.doublequote else 1
                else:
                    text += _rt.str_from_char(c)
            elif state == 3:
                if c == quote:
                    text += _rt.str_from_char(c)
                    state = 2
                elif c == delimiter:
                    self._save(out, text, plain)
                    text = ""
                    plain = False
                    state = 0
                elif line_break:
                    self._save(out, text, plain)
                    state = 7
                elif not d.strict:
                    text += _rt.str_from_char(c)
                    state = 1
                else:
                    self._expected()
            else:
                if line_break:
                    self._save(out, text, plain)
                    state = 7
                elif c == escape:
                    state = 4
                elif c == delimiter:
                    self._save(out, text, plain)
                    text = ""
                    plain = False
                    state = 0
                else:
                    text += _rt.str_from_char(c)  # state 6 lasts: the line's end does not end the field
            if _rt.str_len(text) > _k.index(_limits[0]):
                self._too_long()

    def _more_or_stop(self):
        line = next(self._lines, _END)
        if isinstance(line, _End):
            _k.stop()
        if not isinstance(line, str):
            self._no_text(line)
        self.line_num += 1
        return line


def _csv_number(x):
    if isinstance(x, (int, float, complex)):
        return True
    return hasattr(x, "__float__") or hasattr(x, "__int__") or hasattr(x, "__index__")


class writer:
    __full_name__ = "_csv.writer"
    __generic__ = True

    def __init__(self, csvfile, dialect=None, *, delimiter=_ABSENT, doublequote=_ABSENT, escapechar=_ABSENT,
                 lineterminator=_ABSENT, quotechar=_ABSENT, quoting=_ABSENT, skipinitialspace=_ABSENT, strict=_ABSENT):
        if not hasattr(csvfile, "write"):
            raise TypeError('argument 1 must have a "write" method')
        self._file = csvfile
        d = _settings(dialect, delimiter, doublequote, escapechar, lineterminator, quotechar, quoting, skipinitialspace,
                      strict)
        self.dialect = d
        self._quoting = int(d.quoting)
        self._delimiter = _code(d.delimiter)
        self._quote = _code(d.quotechar)
        self._escape = _code(d.escapechar)
        self._ends = d.lineterminator != "\r\n"

    def _is_special(self, c):
        if c == self._delimiter or c == self._quote or c == self._escape:
            return True
        if self._ends:
            return _rt.str_find_char(self.dialect.lineterminator, c, 0, _rt.str_len(self.dialect.lineterminator)) >= 0
        return c == 10 or c == 13

    def _encoded(self, text, quoted):
        n = _rt.str_len(text)
        i = _k.i64(0)
        while i < n:
            if self._is_special(_rt.str_ord_at(text, i)):
                return self._with_specials(text, quoted, i)
            i = i + 1
        if quoted:
            return str(self.dialect.quotechar) + text + str(self.dialect.quotechar)
        return text

    def _with_specials(self, text, quoted, i):
        d = self.dialect
        n = _rt.str_len(text)
        out = _rt.str_substr(text, 0, i)
        while i < n:
            c = _rt.str_ord_at(text, i)
            if self._is_special(c):
                escape = False
                if self._quoting == 3:
                    escape = True
                else:
                    if c == self._quote:
                        if d.doublequote:
                            out += _rt.str_from_char(c)
                        else:
                            escape = True
                    elif c == self._escape:
                        escape = True
                    if not escape:
                        quoted = True
                if escape:
                    if d.escapechar is None:
                        raise Error("need to escape, but no escapechar set")
                    out += d.escapechar
            out += _rt.str_from_char(c)
            i = i + 1
        if quoted:
            return str(d.quotechar) + out + str(d.quotechar)
        return out

    def writerow(self, row, /):
        if not (_k.has_method(row, "__iter__") or _k.has_method(row, "__getitem__")):
            raise Error("iterable expected, not " + type(row).__name__)
        d = self.dialect
        quoting = self._quoting
        line = ""
        count = _k.i64(0)
        for field in row:
            if isinstance(field, str):
                text = self._encoded(field, quoting == 1 or quoting == 2)
            elif field is None:
                text = self._encoded("", quoting == 1 or quoting == 2)
            else:
                text = self._encoded(str(field), quoting == 1 or (quoting == 2 and not _csv_number(field)))
            if count > 0:
                line += d.delimiter
            line += text
            count = count + 1
        if count > 0 and line == "":
            if quoting == 3:
                raise Error("single empty field record must be quoted")
            line = str(d.quotechar) + str(d.quotechar)
        line += d.lineterminator
        return self._file.write(line)

    def writerows(self, rows, /):
        for row in rows:
            self.writerow(row)


class DictReader:
    """Records by the names in the first line."""
    __generic__ = True

    def __init__(self, f, fieldnames=None, restkey=None, restval=None, dialect="excel", *args, **kwds):
        self._fieldnames = fieldnames
        self.restkey = restkey
        self.restval = restval
        self.reader = reader(f, dialect, *args, **kwds)
        self.dialect = dialect
        self.line_num = 0

    def __iter__(self):
        return self

    @property
    def fieldnames(self):
        if self._fieldnames is None:
            for row in self.reader:
                self._fieldnames = row
                break
            self.line_num = self.reader.line_num
        return self._fieldnames

    @fieldnames.setter
    def fieldnames(self, value):
        self._fieldnames = value

    def _next_(self):
        names = self._fieldnames
        if self.line_num == 0 and names is None:
            names = self.fieldnames
        row = self.reader._next_()
        self.line_num = self.reader.line_num
        while not row:
            row = self.reader._next_()
        self.line_num = self.reader.line_num
        out = {}
        if names is None:
            raise TypeError("'NoneType' object is not iterable")
        n = len(row)
        i = 0
        for name in names:
            if i < n:
                out[name] = row[i]
            else:
                out[name] = self.restval
            i += 1
        if n > i:
            out[self.restkey] = _k.unchecked(row[i:])
        return out

    def __next__(self):
        return next(self)


class DictWriter:
    """Records in the order of the names."""
    __generic__ = True

    def __init__(self, f, fieldnames, restval="", extrasaction="raise", dialect="excel", *args, **kwds):
        self.fieldnames = fieldnames
        self.restval = restval
        if extrasaction.lower() not in ("raise", "ignore"):
            raise ValueError("extrasaction (" + extrasaction + ") must be 'raise' or 'ignore'")
        self.extrasaction = extrasaction
        self.writer = writer(f, dialect, *args, **kwds)

    def writeheader(self):
        return self.writer.writerow(self.fieldnames)

    def _check(self, rowdict):
        wrong = rowdict.keys() - self.fieldnames
        if wrong:
            raise ValueError("dict contains fields not in fieldnames: " + ", ".join([repr(x) for x in wrong]))

    def writerow(self, rowdict):
        if self.extrasaction == "raise":
            self._check(rowdict)
        return self.writer.writerow([rowdict.get(key, self.restval) for key in self.fieldnames])

    def writerows(self, rowdicts):
        for row in rowdicts:
            self.writerow(row)
