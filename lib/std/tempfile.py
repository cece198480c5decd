"""Files and folders that are there for a while."""

import os
import random as _random
import shutil as _shutil

template = "tmp"
tempdir = None
TMP_MAX = 10000

_names = _random.Random(int.from_bytes(os.urandom(8), "big"))


def gettempprefix():
    return template


def gettempdir():
    global tempdir
    if tempdir is None:
        for name in (os.environ.get("TMPDIR"), os.environ.get("TEMP"), os.environ.get("TMP"), "/tmp", "/var/tmp", "/usr/tmp", os.getcwd()):
            if name and os.path.isdir(name) and os.access(name, 3):
                tempdir = os.path.abspath(name)
                break
        else:
            raise FileNotFoundError(2, "No usable temporary directory found")
    return tempdir


def _free(suffix, prefix, dir):
    folder = gettempdir() if dir is None else os.fspath(dir)
    begin = template if prefix is None else prefix
    end = "" if suffix is None else suffix
    while True:
        middle = ""
        for _ in range(8):
            middle += "abcdefghijklmnopqrstuvwxyz0123456789_"[_names.randrange(37)]
        path = os.path.join(os.path.abspath(folder), begin + middle + end)
        if not os.path.lexists(path):
            return path


def mkdtemp(suffix=None, prefix=None, dir=None):
    path = _free(suffix, prefix, dir)
    os.mkdir(path, 448)
    return path


def mkstemp(suffix=None, prefix=None, dir=None, text=False):
    _k.refuse("tempfile.mkstemp: there are no numbers of open files")


class TemporaryDirectory:
    def __init__(self, suffix=None, prefix=None, dir=None, ignore_cleanup_errors=False):
        self.name = mkdtemp(suffix, prefix, dir)
        self._ignore = ignore_cleanup_errors
        self._there = True

    def __repr__(self):
        return "<TemporaryDirectory " + repr(self.name) + ">"

    def __enter__(self):
        return self.name

    def __exit__(self, exc, value, tb):
        self.cleanup()

    def cleanup(self):
        if self._there or os.path.exists(self.name):
            self._there = False
            try:
                _shutil.rmtree(self.name, ignore_errors=self._ignore)
            except FileNotFoundError:
                pass

    def __del__(self):
        if self._there:
            self.cleanup()


def TemporaryFile(mode="w+b", buffering=-1, encoding=None, newline=None, suffix=None, prefix=None, dir=None, *, errors=None, _shape=None):
    path = _free(suffix, prefix, dir)
    if _shape is None:
        f = open(path, mode, buffering, encoding, errors, newline)
    elif isinstance(_shape, str):
        f = _open_text(path, mode, buffering, encoding, errors, newline)
    else:
        f = _open_binary(path, mode, buffering, encoding, errors, newline)
    os.unlink(path)
    return f
