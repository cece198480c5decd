"""What Unicode 14 says about characters, and the normal forms of texts."""

unidata_version = "14.0.0"


class _no_default:
    pass


_NO_DEFAULT = _no_default()


class UCD:
    """The database of another version: only its number is here."""

    __full_name__ = "unicodedata.UCD"

    def __init__(self, *args):
        if not args or not isinstance(args[0], _no_default):
            raise TypeError("cannot create 'unicodedata.UCD' instances")
        self.unidata_version = "3.2.0"

    def _refuse(self):
        _k.refuse("unicodedata.ucd_3_2_0")

    def name(self, *args):
        self._refuse()

    def lookup(self, *args):
        self._refuse()

    def category(self, *args):
        self._refuse()

    def bidirectional(self, *args):
        self._refuse()

    def combining(self, *args):
        self._refuse()

    def east_asian_width(self, *args):
        self._refuse()

    def mirrored(self, *args):
        self._refuse()

    def decomposition(self, *args):
        self._refuse()

    def decimal(self, *args):
        self._refuse()

    def digit(self, *args):
        self._refuse()

    def numeric(self, *args):
        self._refuse()

    def normalize(self, *args):
        self._refuse()

    def is_normalized(self, *args):
        self._refuse()


ucd_3_2_0 = UCD(_NO_DEFAULT)


def _kind(x):
    return "None" if x is None else _k.type_name(x)


def _wrong_length(what):
    _k.cold()
    raise TypeError(what + " must be a unicode character, not str")


def _character(given, what):
    # The number of the one character; what: whose argument it is.
    x = _plain(given)
    if isinstance(x, str):
        if _rt.str_len(x) != 1:
            _wrong_length(what)
        return _rt.str_ord_at(x, _k.i64(0))
    _k.type_error(what + " must be a unicode character, not " + _kind(given), given)


def category(chr, /):
    """The general category, two letters."""
    return _rt.unicode_category(_character(chr, "category() argument"))


def bidirectional(chr, /):
    """The bidirectional class, or an empty text."""
    return _rt.unicode_bidirectional(_character(chr, "bidirectional() argument"))


def combining(chr, /):
    """The canonical combining class; 0: it stands alone."""
    return _k.to_int(_rt.unicode_combining(_character(chr, "combining() argument")))


def mirrored(chr, /):
    """1 if the character is mirrored in text from right to left, else 0."""
    return _k.to_int(_rt.unicode_mirrored(_character(chr, "mirrored() argument")))


def east_asian_width(chr, /):
    """The width beside ideographs: F, H, W, Na, A or N."""
    return _rt.unicode_width(_character(chr, "east_asian_width() argument"))


def decomposition(chr, /):
    """The numbers of the characters it decomposes to, behind a tag if they only resemble it."""
    return _rt.unicode_decomposition(_character(chr, "decomposition() argument"))


def decimal(chr, default=_NO_DEFAULT, /):
    """The value of a decimal digit."""
    value = _rt.char_decimal(_character(chr, "decimal() argument 1"))
    if value >= 0:
        return _k.to_int(value)
    if isinstance(default, _no_default):
        raise ValueError("not a decimal")
    return default


def digit(chr, default=_NO_DEFAULT, /):
    """The value of a digit, also of one that is no decimal digit."""
    value = _rt.char_digit(_character(chr, "digit() argument 1"))
    if value >= 0:
        return _k.to_int(value)
    if isinstance(default, _no_default):
        raise ValueError("not a digit")
    return default


def numeric(chr, default=_NO_DEFAULT, /):
    """The value of a character that stands for a number."""
    value = _rt.char_numeric(_character(chr, "numeric() argument 1"))
    if value != -1.0:
        return value
    if isinstance(default, _no_default):
        raise ValueError("not a numeric character")
    return default


def name(chr, default=_NO_DEFAULT, /):
    """The character's name."""
    found = _rt.unicode_name(_character(chr, "name() argument 1"))
    if found is not None:
        return found
    if isinstance(default, _no_default):
        raise ValueError("no such name")
    return default


def _unknown(text):
    _k.cold()
    end = text.find("\0")
    if len(text.encode()) > 256:
        raise KeyError("name too long")
    raise KeyError("undefined character name '" + (text if end < 0 else text[:end]) + "'")


def lookup(name, /):
    """The character, or the characters of a sequence, of that name."""
    x = _plain(name)
    if isinstance(x, str):
        text = x
    elif isinstance(x, bytes):
        if len(x) > 256:
            raise KeyError("name too long")
        text = x.decode("utf-8", "replace")
    elif isinstance(x, bytearray) or isinstance(x, memoryview) or _k.has_method(x, "_buffer_"):
        _k.type_error("lookup() argument must be read-only bytes-like object, not " + _k.type_name(name), name)
    else:
        _k.type_error("a bytes-like object is required, not '" + _k.type_name(name) + "'", name)
    found = _rt.unicode_lookup(text)
    if found == -1:
        _unknown(text)
    if found < 0:
        return _rt.unicode_sequence(-2 - found)
    return _rt.str_from_char(found)


def _text_argument(given, what):
    x = _plain(given)
    if isinstance(x, str):
        return x
    _k.type_error(what + " must be str, not " + _kind(given), given)


def _form(name):
    if name == "NFC":
        return _k.i64(2)
    if name == "NFKC":
        return _k.i64(3)
    if name == "NFD":
        return _k.i64(0)
    if name == "NFKD":
        return _k.i64(1)
    raise ValueError("invalid normalization form")


def normalize(form, unistr, /):
    """The text in a normal form: NFC, NFKC, NFD or NFKD."""
    wanted = _text_argument(form, "normalize() argument 1")
    text = _text_argument(unistr, "normalize() argument 2")
    if not text:
        return text
    return _rt.unicode_normalize(text, _form(wanted))


def is_normalized(form, unistr, /):
    """Is the text in that normal form?"""
    wanted = _text_argument(form, "is_normalized() argument 1")
    text = _text_argument(unistr, "is_normalized() argument 2")
    return not text or _rt.unicode_is_normalized(text, _form(wanted))
