"""Text in memory as a file."""
from io._base import TextIOBase
from io._decode import kinds_of, met_in

__unittest = True  # in no traceback: CPython's are written in C


class StringIO(TextIOBase):
    __module__ = "_io"
    __full_name__ = "_io.StringIO"

    # What is written at the end waits in `_parts` until the text is asked for; `_size` is the length with it.
    # `_newline` is what ends a line, "" for any line end; `_translated` says what becomes of line ends that are written:
    # "\n" becomes that, or, where it is "", every line end becomes "\n".
    def __init__(self, initial_value="", newline="\n"):
        if initial_value is not None and not isinstance(initial_value, (str, _str_value)):
            raise TypeError("initial_value must be str or None, not " + type(initial_value).__name__)
        if newline is not None and not isinstance(newline, str):
            raise TypeError("newline must be str or None, not " + type(newline).__name__)
        if newline is not None and newline not in ("", "\n", "\r", "\r\n"):
            raise ValueError("illegal newline value: " + repr(newline))
        self._newline = "\n" if newline is None else newline
        self._translated = "" if newline is None else newline or "\n"
        self._text = ""
        self._parts = [""][:0]
        self._size = 0
        self._at = 0
        self._shut = False
        self._met = 0
        self._universal = newline is None or newline == ""
        if initial_value:
            self.write(str.__str__(initial_value))
            self._at = 0

    @property
    def newlines(self):
        """The line ends that have been met, in a mode that knows several."""
        self._check()
        return kinds_of(self._met) if self._universal else None

    @property
    def line_buffering(self):
        self._check()
        return False

    @property
    def encoding(self):
        return None

    @property
    def errors(self):
        return None

    @property
    def closed(self):
        return self._shut

    def _check(self):
        if self._shut:
            raise ValueError("I/O operation on closed file")

    def _whole(self):
        if self._parts:
            self._text += "".join(self._parts)
            self._parts.clear()
        return self._text

    def __enter__(self):
        self._check()
        return self

    def __exit__(self, kind, value, traceback):
        self.close()

    def __iter__(self):
        self._check()
        return self

    def __next__(self):
        line = self.readline()
        if not line:
            raise StopIteration
        return line

    def read(self, size=-1):
        self._check()
        text = self._whole()
        start = self._at
        end = len(text)
        if size is not None:
            if size >= 0 and start + size < end:
                end = start + size
        if start >= end:
            return ""
        self._at = end
        return text[start:end]

    def readline(self, size=-1):
        self._check()
        text = self._whole()
        start = self._at
        if start >= len(text):
            return ""
        end = self._line_end(text, start)
        if size is not None:
            if size >= 0 and start + size < end:
                end = start + size
        self._at = end
        return text[start:end]

    def _line_end(self, text, start):
        if self._newline:
            end = text.find(self._newline, start)
            return len(text) if end < 0 else end + len(self._newline)
        end = text.find("\n", start)
        other = text.find("\r", start, len(text) if end < 0 else end)
        if other >= 0:
            return other + 2 if other + 1 == end else other + 1
        return len(text) if end < 0 else end + 1

    def readlines(self, hint=-1):
        out = []
        total = 0
        while True:
            line = self.readline()
            if not line:
                return out
            out.append(line)
            total += len(line)
            if hint is not None:
                if hint > 0 and total >= hint:
                    return out

    def write(self, s):
        if isinstance(s, _str_value):
            return self.write(s._krait_value)
        if not isinstance(s, str):
            raise TypeError("string argument expected, got '" + type(s).__name__ + "'")
        self._check()
        n = len(s)
        if self._universal:
            self._met = self._met | met_in(s)
        if self._translated == "":
            if "\r" in s:
                s = s.replace("\r\n", "\n").replace("\r", "\n")
        elif self._translated != "\n":
            s = s.replace("\n", self._translated)
        if not s:
            return n
        self._put(s)
        return n

    def _put(self, s):
        at = self._at
        self._at = at + len(s)
        if at == self._size:
            self._parts.append(s)
            self._size += len(s)
            return
        text = self._whole()
        if at > self._size:
            text += "\0" * (at - self._size)
        self._text = text[:at] + s + text[at + len(s):]
        self._size = len(self._text)

    def writelines(self, lines):
        for line in lines:
            self.write(line)

    def getvalue(self):
        self._check()
        return self._whole()

    def seek(self, pos, whence=0):
        self._check()
        if whence == 0:
            if pos < 0:
                raise ValueError("Negative seek position " + str(pos))
            self._at = pos
        elif pos != 0:
            raise OSError("Can't do nonzero cur-relative seeks")
        elif whence == 2:
            self._at = self._size
        return self._at

    def tell(self):
        self._check()
        return self._at

    def truncate(self, pos=None):
        self._check()
        end = self._at if pos is None else pos
        if end < 0:
            raise ValueError("Negative size value " + str(end))
        self._text = self._whole()[:end]
        self._size = len(self._text)
        return end

    def flush(self):
        self._check()

    def close(self):
        self._shut = True

    def readable(self):
        self._check()
        return True

    def writable(self):
        self._check()
        return True

    def seekable(self):
        self._check()
        return True

    def isatty(self):
        self._check()
        return False
