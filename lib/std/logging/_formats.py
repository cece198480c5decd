"""Formats of log records in pieces: (text, field, how), the field empty in a piece of text alone."""

__unittest = True


# The style of %.
def _percent_pieces(fmt):
    pieces = []
    text = ""
    i = 0
    n = len(fmt)
    while i < n:
        if fmt[i] == "%" and fmt[i + 1:i + 2] == "(":
            end = fmt.find(")", i)
            j = end + 1
            while j < n and fmt[j] in "#0+ -.123456789":
                j += 1
            if end < 0 or j == n:
                raise ValueError("Invalid format '" + fmt + "' for '%' style")
            if text:
                pieces.append((text, "", ""))
                text = ""
            pieces.append(("", fmt[i + 2:end], "%" + fmt[end + 1:j + 1]))
            i = j + 1
        elif fmt[i] == "%":
            if fmt[i + 1:i + 2] != "%":
                raise ValueError("unsupported format character")
            text += "%"
            i += 2
        else:
            text += fmt[i]
            i += 1
    if text:
        pieces.append((text, "", ""))
    return pieces


# The style of str.format.
def _brace_pieces(fmt):
    pieces = []
    text = ""
    i = 0
    n = len(fmt)
    while i < n:
        c = fmt[i]
        if c in "{}" and fmt[i + 1:i + 2] == c:
            text += c
            i += 2
        elif c == "{":
            end = fmt.find("}", i)
            if end < 0:
                raise ValueError("invalid format: expected '}' before end of string")
            name, colon, how = fmt[i + 1:end].partition(":")
            if text:
                pieces.append((text, "", ""))
                text = ""
            pieces.append(("", name, how))
            i = end + 1
        elif c == "}":
            raise ValueError("invalid format: Single '}' encountered in format string")
        else:
            text += c
            i += 1
    if text:
        pieces.append((text, "", ""))
    return pieces


# ${name} and $name as {name}.
def _dollars(fmt):
    out = ""
    i = 0
    while i < len(fmt):
        c = fmt[i]
        if c == "{" or c == "}":
            out += c + c
            i += 1
        elif c != "$":
            out += c
            i += 1
        elif fmt[i + 1:i + 2] == "$":
            out += "$"
            i += 2
        elif fmt[i + 1:i + 2] == "{":
            end = fmt.find("}", i)
            if end < 0:
                raise ValueError("invalid format: bare '$' not allowed")
            out += "{" + fmt[i + 2:end] + "}"
            i = end + 1
        else:
            end = i + 1
            while end < len(fmt) and (fmt[end].isalnum() or fmt[end] == "_"):
                end += 1
            if end == i + 1:
                raise ValueError("invalid format: bare '$' not allowed")
            out += "{" + fmt[i + 1:end] + "}"
            i = end
    return out
