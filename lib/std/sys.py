"""What the program can ask of its process and of the interpreter that Krait behaves as."""

argv = _sys_argv()
stdin = _sys_stream(0)
stdout = _sys_stream(1)
stderr = _sys_stream(2)
maxsize = 9223372036854775807
maxunicode = 1114111
byteorder = "little"
platform = "linux"
version_info = (3, 11, 2, "final", 0)
path = [""]


def exit(status=None):
    raise SystemExit(status)


def setrecursionlimit(limit):
    _sys_set_recursion_limit(limit)


def getrecursionlimit():
    return _sys_recursion_limit()


def intern(text):
    return text
