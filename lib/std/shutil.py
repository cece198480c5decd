"""Copies, moves and removals of files and whole folders."""

import os
from fnmatch import fnmatchcase


class Error(OSError):
    pass


class SameFileError(Error):
    pass


class SpecialFileError(OSError):
    pass


def _same(src, dst):
    return os.path.exists(src) and os.path.exists(dst) and os.path.samefile(src, dst)


def copyfileobj(fsrc, fdst, length=0):
    if not length:
        length = 65536
    while True:
        part = fsrc.read(length)
        if not part:
            break
        fdst.write(part)


def copyfile(src, dst, *, follow_symlinks=True):
    source = os.fspath(src)
    target = os.fspath(dst)
    if _same(source, target):
        raise SameFileError(repr(src) + " and " + repr(dst) + " are the same file")
    if not follow_symlinks and os.path.islink(source):
        os.symlink(os.readlink(source), target)
        return dst
    with open(source, "rb") as f:
        with open(target, "wb") as g:
            copyfileobj(f, g)
    return dst


def copymode(src, dst, *, follow_symlinks=True):
    if not follow_symlinks and os.path.islink(src) and os.path.islink(dst):
        return
    os.chmod(dst, os.stat(src).st_mode & 4095)


def copystat(src, dst, *, follow_symlinks=True):
    if not follow_symlinks and os.path.islink(src) and os.path.islink(dst):
        return
    about = os.stat(src)
    os.utime(dst, ns=(about.st_atime_ns, about.st_mtime_ns))
    os.chmod(dst, about.st_mode & 4095)


def _inside(src, dst):
    return os.path.join(os.fspath(dst), os.path.basename(os.fspath(src))) if os.path.isdir(dst) else os.fspath(dst)


def copy(src, dst, *, follow_symlinks=True):
    if os.path.isdir(dst):
        target = _inside(src, dst)
        copyfile(src, target, follow_symlinks=follow_symlinks)
        copymode(src, target, follow_symlinks=follow_symlinks)
        return target
    copyfile(src, dst, follow_symlinks=follow_symlinks)
    copymode(src, dst, follow_symlinks=follow_symlinks)
    return dst


def copy2(src, dst, *, follow_symlinks=True):
    if os.path.isdir(dst):
        target = _inside(src, dst)
        copyfile(src, target, follow_symlinks=follow_symlinks)
        copystat(src, target, follow_symlinks=follow_symlinks)
        return target
    copyfile(src, dst, follow_symlinks=follow_symlinks)
    copystat(src, dst, follow_symlinks=follow_symlinks)
    return dst


def ignore_patterns(*patterns):
    def ignored(path, names):
        return set([name for name in names for pattern in patterns if fnmatchcase(name, pattern)])
    return ignored


def copytree(src, dst, symlinks=False, ignore=None, copy_function=copy2, ignore_dangling_symlinks=False, dirs_exist_ok=False):
    source = os.fspath(src)
    target = os.fspath(dst)
    names = os.listdir(source)
    left_out = set()
    if ignore is not None:
        left_out = set(ignore(source, names))
    os.makedirs(target, exist_ok=dirs_exist_ok)
    errors = []
    for name in names:
        if name in left_out:
            continue
        a = os.path.join(source, name)
        b = os.path.join(target, name)
        try:
            if os.path.islink(a) and symlinks:
                os.symlink(os.readlink(a), b)
            elif os.path.islink(a) and not os.path.exists(os.readlink(a)) and ignore_dangling_symlinks:
                continue
            elif os.path.isdir(a):
                copytree(a, b, symlinks, ignore, copy_function, ignore_dangling_symlinks, dirs_exist_ok)
            else:
                copy_function(a, b)
        except Error as e:
            errors.extend(e.args[0])
        except OSError as e:
            errors.append((a, b, str(e)))
    copystat(source, target)
    if errors:
        raise Error(errors)
    return dst


def _remove_inside(folder, ignore_errors):
    for name in os.listdir(folder):
        inner = os.path.join(folder, name)
        try:
            if os.path.isdir(inner) and not os.path.islink(inner):
                _remove_inside(inner, ignore_errors)
                os.rmdir(inner)
            else:
                os.unlink(inner)
        except OSError:
            if not ignore_errors:
                raise


def rmtree(path, ignore_errors=False, onerror=None):
    if onerror is not None:
        _k.refuse("rmtree with onerror")
    folder = os.fspath(path)
    try:
        if os.path.islink(folder):
            raise OSError("Cannot call rmtree on a symbolic link")
        os.lstat(folder)
        _remove_inside(folder, ignore_errors)
        os.rmdir(folder)
    except OSError:
        if not ignore_errors:
            raise


def move(src, dst, copy_function=copy2):
    source = os.fspath(src)
    if os.path.isdir(dst):
        target = os.path.join(os.fspath(dst), os.path.basename(source.rstrip("/")))
        if _same(source, os.fspath(dst)):
            os.rename(source, os.fspath(dst))
            return dst
        if os.path.exists(target):
            raise Error("Destination path '" + target + "' already exists")
        _move(source, target, copy_function, os.fspath(dst))
        return target
    _move(source, os.fspath(dst), copy_function, os.fspath(dst))
    return dst


def _move(source, target, copy_function, shown):
    try:
        os.rename(source, target)
        return
    except OSError:
        pass
    if os.path.islink(source):
        os.symlink(os.readlink(source), target)
        os.unlink(source)
    elif os.path.isdir(source):
        a = os.path.abspath(source)
        b = os.path.abspath(target)
        if (b + "/").startswith(a + "/"):
            raise Error("Cannot move a directory '" + source + "' into itself '" + shown + "'.")
        copytree(source, target, symlinks=True, copy_function=copy_function)
        rmtree(source)
    else:
        copy_function(source, target)
        os.unlink(source)


def which(cmd, mode=1, path=None):
    if os.path.dirname(cmd):
        if os.path.isfile(cmd) and os.access(cmd, mode):
            return cmd
        return None
    if path is None:
        path = os.environ.get("PATH", "/bin:/usr/bin")
    if not path:
        return None
    seen = set()
    for folder in path.split(":"):
        if folder in seen:
            continue
        seen.add(folder)
        name = os.path.join(folder, cmd)
        if os.path.exists(name) and not os.path.isdir(name) and os.access(name, mode):
            return name
    return None
