"""Names of files."""

sep = "/"
curdir = "."
pardir = ".."
extsep = "."
altsep = None
pathsep = ":"
defpath = "/bin:/usr/bin"
devnull = "/dev/null"
supports_unicode_filenames = False


def _text(path):
    # The text of a path object; others stay what they are.
    if isinstance(path, str):
        return path
    if _k.has_method(path, "__fspath__"):
        return path.__fspath__()
    return path


def exists(path):
    return _os_kind(_path_text(path)) != 0


def lexists(path):
    return exists(path) or islink(path)


def isfile(path):
    return _os_kind(_path_text(path)) == 32768


def isdir(path):
    return _os_kind(_path_text(path)) == 16384


def islink(path):
    try:
        return _os_stat(_path_text(path), False)[0] & 61440 == 40960
    except OSError:
        return False


def getsize(path):
    return _os_stat(_path_text(path), True)[6]


def getmtime(path):
    return _os_stat(_path_text(path), True)[8] / 1000000000


def getatime(path):
    return _os_stat(_path_text(path), True)[7] / 1000000000


def getctime(path):
    return _os_stat(_path_text(path), True)[9] / 1000000000


def samestat(s1, s2):
    """Do two results of os.stat() speak of one file?"""
    return s1.st_ino == s2.st_ino and s1.st_dev == s2.st_dev


def _fields(fd):
    out = _k.buf_new_i64(16)
    code = _rt.os_fstat(_ssize(fd), out)
    pair = (_k.to_int(_k.buf_get(out, 1)), _k.to_int(_k.buf_get(out, 2)))
    _k.buf_free(out, 16)
    _os_check(code, None)
    return pair


def sameopenfile(fp1, fp2):
    """Are two descriptors of one file?"""
    return _fields(fp1) == _fields(fp2)


def ismount(path):
    """Is another file system mounted there?"""
    try:
        here = _os_stat(_path_text(path), False)
        if here[0] & 61440 == 40960:
            return False
        parent = _os_stat(realpath(join(_text(path), "..")), False)
    except (OSError, ValueError):
        return False
    return here[2] != parent[2] or here[1] == parent[1]


def expandvars(path):
    """The path with $NAME and ${NAME} replaced by the variables of the environment that exist."""
    path = _text(path)
    out = []
    i = 0
    n = len(path)
    while i < n:
        c = path[i]
        i += 1
        if c != "$" or i == n:
            out.append(c)
            continue
        if path[i] == "{":
            end = path.find("}", i + 1)
            name = path[i + 1:end]
            after = end + 1
        else:
            end = i
            while end < n and path[end].isascii() and (path[end].isalnum() or path[end] == "_"):
                end += 1
            name = path[i:end]
            after = end
        value = _os_getenv(name) if end > i and name else None
        if end < 0 or value is None:
            out.append("$")
            continue
        out.append(value)
        i = after
    return "".join(out)


def isabs(s):
    s = _text(s)
    return s.startswith("/")


def split(p):
    p = _text(p)
    at = p.rfind("/") + 1
    head = p[:at]
    if head and head != "/" * len(head):
        head = head.rstrip("/")
    return (head, p[at:])


def normcase(s):
    return _text(s)


def basename(p):
    p = _text(p)
    return p[p.rfind("/") + 1:]


def dirname(p):
    return split(p)[0]


def splitext(p):
    p = _text(p)
    # The dot begins an extension if a character other than a dot stands before it in the last part.
    at = p.rfind("/")
    dot = p.rfind(".")
    if dot > at:
        first = at + 1
        while first < dot:
            if p[first] != ".":
                return (p[:dot], p[dot:])
            first += 1
    return (p, "")


def splitdrive(p):
    p = _text(p)
    return ("", p)


def join(a, *rest):
    out = _text(a)
    for part in rest:
        p = _text(part)
        if p.startswith("/"):
            out = p
        elif not out or out.endswith("/"):
            out = out + p
        else:
            out = out + "/" + p
    return out


def normpath(path):
    path = _text(path)
    if not path:
        return "."
    slashes = 0
    if path.startswith("/"):
        slashes = 2 if path.startswith("//") and not path.startswith("///") else 1
    parts = []
    for part in path.split("/"):
        if not part or part == ".":
            continue
        if part == ".." and (parts and parts[-1] != ".." or slashes and not parts):
            if parts:
                parts.pop()
        else:
            parts.append(part)
    return "/" * slashes + "/".join(parts) or "."


def abspath(path):
    path = _text(path)
    if not isabs(path):
        path = join(_os_getcwd(), path)
    return normpath(path)


def relpath(path, start="."):
    path = _text(path)
    if not path:
        raise ValueError("no path specified")
    origin = [x for x in abspath(_text(start)).split("/") if x]
    target = [x for x in abspath(path).split("/") if x]
    same = 0
    while same < len(origin) and same < len(target) and origin[same] == target[same]:
        same += 1
    parts = [".."] * (len(origin) - same) + target[same:]
    return "/".join(parts) if parts else "."


def expanduser(path):
    path = _text(path)
    if path != "~" and not path.startswith("~/"):
        return path
    home = _os_getenv("HOME")
    if home is None:
        return path
    return (home.rstrip("/") + path[1:]) or "/"


def commonprefix(m):
    if not m:
        return ""
    least = min(m)
    most = max(m)
    at = 0
    while at < len(least) and least[at] == most[at]:
        at += 1
    return least[:at]


def commonpath(paths):
    rows = [[x for x in p.split("/") if x and x != "."] for p in paths]
    if not rows:
        raise ValueError("commonpath() arg is an empty sequence")
    absolute = isabs(paths[0])
    for p in paths:
        if isabs(p) != absolute:
            raise ValueError("Can't mix absolute and relative paths")
    least = min(rows)
    most = max(rows)
    at = 0
    while at < len(least) and at < len(most) and least[at] == most[at]:
        at += 1
    return ("/" if absolute else "") + "/".join(least[:at])


def realpath(filename, *, strict=False):
    # The path without links, as far as it exists; a link that leads in a circle stays.
    text = _path_text(filename)
    if not text.startswith("/"):
        text = _os_getcwd() + "/" + text
    rest = text.split("/")
    rest.reverse()
    path = "/"
    links = 0
    while rest:
        part = rest.pop()
        if not part or part == ".":
            continue
        if part == "..":
            path = dirname(path)
            continue
        inner = join(path, part)
        if links <= 40 and islink(inner):
            links += 1
            if links > 40:
                if strict:
                    _os_stat(inner, True)
                path = inner
                continue
            target = _rt.os_readlink(inner)
            if target is not None:
                if target.startswith("/"):
                    path = "/"
                more = target.split("/")
                more.reverse()
                rest += more
                continue
        elif strict:
            _os_stat(inner, False)
        path = inner
    return path


def samefile(a, b):
    x = _os_stat(_path_text(a), True)
    y = _os_stat(_path_text(b), True)
    return x[1] == y[1] and x[2] == y[2]
