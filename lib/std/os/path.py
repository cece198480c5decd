"""Names of files."""


def exists(path):
    return _os_kind(path) != 0


def isfile(path):
    return _os_kind(path) == 32768


def isdir(path):
    return _os_kind(path) == 16384


def basename(p):
    return p[p.rfind("/") + 1:]


def join(a, *rest):
    out = a
    for p in rest:
        if p.startswith("/"):
            out = p
        elif not out or out.endswith("/"):
            out = out + p
        else:
            out = out + "/" + p
    return out
