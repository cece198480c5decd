"""Files, folders and the environment of the process."""
import os.path

sep = "/"
linesep = "\n"
name = "posix"


def getcwd():
    return _os_getcwd()


def getenv(key, default=None):
    value = _os_getenv(key)
    return default if value is None else value


def remove(path):
    _os_remove(path)


def unlink(path):
    _os_remove(path)


def mkdir(path, mode=511):
    _os_mkdir(path, mode)


def rmdir(path):
    _os_rmdir(path)
