#!/usr/bin/python3
"""Compares krait-syntax with this Python's ast and compile() over real files.

compare_ast.py SYNTAX [--sample N] [--jobs N] [path...]

Every .py under the paths (by default the standard library with its tests, and dist-packages) must be
accepted exactly if compile() accepts it, and then give the tree that ast.dump prints with positions.
Positions inside f-strings are compared to later Pythons elsewhere (record_314.mjs) and left out here.
"""
import argparse
import ast
import multiprocessing
import os
import random
import re
import subprocess
import sys
import warnings

DEFAULT_PATHS = ["/usr/lib/python3.11", "/usr/lib/python3/dist-packages"]
POSITION = re.compile(
    r"(?:, |(?<=\())lineno=\d+, col_offset=\d+, end_lineno=\d+, end_col_offset=\d+\)")
OWN_POSITION = re.compile(POSITION.pattern + "$")
MAX_FILES_PER_RUN = 40


TOKEN = re.compile(r"""JoinedStr\(|[()]|'(?:[^'\\]|\\.)*'|"(?:[^"\\]|\\.)*\"""", re.S)


def strip_inside(dump):
    """Drops the positions of what stands inside JoinedStr nodes; the node's own stays."""
    out, done = [], 0
    depth, start, start_depth = 0, -1, 0
    for m in TOKEN.finditer(dump):
        c = m.group()
        if c == ")":
            depth -= 1
            if start >= 0 and depth == start_depth:
                inner = dump[start:m.end()]
                own = OWN_POSITION.search(inner, max(0, len(inner) - 120))
                out += [dump[done:start], POSITION.sub(")", inner[:own.start()]), own.group()]
                done, start = m.end(), -1
        elif c == "(":
            depth += 1
        elif c == "JoinedStr(":
            if start < 0:
                start, start_depth = m.start(), depth
            depth += 1
    out.append(dump[done:])
    return "".join(out)


def oracle(path):
    """('ok', dump) or ('refused', message) as this Python sees the file."""
    with open(path, "rb") as f:
        data = f.read()
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            compile(data, path, "exec", dont_inherit=True)
            tree = ast.parse(data, path)
    except (SyntaxError, ValueError, RecursionError, MemoryError, UnicodeDecodeError) as e:
        return "refused", "%s: %s" % (type(e).__name__, getattr(e, "msg", None) or e)
    return "ok", ast.dump(tree, include_attributes=True)


def first_difference(a, b):
    for i, (x, y) in enumerate(zip(a, b)):
        if x != y:
            return i
    return min(len(a), len(b))


def compare(job):
    syntax, paths = job
    run = subprocess.run([syntax, "--dump"], input="\n".join(paths) + "\n", capture_output=True,
                         text=True, errors="surrogateescape")
    got = {}
    lines = run.stdout.split("\n")
    i = 0
    while i < len(lines):
        verdict, _, path = lines[i].partition(" ")
        if verdict == "ok":
            got[path] = ("ok", lines[i + 1])
            i += 2
        elif verdict in ("refused", "unreadable"):
            messages = []
            i += 1
            while i < len(lines) and lines[i].startswith("\t"):
                messages.append(lines[i])
                i += 1
            got[path] = (verdict, "; ".join(messages))
        else:
            i += 1
    failures = []
    for path in paths:
        want = oracle(path)
        have = got.get(path, ("crashed", "exit status %d %s" % (run.returncode, run.stderr[-300:])))
        if want[0] != have[0]:
            failures.append((path, "CPython %s %s\n    krait %s %s" % (
                want[0], want[1][:120] if want[0] != "ok" else "", have[0],
                have[1][:200] if have[0] != "ok" else "")))
        elif want[0] == "ok" and want[1] != have[1]:
            a, b = want[1], have[1]
            if "JoinedStr(" in a:
                a, b = strip_inside(a), strip_inside(b)
            if a != b:
                d = first_difference(a, b)
                failures.append((path, "trees differ\n    CPython …%s\n    krait   …%s" % (
                    a[max(0, d - 150):d + 120], b[max(0, d - 150):d + 120])))
    return len(paths), failures


def files_under(paths):
    found = []
    for top in paths:
        if os.path.isfile(top):
            found.append(top)
        for root, dirs, names in os.walk(top):
            dirs.sort()
            found += [os.path.join(root, n) for n in sorted(names) if n.endswith(".py")]
    return found


def run(syntax, paths, sample=0, jobs=2, seed=1):
    """Compares; returns (passed, failures)."""
    files = files_under(paths or DEFAULT_PATHS)
    rng = random.Random(seed)
    rng.shuffle(files)  # spreads the large files
    if sample:
        files = files[:sample]
    work = [(syntax, files[i:i + MAX_FILES_PER_RUN]) for i in range(0, len(files), MAX_FILES_PER_RUN)]
    total, failures = 0, []
    with multiprocessing.Pool(jobs) as pool:
        for count, bad in pool.imap_unordered(compare, work):
            total += count
            failures += bad
    return total - len(failures), failures


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("syntax")
    parser.add_argument("paths", nargs="*")
    parser.add_argument("--sample", type=int, default=0)
    parser.add_argument("--jobs", type=int, default=2)
    options = parser.parse_args()
    passed, failures = run(options.syntax, options.paths, options.sample, options.jobs)
    for path, what in sorted(failures):
        print("FAIL %s: %s" % (path, what))
    print("%d passed, %d failed" % (passed, len(failures)))
    return 1 if failures else 0


if __name__ == "__main__":
    sys.exit(main())
