"""Regular expressions: what characters are, in and out of case. Characters are machine words."""


def _fold(c):
    # One of the characters that differ in case only, the same for all of them.
    c = _rt.char_upper(_rt.char_lower(c))
    if c == 8147:
        return _k.i64(912)
    if c == 8163:
        return _k.i64(944)
    if c == 64262:
        return _k.i64(64261)
    return c


def _fold_ascii(c):
    return c + 32 if 65 <= c <= 90 else c


def _is_word(c):
    return c == 95 or _rt.char_isalnum(c)


def _is_word_ascii(c):
    return 97 <= c <= 122 or 65 <= c <= 90 or 48 <= c <= 57 or c == 95


# The categories are negative numbers: digits, space, word, and their opposites.
def _in_category(c, category, ascii):
    if category <= -4:
        return not _in_category(c, category + 3, ascii)
    if category == -1:
        if ascii:
            return 48 <= c <= 57
        return _rt.char_isdecimal(c)
    if category == -2:
        if ascii:
            return c == 32 or 9 <= c <= 13
        return _rt.char_isspace(c)
    if ascii:
        return _is_word_ascii(c)
    return _is_word(c)
