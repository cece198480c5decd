#!/usr/bin/env python3
"""Runs `krait check` over every .py file of folders (by default the machine's Python installation).

Each file must end with a verdict within the time and memory limits: no crash, no internal error. Prints how far
inference came, from `--stats`. Usage: tests/corpus.py [--build DIR] [--sample N] [--jobs N] [FOLDER…]
"""
import argparse
import collections
import concurrent.futures
import os
import pathlib
import random
import re
import resource
import subprocess
import sys
import tempfile

ROOT = pathlib.Path(__file__).resolve().parent.parent
SECONDS = 10
MEMORY = 4 << 30


def limits():
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    resource.setrlimit(resource.RLIMIT_CPU, (SECONDS * 3, SECONDS * 3))


def check(compiler, path):
    """(what went wrong or "", numbers of --stats, seconds of CPU time, codes reported)."""
    with tempfile.TemporaryFile() as errors:
        process = subprocess.Popen([compiler, "check", "--stats", path], stdin=subprocess.DEVNULL,
                                   stdout=subprocess.DEVNULL, stderr=errors, preexec_fn=limits)
        _, status, usage = os.wait4(process.pid, 0)
        process.returncode = code = os.waitstatus_to_exitcode(status)
        errors.seek(0)
        text = errors.read().decode(errors="replace")
    seconds = usage.ru_utime + usage.ru_stime
    numbers = {m[1]: int(m[2]) for m in re.finditer(r"^ {0,2}([a-z][a-z ]+?) +(\d+)(?: +[\d.]+ %)?$", text, re.M)}
    codes = re.findall(r"^(?:error|warning)\[(K\d+)\]", text, re.M)
    if code not in (0, 1):
        lines = text.strip().splitlines()
        return f"exit {code}: {' '.join(lines[-3:])[:200]}", numbers, seconds, codes
    if seconds > SECONDS:
        return f"slow: {seconds:.1f} s", numbers, seconds, codes
    return "", numbers, seconds, codes


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--build", default="build")
    parser.add_argument("--sample", type=int, default=0)
    parser.add_argument("--jobs", type=int, default=2)
    parser.add_argument("folders", nargs="*")
    options = parser.parse_args()
    folders = [pathlib.Path(f) for f in options.folders] or sorted(pathlib.Path("/usr/lib").glob("python3*"))
    files = sorted({p for folder in folders for p in folder.rglob("*.py")})
    if options.sample:
        files = random.Random(1).sample(files, min(options.sample, len(files)))
    compiler = ROOT / options.build / "libexec/krait/krait-compiler"
    total, codes, failed = collections.Counter(), collections.Counter(), 0
    times, full = [], 0
    with concurrent.futures.ThreadPoolExecutor(options.jobs) as pool:
        for path, (wrong, numbers, seconds, reported) in zip(files, pool.map(lambda p: check(compiler, p), files)):
            total.update(numbers)
            codes.update(reported)
            times.append(seconds)
            full += bool(numbers) and numbers["inferred"] == numbers["functions"]
            syntax = "K0101" in reported and not numbers.get("functions")
            if wrong:
                failed += 1
                print(f"{path}: {wrong}", flush=True)
            elif syntax:
                total["files with syntax errors"] += 1
            elif numbers.get("functions", 0) > numbers.get("inferred", 0):
                print(f"{path}: {numbers['inferred']} of {numbers['functions']} functions", flush=True)
    print(f"{len(files)} files, {sum(times):.0f} s, the slowest {max(times, default=0):.1f} s; every function inferred in {full}")
    for name, of in (("functions", None), ("inferred", "functions"), ("called in the program", "functions"),
                     ("signature known", "functions"), ("values", None), ("type known", "values"),
                     ("files with syntax errors", None)):
        share = f"  {100 * total[name] / total[of]:.1f} %" if of and total[of] else ""
        print(f"{name:26}{total[name]:10}{share}")
    print("reported:", ", ".join(f"{code} {n}" for code, n in sorted(codes.items())))
    print(f"{len(files) - failed} passed, {failed} failed")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
