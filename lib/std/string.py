"""Constants of characters."""

whitespace = " \t\n\r\v\f"
ascii_lowercase = "abcdefghijklmnopqrstuvwxyz"
ascii_uppercase = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
ascii_letters = ascii_lowercase + ascii_uppercase
digits = "0123456789"
hexdigits = digits + "abcdef" + "ABCDEF"
octdigits = "01234567"
punctuation = "!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~"
printable = digits + ascii_letters + punctuation + whitespace


def capwords(s, sep=None):
    return (sep or " ").join([word.capitalize() for word in s.split(sep)])


def _name_end(text, i):
    # Where the name that begins at i ends; i: there is none.
    j = i
    while j < len(text) and ("a" <= text[j] <= "z" or "A" <= text[j] <= "Z" or text[j] == "_" or (j > i and "0" <= text[j] <= "9")):
        j += 1
    return j


class Template:
    """A text with places for values: $name, ${name}; $$ is a dollar."""

    def __init__(self, template):
        self.template = template

    def _parts(self):
        # (text before, name or None, the place as it is written, where) for each place; name "$": a dollar, None: a wrong place.
        out = []
        text = self.template
        at = 0
        i = text.find("$")
        while i >= 0:
            if text[i + 1:i + 2] == "$":
                out.append((text[at:i], "$", "$$", i))
                at = i + 2
            else:
                braced = text[i + 1:i + 2] == "{"
                begin = i + 2 if braced else i + 1
                end = _name_end(text, begin)
                if end > begin and (not braced or text[end:end + 1] == "}"):
                    after = end + 1 if braced else end
                    out.append((text[at:i], text[begin:end], text[i:after], i))
                    at = after
                else:
                    out.append((text[at:i], None, "$", i))
                    at = i + 1
            i = text.find("$", at)
        out.append((text[at:], "", "", len(text)))
        return out

    def _wrong(self, at):
        lines = self.template[:at + 1].splitlines(True)
        line = len(lines)
        column = at + 1 - sum([len(x) for x in lines[:-1]])
        raise ValueError("Invalid placeholder in string: line " + str(line) + ", col " + str(column))

    def substitute(self, mapping=_ABSENT, /, **kws):
        """The text with the values of the mapping or the keywords. Raises KeyError, ValueError."""
        out = []
        for text, name, written, at in self._parts():
            out.append(text)
            if name is None:
                self._wrong(at)
            elif name == "$":
                out.append("$")
            elif name:
                if name in kws:
                    out.append(str(kws[name]))
                elif isinstance(mapping, _absent):
                    raise KeyError(name)
                else:
                    out.append(str(mapping[name]))
        return "".join(out)

    def safe_substitute(self, mapping=_ABSENT, /, **kws):
        """The same; places without a value stay as they are."""
        out = []
        for text, name, written, at in self._parts():
            out.append(text)
            if name is None:
                out.append(written)
            elif name == "$":
                out.append("$")
            elif name:
                if name in kws:
                    out.append(str(kws[name]))
                elif isinstance(mapping, _absent):
                    out.append(written)
                else:
                    try:
                        out.append(str(mapping[name]))
                    except KeyError:
                        out.append(written)
        return "".join(out)

    def is_valid(self):
        """Is there no wrong place?"""
        return all([name is not None for text, name, written, at in self._parts()])

    def get_identifiers(self):
        """The names, each once."""
        out = []
        for text, name, written, at in self._parts():
            if name is not None and name and name != "$" and name not in out:
                out.append(name)
        return out
