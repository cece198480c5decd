"""Patterns of the shell for names of files."""

import re
from os import fspath


def _escape_in_set(c):
    return "\\" + c if c in "\\-&~|" else c


def _set(text):
    # What matches the set whose brackets hold this text.
    out = ""
    i = 0
    if text[0] == "!":
        out = "!"
        i = 1
    while i < len(text):
        if i + 2 < len(text) and text[i + 1] == "-":
            # An empty range like z-a matches nothing; re refuses it.
            if text[i] <= text[i + 2]:
                out += _escape_in_set(text[i]) + "-" + _escape_in_set(text[i + 2])
            i += 3
        else:
            out += _escape_in_set(text[i])
            i += 1
    if not out:
        return "(?!)"
    if out == "!":
        return "."
    if out[0] == "!":
        return "[^" + out[1:] + "]"
    if out[0] == "^" or out[0] == "[":
        out = "\\" + out
    return "[" + out + "]"


def translate(pat):
    # The texts between the stars: each but the last one may take its first place and keep it.
    parts = []
    part = ""
    starred = False
    i = 0
    while i < len(pat):
        c = pat[i]
        i += 1
        if c == "*":
            if not starred or part:
                parts.append(part)
                part = ""
            starred = True
        elif c == "?":
            part += "."
        elif c == "[":
            end = i
            if pat[end:end + 1] == "!":
                end += 1
            if pat[end:end + 1] == "]":
                end += 1
            end = pat.find("]", end)
            if end < 0:
                part += "\\["
            else:
                part += _set(pat[i:end])
                i = end + 1
        else:
            part += re.escape(c)
    if not starred:
        return "(?s:" + part + ")\\Z"
    out = parts[0]
    for middle in parts[1:]:
        out += "(?>.*?" + middle + ")"
    return "(?s:" + out + ".*" + part + ")\\Z"


def fnmatchcase(name, pat):
    if isinstance(pat, bytes):
        return re.match(translate(pat.decode("latin-1")).encode("latin-1"), name) is not None
    return re.match(translate(pat), name) is not None


def fnmatch(name, pat):
    return fnmatchcase(fspath(name), fspath(pat))


def filter(names, pat):
    return [name for name in names if fnmatch(name, pat)]
