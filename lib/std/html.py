"""Texts in HTML."""


def escape(s, quote=True):
    """The text with what has a meaning in HTML replaced; with `quote` also in attributes."""
    s = s.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    if quote:
        s = s.replace('"', "&quot;").replace("'", "&#x27;")
    return s


def unescape(s):
    _k.refuse("html.unescape")
