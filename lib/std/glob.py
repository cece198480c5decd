"""Names of files that match a pattern."""

import os
from fnmatch import fnmatchcase


def has_magic(s):
    return "*" in s or "?" in s or "[" in s


def escape(pathname):
    out = ""
    for c in pathname:
        out += "[" + c + "]" if c in "*?[" else c
    return out


def _names(folder, hidden):
    try:
        found = os.listdir(folder or ".")
    except OSError:
        return []
    return [name for name in found if hidden or not name.startswith(".")]


def _below(folder, shown, folders_only, hidden):
    # All names in the folder and in those below it; `shown` is what stands before them.
    for name in _names(folder, hidden):
        inner = os.path.join(folder, name)
        is_folder = os.path.isdir(inner)
        text = os.path.join(shown, name) if shown else name
        if is_folder or not folders_only:
            yield text
        if is_folder:
            for more in _below(inner, text, folders_only, hidden):
                yield more


def _at(root, path):
    return os.path.join(root, path) if root else path


def _in_folder(root, folder, pattern, folders_only, recursive, hidden):
    # What the last part of a pattern selects in a folder.
    place = _at(root, folder)
    if recursive and pattern == "**":
        if not place or os.path.isdir(place):
            yield ""
            for name in _below(place, "", folders_only, hidden):
                yield name
    elif has_magic(pattern):
        for name in _names(place, hidden or pattern.startswith(".")):
            if fnmatchcase(name, pattern) and (not folders_only or os.path.isdir(os.path.join(place, name))):
                yield name
    elif pattern:
        if os.path.lexists(os.path.join(place, pattern)):
            yield pattern
    elif os.path.isdir(place):
        yield ""


def _select(pathname, root, folders_only, recursive, hidden):
    head, tail = os.path.split(pathname)
    if not has_magic(pathname):
        if tail:
            if os.path.lexists(_at(root, pathname)):
                yield pathname
        elif os.path.isdir(_at(root, head)):
            yield pathname
        return
    if not head:
        for name in _in_folder(root, "", tail, folders_only, recursive, hidden):
            yield name
        return
    if head != pathname and has_magic(head):
        folders = list(_select(head, root, True, recursive, hidden))
    else:
        folders = [head]
    for folder in folders:
        if not has_magic(tail) and tail and not os.path.isdir(_at(root, folder)):
            continue
        for name in _in_folder(root, folder, tail, folders_only, recursive, hidden):
            yield os.path.join(folder, name)


def iglob(pathname, *, root_dir=None, dir_fd=None, recursive=False, include_hidden=False):
    if dir_fd is not None:
        _k.refuse("dir_fd")
    if isinstance(pathname, bytes):
        _k.refuse("glob with a pattern of bytes")
    root = "" if root_dir is None else os.fspath(root_dir)
    for found in _select(pathname, root, False, True if recursive else False, True if include_hidden else False):
        if found:
            yield found


def glob(pathname, *, root_dir=None, dir_fd=None, recursive=False, include_hidden=False):
    return list(iglob(pathname, root_dir=root_dir, dir_fd=dir_fd, recursive=recursive, include_hidden=include_hidden))
