"""Words as a Unix shell splits them."""
_BLANK = " \t\r\n"
_SAFE = frozenset("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_@%+=:,./-")


def split(s, comments=False, posix=True):
    """The words of a text; quotes and backslashes are taken away, unless `posix` is false."""
    if s is None:
        _k.refuse("shlex.split of standard input")
    if not posix:
        return _split_old(s, comments)
    words = []
    word = ""
    quoted = False  # an empty word counts if there were quotes
    i = 0
    while i < len(s):
        c = s[i]
        i += 1
        if c in _BLANK or comments and c == "#":
            if c == "#":
                # A comment ends only with a line feed; the word before it is complete.
                end = s.find("\n", i)
                i = len(s) if end < 0 else end + 1
            if word or quoted:
                words.append(word)
            word = ""
            quoted = False
        elif c == "\\":
            if i == len(s):
                raise ValueError("No escaped character")
            word += s[i]
            i += 1
        elif c == "'":
            end = s.find("'", i)
            if end < 0:
                raise ValueError("No closing quotation")
            word += s[i:end]
            quoted = True
            i = end + 1
        elif c == '"':
            quoted = True
            while i < len(s) and s[i] != '"':
                if s[i] == "\\":
                    i += 1
                    if i == len(s):
                        raise ValueError("No escaped character")
                    # A backslash stays, unless it protects what has a meaning between these quotes.
                    if s[i] not in '"\\':
                        word += "\\"
                word += s[i]
                i += 1
            if i == len(s):
                raise ValueError("No closing quotation")
            i += 1
        else:
            word += c
    if word or quoted:
        words.append(word)
    return words


def _split_old(s, comments):
    # Quotes stay; they mean something only where a word begins, and end it.
    words = []
    word = ""
    i = 0
    while i < len(s):
        c = s[i]
        i += 1
        if c in _BLANK:
            if word:
                words.append(word)
            word = ""
        elif comments and c == "#":
            # The line feed belongs to the comment, so a word before it goes on in the next line.
            end = s.find("\n", i)
            i = len(s) if end < 0 else end + 1
        elif c in "'\"" and not word:
            end = s.find(c, i)
            if end < 0:
                raise ValueError("No closing quotation")
            words.append(s[i - 1:end + 1])
            i = end + 1
        else:
            word += c
    if word:
        words.append(word)
    return words


def join(split_command):
    """One text that splits into these words."""
    return " ".join([quote(arg) for arg in split_command])


def quote(s):
    """The text as one word for a shell."""
    if not s:
        return "''"
    for c in s:
        if c not in _SAFE:
            return "'" + s.replace("'", "'\"'\"'") + "'"
    return s


class shlex:
    def __init__(self, instream=None, infile=None, posix=False, punctuation_chars=False):
        _k.refuse("shlex.shlex")
