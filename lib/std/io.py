"""Text and bytes in memory as files."""

SEEK_SET = 0
SEEK_CUR = 1
SEEK_END = 2
DEFAULT_BUFFER_SIZE = 8192
open = open


class StringIO:
    __full_name__ = "_io.StringIO"
    # What is written at the end waits in `_parts` until the text is asked for; `_size` is the length with it.
    def __init__(self, initial_value="", newline="\n"):
        self._text = "" if initial_value is None else initial_value
        self._parts = [""][:0]
        self._size = len(self._text)
        self._at = 0
        self.closed = False

    def _check(self):
        if self.closed:
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
        end = text.find("\n", start) + 1
        if end == 0:
            end = len(text)
        if size is not None:
            if size >= 0 and start + size < end:
                end = start + size
        self._at = end
        return text[start:end]

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
        if not isinstance(s, str):
            raise TypeError("string argument expected, got '" + type(s).__name__ + "'")
        self._check()
        at = self._at
        self._at = at + len(s)
        if at == self._size:
            self._parts.append(s)
            self._size += len(s)
            return len(s)
        text = self._whole()
        if at > self._size:
            text += "\0" * (at - self._size)
        self._text = text[:at] + s + text[at + len(s):]
        self._size = len(self._text)
        return len(s)

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
        self.closed = True

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


class BytesIO:
    __full_name__ = "_io.BytesIO"
    def __init__(self, initial_bytes=b""):
        self._data = bytearray(initial_bytes)
        self._at = 0
        self.closed = False

    def _check(self):
        if self.closed:
            raise ValueError("I/O operation on closed file.")

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
        start = self._at
        end = len(self._data)
        if size is not None:
            if size >= 0 and start + size < end:
                end = start + size
        if start >= end:
            return b""
        self._at = end
        return bytes(self._data[start:end])

    def readline(self, size=-1):
        self._check()
        start = self._at
        if start >= len(self._data):
            return b""
        end = self._data.find(b"\n", start) + 1
        if end == 0:
            end = len(self._data)
        if size is not None:
            if size >= 0 and start + size < end:
                end = start + size
        self._at = end
        return bytes(self._data[start:end])

    def readlines(self, hint=-1):
        out = []
        while True:
            line = self.readline()
            if not line:
                return out
            out.append(line)

    def write(self, b):
        self._check()
        part = bytes(b)
        at = self._at
        n = len(self._data)
        if at > n:
            self._data.extend(bytes(at - n))
        self._data[at:at + len(part)] = part
        self._at = at + len(part)
        return len(part)

    def writelines(self, lines):
        for line in lines:
            self.write(line)

    def getvalue(self):
        self._check()
        return bytes(self._data)

    def seek(self, pos, whence=0):
        self._check()
        if whence == 0:
            if pos < 0:
                raise ValueError("negative seek value " + str(pos))
            self._at = pos
        elif whence == 1:
            self._at = max(0, self._at + pos)
        else:
            self._at = max(0, len(self._data) + pos)
        return self._at

    def tell(self):
        self._check()
        return self._at

    def truncate(self, size=None):
        self._check()
        end = self._at if size is None else size
        if end < 0:
            raise ValueError("negative size value " + str(end))
        if end < len(self._data):
            del self._data[end:]
        return end

    def flush(self):
        self._check()

    def close(self):
        self.closed = True

    def readable(self):
        self._check()
        return True

    def writable(self):
        self._check()
        return True

    def seekable(self):
        self._check()
        return True
