"""Paths as objects. A path is its parts; the first one of an absolute path is its root. Path() makes a PosixPath and PurePath() a
PurePosixPath, so these are the same classes here."""

import os
from fnmatch import fnmatchcase


def _root_of(text):
    if not text.startswith("/"):
        return ""
    return "//" if text.startswith("//") and not text.startswith("///") else "/"


def _parts_of(segments):
    # The parts of all segments one after the other; an absolute one makes a new beginning.
    out = []
    for segment in segments:
        if isinstance(segment, PurePosixPath):
            text = str(segment)
        elif isinstance(segment, str):
            text = segment
        elif _k.has_method(segment, "__fspath__"):
            text = segment.__fspath__()
        else:
            _k.type_error("argument should be a str object or an os.PathLike object returning str, not " + repr(type(segment)))
        root = _root_of(text)
        if root:
            out = [root]
        for part in text.split("/"):
            if part and part != ".":
                out.append(part)
    return out


def _quote(text):
    out = ""
    for byte in text.encode("utf-8", "surrogateescape"):
        c = chr(byte)
        if c.isascii() and c.isalnum() or c in "_.-~/":
            out += c
        else:
            out += "%" + "%02X" % byte
    return out


class _Parents:
    __full_name__ = "pathlib._PathParents"

    def __init__(self, path):
        self._path = path
        self._count = len(path._parts) - (1 if path.root else 0)

    def __len__(self):
        return self._count

    def _at(self, k):
        path = self._path
        return path._like(path._parts[:len(path._parts) - 1 - k])

    def __getitem__(self, index):
        if isinstance(index, slice):
            return tuple([self._at(k) for k in range(*index.indices(self._count))])
        if index >= self._count or index < -self._count:
            raise IndexError(index)
        return self._at(index + self._count if index < 0 else index)

    def __iter__(self):
        for k in range(self._count):
            yield self._at(k)

    def __repr__(self):
        return "<" + type(self._path).__name__ + ".parents>"


class PurePosixPath:
    def __init__(self, *args):
        self._parts = _parts_of(args)

    def _copy_same_(self):
        return self

    def _like(self, parts):
        out = type(self)()
        out._parts = parts
        return out

    @property
    def parts(self):
        return tuple(self._parts)

    @property
    def drive(self):
        return ""

    @property
    def root(self):
        if self._parts and self._parts[0].startswith("/"):
            return self._parts[0]
        return ""

    @property
    def anchor(self):
        return self.root

    @property
    def name(self):
        if not self._parts or len(self._parts) == 1 and self.root:
            return ""
        return self._parts[-1]

    @property
    def suffix(self):
        name = self.name
        dot = name.rfind(".")
        return name[dot:] if 0 < dot < len(name) - 1 else ""

    @property
    def suffixes(self):
        name = self.name
        if name.endswith("."):
            return []
        return ["." + x for x in name.lstrip(".").split(".")[1:]]

    @property
    def stem(self):
        name = self.name
        dot = name.rfind(".")
        return name[:dot] if 0 < dot < len(name) - 1 else name

    @property
    def parent(self):
        if len(self._parts) == (1 if self.root else 0):
            return self
        return self._like(self._parts[:-1])

    @property
    def parents(self):
        return _Parents(self)

    def __str__(self):
        root = self.root
        if root:
            return root + "/".join(self._parts[1:])
        return "/".join(self._parts) or "."

    def __fspath__(self):
        return str(self)

    def __repr__(self):
        return type(self).__name__ + "(" + repr(str(self)) + ")"

    def __bytes__(self):
        return str(self).encode("utf-8", "surrogateescape")

    def __hash__(self):
        return hash(tuple(self._parts))

    def __eq__(self, other):
        if isinstance(other, PurePosixPath):
            return self._parts == other._parts
        return NotImplemented

    def __lt__(self, other):
        if isinstance(other, PurePosixPath):
            return self._parts < other._parts
        return NotImplemented

    def __le__(self, other):
        if isinstance(other, PurePosixPath):
            return self._parts <= other._parts
        return NotImplemented

    def __gt__(self, other):
        if isinstance(other, PurePosixPath):
            return self._parts > other._parts
        return NotImplemented

    def __ge__(self, other):
        if isinstance(other, PurePosixPath):
            return self._parts >= other._parts
        return NotImplemented

    def __truediv__(self, key):
        if isinstance(key, str) or isinstance(key, PurePosixPath) or _k.has_method(key, "__fspath__"):
            return self.joinpath(key)
        return NotImplemented

    def __rtruediv__(self, key):
        if isinstance(key, str) or _k.has_method(key, "__fspath__"):
            return self._like(_parts_of([key, str(self)]))
        return NotImplemented

    def joinpath(self, *args):
        more = _parts_of(args)
        if more and more[0].startswith("/"):
            return self._like(more)
        return self._like(self._parts + more)

    def as_posix(self):
        return str(self)

    def as_uri(self):
        if not self.is_absolute():
            raise ValueError("relative path can't be expressed as a file URI")
        return "file://" + _quote(str(self))

    def is_absolute(self):
        return self.root != ""

    def is_reserved(self):
        return False

    def is_relative_to(self, *other):
        try:
            self.relative_to(*other)
        except ValueError:
            return False
        return True

    def relative_to(self, *other):
        if not other:
            raise TypeError("need at least one argument")
        parts = _parts_of(other)
        n = len(parts)
        if self._parts[:n] != parts or not parts and self.root:
            raise ValueError(repr(str(self)) + " is not in the subpath of " + repr(str(PurePosixPath(*parts)) if parts else "")
                             + " OR one path is relative and the other is absolute.")
        return self._like(self._parts[n:])

    def with_name(self, name):
        if not self.name:
            raise ValueError(repr(self) + " has an empty name")
        if not name or "/" in name or name == ".":
            raise ValueError("Invalid name " + repr(name))
        return self._like(self._parts[:-1] + [name])

    def with_stem(self, stem):
        return self.with_name(stem + self.suffix)

    def with_suffix(self, suffix):
        if "/" in suffix or suffix and not suffix.startswith(".") or suffix == ".":
            raise ValueError("Invalid suffix " + repr(suffix))
        name = self.name
        if not name:
            raise ValueError(repr(self) + " has an empty name")
        old = self.suffix
        return self._like(self._parts[:-1] + [(name[:-len(old)] if old else name) + suffix])

    def match(self, path_pattern):
        pattern = _parts_of([path_pattern])
        if not pattern:
            raise ValueError("empty pattern")
        parts = self._parts
        if pattern[0].startswith("/"):
            if not self.root or pattern[0] != self.root or len(pattern) != len(parts):
                return False
        elif len(pattern) > len(parts):
            return False
        for k in range(1, len(pattern) + 1):
            if not fnmatchcase(parts[-k], pattern[-k]):
                return False
        return True


PurePath = PurePosixPath


class PosixPath(PurePosixPath):
    @classmethod
    def cwd(cls):
        return cls(os.getcwd())

    @classmethod
    def home(cls):
        return cls("~").expanduser()

    def absolute(self):
        if self.is_absolute():
            return self
        return self._like(_parts_of([os.getcwd(), str(self)]))

    def expanduser(self):
        if not self.root and self._parts and self._parts[0].startswith("~"):
            home = os.path.expanduser(self._parts[0])
            if home[:1] == "~":
                raise RuntimeError("Could not determine home directory.")
            return self._like(_parts_of([home]) + self._parts[1:])
        return self

    def resolve(self, strict=False):
        return type(self)(os.path.realpath(str(self), strict=strict))

    def readlink(self):
        return type(self)(os.readlink(str(self)))

    def samefile(self, other_path):
        return os.path.samefile(str(self), os.fspath(other_path))

    def stat(self, *, follow_symlinks=True):
        return os.stat(str(self), follow_symlinks=follow_symlinks)

    def lstat(self):
        return os.lstat(str(self))

    def _mode(self, follow=True):
        try:
            return os.stat(str(self), follow_symlinks=follow).st_mode & 61440
        except (FileNotFoundError, NotADirectoryError):
            return 0
        except OSError as e:
            if e.errno == 40 or e.errno == 9:
                return 0
            raise

    def exists(self):
        return self._mode() != 0

    def is_dir(self):
        return self._mode() == 16384

    def is_file(self):
        return self._mode() == 32768

    def is_symlink(self):
        return self._mode(False) == 40960

    def is_fifo(self):
        return self._mode() == 4096

    def is_socket(self):
        return self._mode() == 49152

    def is_block_device(self):
        return self._mode() == 24576

    def is_char_device(self):
        return self._mode() == 8192

    def is_mount(self):
        if not self.exists() or not self.is_dir():
            return False
        mine = self.stat()
        above = self.parent.stat()
        return mine.st_dev != above.st_dev or mine.st_ino == above.st_ino

    def iterdir(self):
        for name in os.listdir(str(self)):
            yield self._like(self._parts + [name])

    def _names(self):
        try:
            return os.listdir(str(self))
        except PermissionError:
            return []

    def _folders(self):
        # This folder and those in it, not through links.
        yield self
        for name in self._names():
            inner = self._like(self._parts + [name])
            if inner.is_dir() and not inner.is_symlink():
                for folder in inner._folders():
                    yield folder

    def _select(self, pattern, k):
        # What the parts of the pattern from k on select below this path.
        if k == len(pattern):
            return [self]
        part = pattern[k]
        last = k + 1 == len(pattern)
        out = []
        if not self.is_dir():
            return out
        if part == "**":
            seen = set()
            for folder in self._folders():
                for found in folder._select(pattern, k + 1):
                    if found not in seen:
                        seen.add(found)
                        out.append(found)
        elif part == "":
            out.append(self)
        elif "*" in part or "?" in part or "[" in part:
            for name in self._names():
                inner = self._like(self._parts + [name])
                if fnmatchcase(name, part) and (last or inner.is_dir()):
                    out += inner._select(pattern, k + 1)
        else:
            inner = self._like(self._parts + [part])
            if inner.exists() if last else inner.is_dir():
                out += inner._select(pattern, k + 1)
        return out

    def _glob_parts(self, pattern, parts):
        if pattern.startswith("/"):
            raise NotImplementedError("Non-relative patterns are unsupported")
        parts += _parts_of([pattern])
        if pattern.endswith("/"):
            parts.append("")
        for part in parts:
            if part != "**" and "**" in part:
                raise ValueError("Invalid pattern: '**' can only be an entire path component")
        return parts

    def glob(self, pattern):
        if not pattern:
            raise ValueError("Unacceptable pattern: " + repr(pattern))
        for found in self._select(self._glob_parts(pattern, []), 0):
            yield found

    def rglob(self, pattern):
        for found in self._select(self._glob_parts(pattern, ["**"]), 0):
            yield found

    def open(self, mode="r", buffering=-1, encoding=None, errors=None, newline=None, _shape=None):
        if _shape is None:
            return open(str(self), mode, buffering, encoding, errors, newline)
        if isinstance(_shape, str):
            return _open_text(str(self), mode, buffering, encoding, errors, newline)
        return _open_binary(str(self), mode, buffering, encoding, errors, newline)

    def read_text(self, encoding=None, errors=None):
        with open(str(self), "r", encoding=encoding, errors=errors) as f:
            return f.read()

    def read_bytes(self):
        with open(str(self), "rb") as f:
            return f.read()

    def write_text(self, data, encoding=None, errors=None, newline=None):
        if not isinstance(data, str):
            _k.type_error("data must be str, not " + _k.type_name(data))
        with open(str(self), "w", encoding=encoding, errors=errors, newline=newline) as f:
            return f.write(data)

    def write_bytes(self, data):
        with open(str(self), "wb") as f:
            return f.write(data)

    def touch(self, mode=438, exist_ok=True):
        if self.exists():
            if not exist_ok:
                raise FileExistsError(17, "File exists", str(self))
            os.utime(str(self))
            return
        with open(str(self), "x"):
            pass
        if mode != 438:
            os.chmod(str(self), mode)

    def mkdir(self, mode=511, parents=False, exist_ok=False):
        try:
            os.mkdir(str(self), mode)
        except FileNotFoundError:
            if not parents or self.parent == self:
                raise
            self.parent.mkdir(parents=True, exist_ok=True)
            self.mkdir(mode, parents=False, exist_ok=exist_ok)
        except OSError:
            if not exist_ok or not self.is_dir():
                raise

    def chmod(self, mode, *, follow_symlinks=True):
        if not follow_symlinks:
            _k.refuse("chmod of a symbolic link itself")
        os.chmod(str(self), mode)

    def unlink(self, missing_ok=False):
        try:
            os.unlink(str(self))
        except FileNotFoundError:
            if not missing_ok:
                raise

    def rmdir(self):
        os.rmdir(str(self))

    def rename(self, target):
        os.rename(str(self), os.fspath(target))
        return type(self)(target)

    def replace(self, target):
        os.replace(str(self), os.fspath(target))
        return type(self)(target)

    def symlink_to(self, target, target_is_directory=False):
        os.symlink(os.fspath(target), str(self))

    def hardlink_to(self, target):
        os.link(os.fspath(target), str(self))


Path = PosixPath
