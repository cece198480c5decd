#!/usr/bin/env python3
"""Finds files with the same content below some folders, and can replace them by links or remove them.

Files are compared in three steps, so that little is read: by size, by a digest of their first bytes,
by a digest of everything.
"""
from __future__ import annotations

import argparse
import fnmatch
import hashlib
import json
import os
import sys
from collections import defaultdict
from contextlib import contextmanager
from typing import Any, Callable, Iterable, Iterator, Optional, TextIO

HEAD = 64
CHUNK = 4096
SUFFIXES = {"": 1, "k": 1024, "m": 1024 ** 2, "g": 1024 ** 3}


class DedupeError(Exception):
    exit_code = 2


class NotAFolder(DedupeError):
    def __str__(self) -> str:
        return f"{self.args[0]}: not a folder"


class File:
    __slots__ = ("path", "size", "inode", "modified", "_head", "_full")

    def __init__(self, path: str, status: os.stat_result) -> None:
        self.path = path
        self.size = status.st_size
        self.inode = (status.st_dev, status.st_ino)
        self.modified = status.st_mtime
        self._head: Optional[str] = None
        self._full: Optional[str] = None

    def head(self, algorithm: str) -> str:
        if self._head is None:
            with open(self.path, "rb") as file:
                self._head = hashlib.new(algorithm, file.read(HEAD)).hexdigest()
        return self._head

    def full(self, algorithm: str) -> str:
        if self._full is None:
            digest = hashlib.new(algorithm)
            with open(self.path, "rb") as file:
                while chunk := file.read(CHUNK):
                    digest.update(chunk)
            self._full = digest.hexdigest()
        return self._full

    def __lt__(self, other: File) -> bool:
        return self.path < other.path

    def __repr__(self) -> str:
        return f"File({self.path!r}, {self.size})"


class Progress:
    """Counts what was done; as a context manager it reports at the end, also after an error."""

    def __init__(self, enabled: bool, out: Optional[TextIO] = None) -> None:
        self.enabled = enabled
        self.out = out or sys.stderr
        self.counts: defaultdict[str, int] = defaultdict(int)

    def __getitem__(self, key: str) -> int:
        return self.counts[key]

    def count(self, what: str, number: int = 1) -> None:
        self.counts[what] += number

    def __enter__(self) -> Progress:
        return self

    def __exit__(self, kind: Any, error: Any, trace: Any) -> bool:
        if self.enabled:
            state = "failed" if kind else "done"
            summary = ", ".join(f"{number} {what}" for what, number in sorted(self.counts.items()))
            print(f"{state}: {summary or 'nothing'}", file=self.out)
        return False


@contextmanager
def working_folder(path: str) -> Iterator[str]:
    old = os.getcwd()
    os.chdir(path)
    try:
        yield path
    finally:
        os.chdir(old)


class Scanner:
    def __init__(
        self,
        include: Iterable[str] = (),
        exclude: Iterable[str] = (),
        minimum: int = 1,
        hidden: bool = False,
        progress: Optional[Progress] = None,
    ) -> None:
        self.include = list(include)
        self.exclude = list(exclude)
        self.minimum = minimum
        self.hidden = hidden
        self.progress = progress or Progress(False)
        self.seen: set[tuple[int, int]] = set()

    def wanted(self, name: str) -> bool:
        if not self.hidden and name.startswith("."):
            return False
        if any(fnmatch.fnmatch(name, pattern) for pattern in self.exclude):
            return False
        return not self.include or any(fnmatch.fnmatch(name, pattern) for pattern in self.include)

    def walk(self, root: str) -> Iterator[File]:
        """Yields the regular files below a folder, each inode once."""
        if not os.path.isdir(root):
            raise NotAFolder(root)
        for folder, folders, names in os.walk(root):
            folders[:] = sorted(f for f in folders if self.hidden or not f.startswith("."))
            self.progress.count("folders")
            for name in sorted(names):
                path = os.path.normpath(os.path.join(folder, name))
                if os.path.islink(path) or not self.wanted(name):
                    self.progress.count("skipped")
                    continue
                file = File(path, os.stat(path))
                if file.size < self.minimum or file.inode in self.seen:
                    self.progress.count("skipped")
                    continue
                self.seen.add(file.inode)
                self.progress.count("files")
                yield file


def partition(groups: Iterable[list[File]], key: Callable[[File], Any]) -> Iterator[list[File]]:
    """Splits each group by a key; groups of one are dropped."""
    for group in groups:
        parts: dict[Any, list[File]] = {}
        for file in group:
            parts.setdefault(key(file), []).append(file)
        yield from (part for part in parts.values() if len(part) > 1)


def find_duplicates(files: list[File], algorithm: str) -> list[list[File]]:
    groups: Iterable[list[File]] = partition([files], lambda file: file.size)
    groups = partition(groups, lambda file: file.head(algorithm))
    groups = partition(groups, lambda file: file.full(algorithm))
    result = [sorted(group) for group in groups]
    result.sort(key=lambda group: (-group[0].size * (len(group) - 1), group[0].path))
    return result


def keep_first(group: list[File]) -> File:
    return group[0]


def keep_shortest(group: list[File]) -> File:
    return min(group, key=lambda file: (len(file.path), file.path))


def keep_deepest(group: list[File]) -> File:
    return max(group, key=lambda file: (file.path.count(os.sep), file.path))


STRATEGIES: dict[str, Callable[[list[File]], File]] = {"first": keep_first, "shortest": keep_shortest, "deepest": keep_deepest}


class Action:
    verb = "would keep"

    def __init__(self, progress: Progress) -> None:
        self.progress = progress
        self.saved = 0

    def apply(self, kept: File, file: File) -> None:
        raise NotImplementedError

    def run(self, kept: File, group: list[File]) -> None:
        for file in group:
            if file is not kept:
                self.apply(kept, file)
                self.saved += file.size
                self.progress.count(self.verb)
                print(f"{self.verb} {file.path} (kept {kept.path})")


class Remove(Action):
    verb = "removed"

    def apply(self, kept: File, file: File) -> None:
        os.remove(file.path)


class Symlink(Action):
    verb = "linked"

    def apply(self, kept: File, file: File) -> None:
        target = os.path.relpath(kept.path, os.path.dirname(file.path) or ".")
        os.remove(file.path)
        os.symlink(target, file.path)


class Hardlink(Action):
    verb = "hard linked"

    def apply(self, kept: File, file: File) -> None:
        temporary = file.path + ".dedupe"
        os.link(kept.path, temporary)
        os.replace(temporary, file.path)


ACTIONS: dict[str, type[Action]] = {cls.__name__.lower(): cls for cls in (Remove, Symlink, Hardlink)}


def parse_size(text: str) -> int:
    number, suffix = text[:-1], text[-1:].lower()
    if suffix.isdigit():
        number, suffix = text, ""
    try:
        return int(number) * SUFFIXES[suffix]
    except (ValueError, KeyError):
        raise argparse.ArgumentTypeError(f"bad size {text!r}")


def report(groups: list[list[File]], algorithm: str, style: str) -> None:
    wasted = sum(group[0].size * (len(group) - 1) for group in groups)
    if style == "json":
        data = {
            "algorithm": algorithm,
            "wasted": wasted,
            "groups": [
                {"size": group[0].size, "digest": group[0].full(algorithm), "paths": [file.path for file in group]}
                for group in groups
            ],
        }
        print(json.dumps(data, indent=2, sort_keys=True))
        return
    for number, group in enumerate(groups, 1):
        digest = group[0].full(algorithm)
        print(f"{number}. {group[0].size} bytes, {len(group)} times, {algorithm} {digest[:16]}")
        for file in group:
            print(f"   {file.path}")
    print(f"{len(groups)} groups, {wasted} bytes wasted")


def manifest(files: Iterable[File], algorithm: str) -> None:
    for file in files:
        print(f"{file.full(algorithm)}  {file.path}")


def verify(path: str, algorithm: str) -> int:
    """Checks the files that a manifest names; returns how many are wrong."""
    wrong = 0
    with open(path, encoding="utf-8") as lines:
        for number, line in enumerate(lines, 1):
            try:
                digest, name = line.rstrip("\n").split("  ", 1)
            except ValueError:
                raise DedupeError(f"{path}:{number}: not a line of a manifest") from None
            try:
                actual = File(name, os.stat(name)).full(algorithm)
            except FileNotFoundError:
                print(f"{name}: missing")
                wrong += 1
                continue
            if actual != digest:
                print(f"{name}: changed")
                wrong += 1
    print("all files are as recorded" if not wrong else f"{wrong} files differ")
    return wrong


def parse_arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(
        prog="dedupe",
        description="Finds files with the same content.",
        epilog="Without an action nothing is changed.",
    )
    parser.add_argument("folders", nargs="*", default=["."], metavar="FOLDER")
    parser.add_argument("-C", "--directory", metavar="FOLDER", help="change to this folder first")
    parser.add_argument("-a", "--algorithm", default="sha256", metavar="NAME", help="digest (default: %(default)s)")
    parser.add_argument("-i", "--include", action="append", default=[], metavar="PATTERN")
    parser.add_argument("-x", "--exclude", action="append", default=[], metavar="PATTERN")
    parser.add_argument("-s", "--minimum", type=parse_size, default=1, metavar="SIZE", help="like 100, 4k or 1M")
    parser.add_argument("--hidden", action="store_true")
    parser.add_argument("--keep", choices=sorted(STRATEGIES), default="first")
    parser.add_argument("-v", "--verbose", action="count", default=0)
    parser.add_argument("--json", dest="style", action="store_const", const="json", default="text")
    modes = parser.add_mutually_exclusive_group()
    modes.add_argument("--action", choices=list(ACTIONS))
    modes.add_argument("--manifest", action="store_true", help="print digests of all files")
    modes.add_argument("--verify", metavar="FILE", help="compare with digests that --manifest printed")
    return parser.parse_args()


def run(options: argparse.Namespace) -> int:
    if options.verify:
        return 1 if verify(options.verify, options.algorithm) else 0
    with Progress(options.verbose > 0) as progress:
        scanner = Scanner(options.include, options.exclude, options.minimum, options.hidden, progress)
        files = [file for folder in options.folders for file in scanner.walk(folder)]
        if options.verbose > 1:
            for file in files:
                print(f"found {file!r}", file=sys.stderr)
        if options.manifest:
            manifest(files, options.algorithm)
            return 0
        groups = find_duplicates(files, options.algorithm)
        progress.count("groups", len(groups))
        if options.action is None:
            report(groups, options.algorithm, options.style)
            return 0
        action = ACTIONS[options.action](progress)
        for group in groups:
            kept = STRATEGIES[options.keep](group)
            action.run(kept, group)
        print(f"{action.saved} bytes saved")
    return 0


def main() -> int:
    options = parse_arguments()
    try:
        with working_folder(options.directory or "."):
            return run(options)
    except DedupeError as error:
        print(f"dedupe: {error}", file=sys.stderr)
        return error.exit_code
    except (OSError, ValueError) as error:
        print(f"dedupe: {type(error).__name__}: {error}", file=sys.stderr)
        return 3


if __name__ == "__main__":
    sys.exit(main())
