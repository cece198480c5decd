"""Wrapping and indenting of text."""


def dedent(text):
    lines = text.split("\n")
    margin = None
    kept = []
    for line in lines:
        if not line.strip(" \t"):
            kept.append("")
            continue
        kept.append(line)
        indent = line[:len(line) - len(line.lstrip(" \t"))]
        if margin is None:
            margin = indent
        else:
            n = 0
            while n < len(margin) and n < len(indent) and margin[n] == indent[n]:
                n += 1
            margin = margin[:n]
    if margin:
        kept = [line[len(margin):] for line in kept]
    return "\n".join(kept)


def indent(text, prefix, predicate=None):
    out = []
    for line in text.splitlines(True):
        if predicate is None:
            marked = True if line.strip() else False
        else:
            marked = True if predicate(line) else False
        out.append(prefix + line if marked else line)
    return "".join(out)


_SPACES = "\t\n\x0b\x0c\r "


def _is_letter(text, i):
    return 0 <= i < len(text) and (text[i] == "_" or text[i].isalnum()) and not text[i].isdecimal()


def _is_word(text, i):
    return 0 <= i < len(text) and (text[i] == "_" or text[i].isalnum())


def _is_dash(text, i):
    # Do two hyphens or more begin here, between words?
    if i == 0 or text[i:i + 2] != "--" or not (_is_word(text, i - 1) or text[i - 1] in "!\"'&.,?"):
        return False
    while i < len(text) and text[i] == "-":
        i += 1
    return _is_word(text, i)


def _breaks_after(text, i):
    # May a line end behind the hyphen at i, which is inside a word?
    before = _is_letter(text, i - 1) and (_is_letter(text, i - 2) or (i >= 3 and text[i - 2] == "-" and _is_letter(text, i - 3)))
    if not before or not _is_letter(text, i + 1):
        return False
    return _is_letter(text, i + 2) or (text[i + 2:i + 3] == "-" and _is_letter(text, i + 3))


def _pieces(text, hyphens):
    # What a line may consist of: words, parts of words with hyphens, and the spaces between them.
    out = []
    i = 0
    n = len(text)
    while i < n:
        j = i
        if text[i] in _SPACES:
            while j < n and text[j] in _SPACES:
                j += 1
        elif hyphens and _is_dash(text, i):
            while text[j] == "-":
                j += 1
        else:
            j += 1
            while j < n and text[j] not in _SPACES:
                if hyphens:
                    if text[j] == "-" and _breaks_after(text, j):
                        j += 1
                        break
                    if _is_dash(text, j):
                        break
                j += 1
        out.append(text[i:j])
        i = j
    return out


def _ends_sentence(word):
    if word and word[-1] in "\"'":
        word = word[:-1]
    return len(word) > 1 and word[-1] in ".!?" and "a" <= word[-2] <= "z"


class TextWrapper:
    """Breaks text into lines; the arguments are attributes, too."""

    def __init__(self, width=70, initial_indent="", subsequent_indent="", expand_tabs=True, replace_whitespace=True,
                 fix_sentence_endings=False, break_long_words=True, drop_whitespace=True, break_on_hyphens=True, tabsize=8, *,
                 max_lines=None, placeholder=" [...]"):
        self.width = width
        self.initial_indent = initial_indent
        self.subsequent_indent = subsequent_indent
        self.expand_tabs = expand_tabs
        self.replace_whitespace = replace_whitespace
        self.fix_sentence_endings = fix_sentence_endings
        self.break_long_words = break_long_words
        self.drop_whitespace = drop_whitespace
        self.break_on_hyphens = break_on_hyphens
        self.tabsize = tabsize
        self.max_lines = max_lines
        self.placeholder = placeholder

    def wrap(self, text):
        """The lines."""
        chunks = self._split_chunks(text)
        if self.fix_sentence_endings:
            self._fix_sentence_endings(chunks)
        return self._wrap_chunks(chunks)

    def _munge_whitespace(self, text):
        if self.expand_tabs:
            text = text.expandtabs(self.tabsize)
        if self.replace_whitespace:
            for c in "\t\n\x0b\x0c\r":
                text = text.replace(c, " ")
        return text

    def _split(self, text):
        return _pieces(text, self.break_on_hyphens)

    def _split_chunks(self, text):
        return self._split(self._munge_whitespace(text))

    def _fix_sentence_endings(self, chunks):
        # Two spaces behind what ends like a sentence.
        i = 0
        while i < len(chunks) - 1:
            if chunks[i + 1] == " " and _ends_sentence(chunks[i]):
                chunks[i + 1] = "  "
                i += 2
            else:
                i += 1

    def _wrap_chunks(self, pieces):
        if self.width <= 0:
            raise ValueError("invalid width " + repr(self.width) + " (must be > 0)")
        most = self.max_lines
        if most is not None:
            indent = self.subsequent_indent if most > 1 else self.initial_indent
            if len(indent) + len(self.placeholder.lstrip()) > self.width:
                raise ValueError("placeholder too large for max width")
        lines = []
        pieces.reverse()
        while pieces:
            indent = self.subsequent_indent if lines else self.initial_indent
            room = self.width - len(indent)
            if self.drop_whitespace and lines and not pieces[-1].strip():
                pieces.pop()
            line = []
            length = 0
            while pieces and length + len(pieces[-1]) <= room:
                length += len(pieces[-1])
                line.append(pieces.pop())
            if pieces and len(pieces[-1]) > room:
                self._break_word(pieces, line, 1 if room < 1 else room - length)
                length = sum([len(piece) for piece in line])
            if self.drop_whitespace and line and not line[-1].strip():
                length -= len(line.pop())
            if not line:
                continue
            last = not pieces or (self.drop_whitespace and len(pieces) == 1 and not pieces[0].strip())
            if most is None or len(lines) + 1 < most or (last and length <= room):
                lines.append(indent + "".join(line))
                continue
            # The last line that is allowed, and more text than it takes.
            while line and not (line[-1].strip() and length + len(self.placeholder) <= room):
                length -= len(line.pop())
            if line:
                lines.append(indent + "".join(line) + self.placeholder)
            elif lines and len(lines[-1].rstrip()) + len(self.placeholder) <= self.width:
                lines[-1] = lines[-1].rstrip() + self.placeholder
            else:
                lines.append(indent + self.placeholder.lstrip())
            break
        return lines

    def _break_word(self, pieces, line, room):
        # A piece that is longer than a line.
        if self.break_long_words:
            word = pieces[-1]
            end = room
            if self.break_on_hyphens and len(word) > room:
                hyphen = word.rfind("-", 0, room)
                if hyphen > 0 and word[:hyphen].strip("-"):
                    end = hyphen + 1
            line.append(word[:end])
            pieces[-1] = word[end:]
        elif not line:
            line.append(pieces.pop())

    def fill(self, text):
        """The lines as one text."""
        return "\n".join(self.wrap(text))


def wrap(text, width=70, **kwargs):
    """The text in lines of at most `width` characters."""
    return TextWrapper(width=width, **kwargs).wrap(text)


def fill(text, width=70, **kwargs):
    """The same as one text."""
    return TextWrapper(width=width, **kwargs).fill(text)


def shorten(text, width, **kwargs):
    """The text in one line of at most `width` characters, with a placeholder for what is left out."""
    return TextWrapper(width=width, max_lines=1, **kwargs).fill(" ".join(text.split()))
