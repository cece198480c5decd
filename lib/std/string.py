"""Constants of characters, templates and fields."""
import re

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
    """A text with places for values: $name, ${name}; $$ is a dollar. Subclasses choose another delimiter or other names."""
    delimiter = "$"

    def __init__(self, template):
        self.template = template

    def _parts(self):
        # (text before, name or None, the place as it is written, where) for each place; the delimiter as a name: itself, None: a wrong place.
        if hasattr(self, "idpattern") or hasattr(self, "braceidpattern") or hasattr(self, "pattern") or hasattr(self, "flags"):
            return self._matched()
        out = []
        text = self.template
        delimiter = self.delimiter
        size = len(delimiter)
        at = 0
        i = text.find(delimiter)
        while i >= 0:
            after = i + size
            if text.startswith(delimiter, after):
                out.append((text[at:i], delimiter, delimiter + delimiter, i))
                at = after + size
            else:
                braced = text[after:after + 1] == "{"
                begin = after + 1 if braced else after
                end = _name_end(text, begin)
                if end > begin and (not braced or text[end:end + 1] == "}"):
                    after = end + 1 if braced else end
                    out.append((text[at:i], text[begin:end], text[i:after], i))
                    at = after
                else:
                    out.append((text[at:i], None, delimiter, i))
                    at = after
            i = text.find(delimiter, at)
        out.append((text[at:], "", "", len(text)))
        return out

    def _matched(self):
        # The same by a regular expression.
        flags = self.flags if hasattr(self, "flags") else re.IGNORECASE
        if hasattr(self, "pattern"):
            source = self.pattern
        else:
            mark = re.escape(self.delimiter)
            name = self.idpattern if hasattr(self, "idpattern") else "(?a:[_a-z][_a-z0-9]*)"
            inner = self.braceidpattern if hasattr(self, "braceidpattern") else name
            source = f"{mark}(?:(?P<escaped>{mark})|(?P<named>{name})|{{(?P<braced>{inner})}}|(?P<invalid>))"
        out = []
        text = self.template
        at = 0
        for found in re.finditer(source, text, flags | re.VERBOSE):
            groups = found.groupdict()
            start = found.start()
            name = groups.get("named") or groups.get("braced")
            if name is not None:
                out.append((text[at:start], name, found.group(), start))
            elif groups.get("escaped") is not None:
                out.append((text[at:start], self.delimiter, found.group(), start))
            elif groups.get("invalid") is not None:
                out.append((text[at:start], None, found.group(), found.start("invalid") - 1))
            else:
                raise ValueError("Unrecognized named group in pattern")
            at = found.end()
        out.append((text[at:], "", "", len(text)))
        return out

    def _wrong(self, at):
        lines = self.template[:at + 1].splitlines(True) or [" "]
        line = len(lines)
        column = max(at + 1 - sum([len(x) for x in lines[:-1]]), 1)
        raise ValueError("Invalid placeholder in string: line " + str(line) + ", col " + str(column))

    def substitute(self, mapping=_ABSENT, /, **kws):
        """The text with the values of the mapping or the keywords. Raises KeyError, ValueError."""
        out = []
        for text, name, written, at in self._parts():
            out.append(text)
            if name is None:
                self._wrong(at)
            elif name == self.delimiter:
                out.append(self.delimiter)
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
            elif name == self.delimiter:
                out.append(self.delimiter)
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
            if name is not None and name and name != self.delimiter and name not in out:
                out.append(name)
        return out


class Formatter:
    """str.format, whose steps a subclass may do in another way."""

    def format(self, format_string, /, *args, **kwargs):
        return self.vformat(format_string, args, kwargs)

    def vformat(self, format_string, args, kwargs):
        used = set()
        result, auto = self._vformat(format_string, args, kwargs, used, 2, 0)
        self.check_unused_args(used, args, kwargs)
        return result

    def _vformat(self, format_string, args, kwargs, used, depth, auto):
        # `auto`: the number of the next field without one; -1 once fields are numbered by hand.
        if depth < 0:
            raise ValueError("Max string recursion exceeded")
        out = []
        for literal, field, spec, conversion in self.parse(format_string):
            if literal:
                out.append(literal)
            if field is None:
                continue
            if field == "":
                if auto == -1:
                    raise ValueError("cannot switch from manual field specification to automatic field numbering")
                field = str(auto)
                auto += 1
            elif field.isdigit():
                if auto > 0:
                    raise ValueError("cannot switch from manual field specification to automatic field numbering")
                auto = -1
            value, key = self.get_field(field, args, kwargs)
            used.add(key)
            value = self.convert_field(value, conversion)
            inner, auto = self._vformat(spec or "", args, kwargs, used, depth - 1, auto)
            out.append(self.format_field(value, inner))
        return "".join(out), auto

    def get_value(self, key, args, kwargs):
        if isinstance(key, int):
            return args[key]
        return kwargs[key]

    def check_unused_args(self, used_args, args, kwargs):
        pass

    def format_field(self, value, format_spec):
        return format(value, format_spec)

    def convert_field(self, value, conversion):
        if conversion is None:
            return value
        if conversion == "s":
            return str(value)
        if conversion == "r":
            return repr(value)
        if conversion == "a":
            return ascii(value)
        raise ValueError(f"Unknown conversion specifier {conversion!s}")

    def parse(self, format_string):
        """(literal text, name of the field, its specification, its conversion) of each part."""
        out = []
        text = format_string
        literal = ""
        i = 0
        n = len(text)
        while i < n:
            c = text[i]
            if c == "{" or c == "}":
                if text[i + 1:i + 2] == c:
                    out.append((literal + c, None, None, None))
                    literal = ""
                    i += 2
                    continue
                if c == "}":
                    raise ValueError("Single '}' encountered in format string")
                if i + 1 == n:
                    raise ValueError("Single '{' encountered in format string")
                end = _field_end(text, i + 1)
                out.append((literal, *_field_parts(text[i + 1:end])))
                literal = ""
                i = end + 1
            else:
                literal += c
                i += 1
        if literal:
            out.append((literal, None, None, None))
        return iter(out)

    def get_field(self, field_name, args, kwargs):
        """(value, the first part of the name)"""
        first, rest = _field_path(field_name)
        value = self.get_value(first, args, kwargs)
        for attribute, key in rest:
            if attribute:
                value = getattr(value, str(key))
            else:
                value = value[key]
        return value, first


def _field_end(text, i):
    # Where the brace that closes the field is.
    depth = 1
    bracket = False
    while i < len(text):
        c = text[i]
        if c == "{":
            depth += 1
        elif c == "}":
            depth -= 1
            if depth == 0:
                return i
        elif c == "[" and depth == 1:
            close = text.find("]", i)
            if close > 0:
                i = close
        i += 1
    raise ValueError("expected '}' before end of string")


def _field_parts(field):
    # (name, specification, conversion)
    i = 0
    while i < len(field) and field[i] not in "!:":
        if field[i] == "[":
            close = field.find("]", i)
            if close > 0:
                i = close
        i += 1
    name = field[:i]
    if "{" in name:
        raise ValueError("unexpected '{' in field name")
    if field[i:i + 1] != "!":
        return (name, field[i + 1:], None)
    conversion = field[i + 1:i + 2]
    if not conversion:
        raise ValueError("end of string while looking for conversion specifier")
    rest = field[i + 2:]
    if rest and rest[0] != ":":
        raise ValueError("expected ':' after conversion specifier")
    return (name, rest[1:], conversion)


def _field_path(name):
    # The first part of a field's name, as an int if it is one, and (is it an attribute?, name or number) of the others.
    ends = [i for i in (name.find("."), name.find("[")) if i >= 0]
    at = min(ends) if ends else len(name)
    head = name[:at]
    rest = []
    while at < len(name):
        if name[at] == ".":
            ends = [i for i in (name.find(".", at + 1), name.find("[", at + 1)) if i >= 0]
            end = min(ends) if ends else len(name)
            key = name[at + 1:end]
            rest.append((True, key))
            at = end
        elif name[at] == "[":
            end = name.find("]", at)
            if end < 0:
                raise ValueError("Missing ']' in format string")
            key = name[at + 1:end]
            rest.append((False, int(key) if key.isdigit() else key))
            at = end + 1
        else:
            raise ValueError("Only '.' or '[' may follow ']' in format field specifier")
        if key == "":
            raise ValueError("Empty attribute in format string")
    return (int(head) if head.isdigit() else head, rest)
