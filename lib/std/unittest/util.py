"""Texts that the other modules need."""

__unittest = True


def safe_repr(obj, short=False):
    """repr(obj), or what object has for one if that fails."""
    try:
        text = repr(obj)
    except Exception:
        text = object.__repr__(obj)
    if not short or len(text) < 80:
        return text
    return text[:80] + " [truncated]..."


def strclass(cls):
    """The class's name with its module's."""
    return cls.__module__ + "." + cls.__qualname__


def three_way_cmp(x, y):
    """-1, 0 or 1: is x less than y, as much, more?"""
    return (x > y) - (x < y)


# The text without its middle, if that says less than how long it was.
def _shorten(text, head, tail):
    n = len(text)
    left_out = n - head - tail
    if left_out > 12:
        return text[:head] + "[" + str(left_out) + " chars]" + text[n - tail:]
    return text


def _common_prefix(a, b):
    n = min(len(a), len(b))
    i = 0
    while i < n and a[i] == b[i]:
        i += 1
    return i


# "A != B" with both shortened to about a line where they are long: what they begin with alike first.
def _pair(a, b, between):
    longest = max(len(a), len(b))
    if longest <= 80:
        return a + between + b
    n = _common_prefix(a, b)
    shared = 80 - (longest - n + 17)
    if shared > 5:
        prefix = _shorten(a[:n], 5, shared)
        return prefix + a[n:] + between + prefix + b[n:]
    prefix = _shorten(a[:n], 5, 5)
    return prefix + _shorten(a[n:], 41, 5) + between + prefix + _shorten(b[n:], 41, 5)


# Does the text match a pattern of the shell's kind (* ? [abc] [!abc])?
def _matches(text, pattern):
    t = 0
    p = 0
    star = -1
    again = 0
    while t < len(text):
        step = _one(text[t], pattern, p)
        if p < len(pattern) and pattern[p] == "*":
            star = p
            again = t
            p += 1
        elif step > 0:
            p += step
            t += 1
        elif star >= 0:
            again += 1
            t = again
            p = star + 1
        else:
            return False
    while p < len(pattern) and pattern[p] == "*":
        p += 1
    return p == len(pattern)


# How long the pattern's part is that matches the character; 0: it does not match.
def _one(c, pattern, p):
    if p >= len(pattern):
        return 0
    if pattern[p] == "?":
        return 1
    if pattern[p] == "[":
        end = p + 1
        if pattern[end:end + 1] == "!":
            end += 1
        if pattern[end:end + 1] == "]":
            end += 1
        end = pattern.find("]", end)
        if end > 0:
            some = pattern[p + 1:end]
            negated = some[0] == "!"
            if negated:
                some = some[1:]
            found = False
            i = 0
            while i < len(some):
                if i + 2 < len(some) and some[i + 1] == "-":
                    found = found or some[i] <= c <= some[i + 2]
                    i += 3
                else:
                    found = found or some[i] == c
                    i += 1
            return end + 1 - p if found != negated else 0
    return 1 if pattern[p] == c else 0
