"""What the program can ask of its process and of the interpreter that Krait behaves as."""

argv = _sys_argv()
stdin = _sys_stream(0)
stdout = _sys_stream(1)
stderr = _sys_stream(2)
__stdin__ = stdin
__stdout__ = stdout
__stderr__ = stderr
maxsize = 9223372036854775807
maxunicode = 1114111
byteorder = "little"
platform = "linux"
path = [""]
hexversion = 51053296
api_version = 1013
version = "3.11.2 (main, Krait) [Clang 22]"
copyright = "Copyright (c) 2001-2023 Python Software Foundation.\nAll Rights Reserved."
executable = ""
prefix = "/usr"
float_repr_style = "short"
dont_write_bytecode = True


class _VersionInfo:
    # A tuple with names.
    def __init__(self):
        self.major = 3
        self.minor = 11
        self.micro = 2
        self.releaselevel = "final"
        self.serial = 0

    def _tuple(self):
        return (self.major, self.minor, self.micro, self.releaselevel, self.serial)

    def __len__(self):
        return 5

    def __getitem__(self, index):
        return self._tuple()[index]

    def __iter__(self):
        return iter(self._tuple())

    def __eq__(self, other):
        return self._tuple() == other

    def __lt__(self, other):
        return self._tuple() < other

    def __le__(self, other):
        return self._tuple() <= other

    def __gt__(self, other):
        return self._tuple() > other

    def __ge__(self, other):
        return self._tuple() >= other

    def __repr__(self):
        return "sys.version_info(major=3, minor=11, micro=2, releaselevel='final', serial=0)"


class _FloatInfo:
    def __init__(self):
        self.max = 1.7976931348623157e+308
        self.max_exp = 1024
        self.max_10_exp = 308
        self.min = 2.2250738585072014e-308
        self.min_exp = -1021
        self.min_10_exp = -307
        self.dig = 15
        self.mant_dig = 53
        self.epsilon = 2.220446049250313e-16
        self.radix = 2
        self.rounds = 1

    def __repr__(self):
        return ("sys.float_info(max=1.7976931348623157e+308, max_exp=1024, max_10_exp=308, min=2.2250738585072014e-308, "
                "min_exp=-1021, min_10_exp=-307, dig=15, mant_dig=53, epsilon=2.220446049250313e-16, radix=2, rounds=1)")


version_info = _VersionInfo()
float_info = _FloatInfo()


def exit(status=None):
    raise SystemExit(status)


def setrecursionlimit(limit):
    _sys_set_recursion_limit(limit)


def getrecursionlimit():
    return _sys_recursion_limit()


def intern(text):
    return text


def getdefaultencoding():
    return "utf-8"


def getfilesystemencoding():
    return "utf-8"


def get_int_max_str_digits():
    return _sys_int_digits()


def set_int_max_str_digits(maxdigits):
    _sys_set_int_digits(maxdigits)


def getsizeof(object, default=None):
    return _sys_size(object)
