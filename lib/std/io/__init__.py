"""Files: those that open() gives, those in memory, and the layers that programs put together themselves."""

import io._base as _base
import io._buffered as _buffered
import io._bytes as _bytes
import io._decode as _decode
import io._files as _files
import io._strings as _strings
import io._wrapper as _wrapper

__unittest = True  # in no traceback: CPython's are written in C
__only_mentioned__ = True  # resolve/unmentioned.h

SEEK_SET = 0
SEEK_CUR = 1
SEEK_END = 2
DEFAULT_BUFFER_SIZE = 8192
open = open
BlockingIOError = BlockingIOError
UnsupportedOperation = _base.unsupported
IOBase = _base.IOBase
RawIOBase = _base.RawIOBase
BufferedIOBase = _base.BufferedIOBase
TextIOBase = _base.TextIOBase
BytesIO = _bytes.BytesIO
StringIO = _strings.StringIO
FileIO = _files.FileIO
BufferedReader = _buffered.BufferedReader
BufferedWriter = _buffered.BufferedWriter
BufferedRandom = _buffered.BufferedRandom
BufferedRWPair = _buffered.BufferedRWPair
IncrementalNewlineDecoder = _decode.IncrementalNewlineDecoder
TextIOWrapper = _wrapper.TextIOWrapper


def open_code(path):
    if not isinstance(path, str):
        _k.type_error("open_code() argument 'path' must be str, not " + _k.type_name(path))
    return open(path, "rb")


def text_encoding(encoding, stacklevel=2, /):
    return "locale" if encoding is None else encoding
