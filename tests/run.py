"""Runs every test suite and prints one total: run.py [--build DIR] [--only NAME…] [--skip NAME…] [--timeout SECONDS]

Suites are: unit tests (googletest executables DIR/unit_*), scripts that end with the line
`N passed, N failed` (tests/checks/*.py, tests/*/run.py, tests/run_conformance.py), each called with
`--build=DIR`. A suite that does not end properly counts as one failure.
"""
import argparse
import pathlib
import re
import subprocess
import sys
import time

ROOT = pathlib.Path(__file__).resolve().parent.parent
TOTAL = re.compile(r"^(\d+) passed, (\d+) failed$")
MAX_DETAIL_LINES = 60
TIMEOUT = 3000


def suites(build):
    """(name, command, counting function) of each suite, quick ones first."""
    for script in sorted((ROOT / "tests/checks").glob("*.py")):
        yield script.stem, [sys.executable, script, f"--build={build}"], script_counts
    for program in sorted(build.glob("unit_*")):
        if program.is_file() and not program.suffix:
            yield program.name, [program, "--gtest_brief=1"], gtest_counts
    for script in sorted((ROOT / "tests").glob("*/run.py")):
        yield script.parent.name, [sys.executable, script, f"--build={build}"], script_counts
    yield "conformance", [sys.executable, ROOT / "tests/run_conformance.py", f"--build={build}"], script_counts


def script_counts(output, code):
    """(passed, failed) of a script's output; the line has to be the last one."""
    lines = output.rstrip().splitlines()
    match = TOTAL.match(lines[-1]) if lines else None
    if not match:
        return 0, 1
    passed, failed = int(match[1]), int(match[2])
    # A script that says all is well must also exit with 0, and one that ran nothing proves nothing.
    return passed, failed or int(code != 0 or passed == 0)


def gtest_counts(output, code):
    passed = sum(map(int, re.findall(r"^\[  PASSED  \] (\d+) tests?\.", output, re.M)))
    failed = len(re.findall(r"^\[  FAILED  \] \S+ \(\d+ ms\)$", output, re.M))
    return passed, failed or int(code != 0 or passed == 0)


def run_suite(name, command, counts, timeout):
    """Runs one suite, prints its line (and what it said, if something failed); returns the counts."""
    start = time.monotonic()
    try:
        process = subprocess.run(list(map(str, command)), stdout=subprocess.PIPE, stderr=subprocess.STDOUT,
                                 stdin=subprocess.DEVNULL, text=True, errors="replace", cwd=ROOT, timeout=timeout)
        output, code = process.stdout, process.returncode
    except subprocess.TimeoutExpired as error:
        output, code = (error.stdout or b"").decode(errors="replace") + "\ntimed out", -1
    passed, failed = counts(output, code)
    print(f"{name:28} {passed:6} passed {failed:6} failed {time.monotonic() - start:8.1f} s", flush=True)
    if failed:
        lines = output.rstrip().splitlines()
        for line in lines[:MAX_DETAIL_LINES]:
            print("    " + line)
        if len(lines) > MAX_DETAIL_LINES:
            print(f"    … {len(lines) - MAX_DETAIL_LINES} more lines; run: {' '.join(map(str, command))}")
    return passed, failed


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--build", type=pathlib.Path, default=ROOT / "build")
    parser.add_argument("--only", nargs="+", default=[])
    parser.add_argument("--skip", nargs="+", default=[])
    parser.add_argument("--timeout", type=int, default=TIMEOUT, help="seconds a suite may take")
    options = parser.parse_args()
    build = options.build.resolve()
    passed = failed = 0
    for name, command, counts in suites(build):
        if name in options.skip or (options.only and name not in options.only):
            continue
        good, bad = run_suite(name, command, counts, options.timeout)
        passed += good
        failed += bad
    print(f"{passed} passed, {failed} failed")
    sys.exit(1 if failed or not passed else 0)


if __name__ == "__main__":
    main()
