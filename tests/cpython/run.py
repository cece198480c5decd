"""Compares Krait with CPython on CPython's own tests, one program a test method.

usage: run.py [--build DIR] [--jobs N] [--measure] [--only TEXT] [--keep DIR] [--table] [-v] [FILE…]

slicer.py cuts the installed test files (Debian's libpython3.11-testsuite) into programs, which are compiled with
--types=dynamic and run under the leak check. Without further words it is a test: the methods that were equal when
tests/cpython/results.json was written still are. With FILE (test_int) or --measure (all FILES) it tries every method and
says what becomes of it. --only limits it to methods whose name contains TEXT, --keep leaves the programs that are not
equal in DIR, --table writes results.json and docs/cpython_tests.md (files that are not named keep their numbers).
Run it with /usr/bin/python3, the CPython that is compared with.
"""
import argparse
import collections
import concurrent.futures
import json
import os
import pathlib
import re
import resource
import shutil
import subprocess
import sys
import tempfile
import threading

import slicer
import table

ROOT = pathlib.Path(__file__).resolve().parent.parent.parent
FILES = ["test_int", "test_long", "test_float", "test_complex", "test_bool", "test_unicode", "test_bytes", "test_list",
         "test_tuple", "test_dict", "test_set", "test_range", "test_slice", "test_builtin", "test_format", "test_fstring",
         "test_io", "test_file", "test_sort", "test_enumerate", "test_hash", "test_memoryview", "test_numeric_tower",
         "test_pow", "test_userdict", "test_userlist", "test_userstring", "test_calendar", "test_time", "test_strptime",
         "datetimetester", "test_random", "test_heapq", "test_bisect", "test_operator", "test_enum", "test_functools",
         "test_itertools", "test_contextlib", "test_collections", "test_re", "test_dataclasses", "test_csv", "test_string",
         "test_textwrap", "test_memoryio"]
ORACLE = "/usr/bin/python3"
ENVIRONMENT = {"PATH": "/usr/bin:/bin", "HOME": "/nonexistent", "LC_ALL": "C.UTF-8", "PYTHONHASHSEED": "0",
               "PYTHONDONTWRITEBYTECODE": "1"}
COMPILE_SECONDS = 240 if "ASAN_OPTIONS" in os.environ else 60
RUN_SECONDS = 20
MEMORY = 6 << 30
LEAKED = 99  # exit code of the leak check
SLICING = threading.Lock()  # the slicer's trees are shared


SANITIZER = {name: value for name, value in os.environ.items() if name in ("ASAN_OPTIONS", "UBSAN_OPTIONS")}


def limit_memory():
    if not SANITIZER:  # a sanitized compiler reserves terabytes of addresses
        resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def execute(command, folder, seconds, **environment):
    """Runs a command in `folder`: (exit code, output, errors), or None if it takes too long."""
    try:
        done = subprocess.run(command, cwd=folder, env=ENVIRONMENT | SANITIZER | environment, stdin=subprocess.DEVNULL,
                              capture_output=True, timeout=seconds, preexec_fn=limit_memory)
    except subprocess.TimeoutExpired:
        return None
    return done.returncode, done.stdout.decode(errors="replace"), done.stderr.decode(errors="replace")


def in_scratch(command, seconds, **environment):
    """Runs a program in an empty folder."""
    with tempfile.TemporaryDirectory() as folder:
        return execute(command, folder, seconds, **environment)


def write(files, folder):
    """Puts a program's files into a folder."""
    for name, text in files.items():
        pathlib.Path(folder, name).write_text(text, encoding="utf-8")


def passes(expected):
    return expected is not None and expected[0] == 0 and expected[1].endswith("ok\n")


def verdict(krait, expected, folder):
    """(class, detail) of the program in `folder`, of which CPython's end is known: equal, refused, different, crashed,
    timeout, leak or out of scope."""
    main, output = pathlib.Path(folder, "main.py"), pathlib.Path(folder, "program")
    if expected is None:
        return "out of scope", "CPython takes too long"
    if expected[0] != 0:
        return "out of scope", "slice fails in CPython: " + (last_line(expected[1]) or last_line(expected[2]))
    if not passes(expected):
        return "out of scope", "skipped by CPython"
    built = execute([krait, "build", main, "-o", output, "--types=dynamic", "--error-format=json"], folder,
                    COMPILE_SECONDS, KRAIT_VERIFY="1")
    if built is None:
        return "timeout", "compiler"
    if built[0] != 0:
        return refusal(built)
    got = in_scratch([output], RUN_SECONDS, KRAIT_LEAKCHECK="1")
    output.unlink()
    if got is None:
        return "timeout", "program"
    if got[0] < 0 or got[0] > 1 and got[0] != LEAKED:
        return "crashed", f"program ends with {got[0]}: {last_line(got[2])}"
    if got[1] != expected[1]:
        return "different", first_difference(got, expected)
    if got[0] == LEAKED:
        return "leak", last_line(got[2])
    return ("equal", "") if got[0] == expected[0] else ("different", f"exit code {got[0]}")


def refusal(built):
    """The verdict on a program that was not compiled."""
    try:
        errors = [d for d in json.loads(built[2])["diagnostics"] if d["severity"] == "error"]
    except (ValueError, KeyError):
        errors = []
    if built[0] != 1 or not errors:
        inner = re.search(r"internal error: (.*?)( \(/.*)?$", built[2], re.M)
        return "crashed", f"compiler ends with {built[0]}: {inner[1][:200] if inner else last_line(built[2])}"
    return "refused", f"{errors[0]['code']} {errors[0]['message']}"


def last_line(text):
    return (text.strip().splitlines() or [""])[-1][:160]


def first_difference(got, expected):
    """The first line that a program printed instead."""
    if not got[1]:
        return last_line(got[2])
    for one, other in zip(got[1].splitlines() + ["(end)"], expected[1].splitlines() + ["(end)"]):
        if one != other:
            return one[:160]
    return last_line(got[2])


def check(krait, case, keep):
    """(name, class, detail) of one case."""
    # What a setUp prepares for other methods is no business of this one, if CPython passes it without.
    for fixtures in (False, True):
        try:
            with SLICING:
                files = slicer.slice_case(case, fixtures)
        except slicer.OutOfScope as reason:
            return case.name, "out of scope", str(reason)
        with tempfile.TemporaryDirectory() as folder:
            write(files, folder)
            expected = in_scratch([ORACLE, pathlib.Path(folder, "main.py")], RUN_SECONDS)
        if passes(expected):
            break
    with tempfile.TemporaryDirectory() as folder:
        write(files, folder)
        kind, detail = verdict(krait, expected, folder)
        detail = detail.replace(folder, "…").replace(str(krait.parent.parent), "…")
        detail = re.sub("0x[0-9a-f]{6,}", "0x…", detail)
        if keep and kind != "equal":
            shutil.copytree(folder, keep / kind.replace(" ", "_") / case.name, dirs_exist_ok=True)
    return case.name, kind, detail


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--build", type=pathlib.Path, default=ROOT / "build")
    parser.add_argument("--jobs", type=int, default=os.cpu_count())
    parser.add_argument("--measure", action="store_true")
    parser.add_argument("--only", default="")
    parser.add_argument("--keep", type=pathlib.Path)
    parser.add_argument("--table", action="store_true")
    parser.add_argument("-v", "--verbose", action="store_true", help="print every method, not only crashes and differences")
    parser.add_argument("files", nargs="*")
    options = parser.parse_args()
    krait = options.build.resolve() / "bin/krait"
    measured = options.measure or options.table or options.files
    total = collections.Counter()
    with concurrent.futures.ThreadPoolExecutor(options.jobs) as pool:
        for file in options.files or [f for f in FILES if (slicer.INSTALLED / f"{f}.py").exists()]:
            wanted = {case.name: case for case in slicer.cases(file) if options.only in case.name}
            if not measured:
                wanted = {name: wanted[name] for name in table.known_equal(wanted, file)}
            results = []
            for result in pool.map(lambda case: check(krait, case, options.keep), wanted.values()):
                if not measured and result[1] != "equal":  # on a busy machine a clock may tell two runs apart, but not twice
                    result = check(krait, wanted[result[0]], options.keep)
                results.append(result)
                kind = result[1]
                if options.verbose or kind in ("different", "crashed", "timeout", "leak") or not measured and kind != "equal":
                    print(f"{result[1]:12} {result[0]}: {result[2]}", flush=True)
            counts = collections.Counter(kind for _, kind, _ in results)
            if measured:
                print(f"{file}: " + summary(counts), flush=True)
            total += counts
            if options.table:
                table.store(file, results)
    if options.table:
        table.write()
    if measured:
        print(summary(total))
        return 0
    failed = sum(total.values()) - total["equal"]
    print(f"{total['equal']} passed, {failed} failed")
    return int(failed > 0)


def summary(counts):
    return ", ".join(f"{counts[kind]} {kind}" for kind in table.KINDS if counts[kind])


if __name__ == "__main__":
    sys.exit(main())
