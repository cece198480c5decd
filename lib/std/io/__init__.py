"""Files: those that open() gives, those in memory, and the layers that programs put together themselves."""
from io._base import BufferedIOBase, IOBase, RawIOBase, TextIOBase
from io._buffered import BufferedRandom, BufferedReader, BufferedRWPair, BufferedWriter
from io._bytes import BytesIO
from io._decode import IncrementalNewlineDecoder
from io._files import FileIO
from io._strings import StringIO
from io._wrapper import TextIOWrapper

__unittest = True  # in no traceback: CPython's are written in C

SEEK_SET = 0
SEEK_CUR = 1
SEEK_END = 2
DEFAULT_BUFFER_SIZE = 8192
open = open
UnsupportedOperation = _UnsupportedOperation
BlockingIOError = BlockingIOError


def open_code(path):
    if not isinstance(path, str):
        _k.type_error("open_code() argument 'path' must be str, not " + _k.type_name(path))
    return open(path, "rb")


def text_encoding(encoding, stacklevel=2, /):
    return "locale" if encoding is None else encoding
