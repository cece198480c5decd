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


def exception():
    """The exception that is being handled, or None."""
    return _k.exc_handled()


def exc_info():
    """The class of the exception that is being handled, the exception, its traceback."""
    e = _k.exc_handled()
    if e is None:
        return (None, None, None)
    return (type(e), e, e.__traceback__)


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


class _IntInfo:
    def __init__(self):
        self.bits_per_digit = 30
        self.sizeof_digit = 4
        self.default_max_str_digits = 4300
        self.str_digits_check_threshold = 640

    def __repr__(self):
        return "sys.int_info(bits_per_digit=30, sizeof_digit=4, default_max_str_digits=4300, str_digits_check_threshold=640)"


class _HashInfo:
    def __init__(self):
        self.width = 64
        self.modulus = 2305843009213693951
        self.inf = 314159
        self.nan = 0
        self.imag = 1000003
        self.algorithm = "siphash13"
        self.hash_bits = 64
        self.seed_bits = 128
        self.cutoff = 0

    def __repr__(self):
        return ("sys.hash_info(width=64, modulus=2305843009213693951, inf=314159, nan=0, imag=1000003, algorithm='siphash13', "
                "hash_bits=64, seed_bits=128, cutoff=0)")


version_info = _VersionInfo()
float_info = _FloatInfo()
int_info = _IntInfo()
hash_info = _HashInfo()


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
