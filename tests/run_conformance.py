"""Compiles the test programs and compares what they do with what CPython did.

usage: run_conformance.py [--build DIR] [--variants dev,release,leak] [--jobs N] [-v] [NAME…]

NAME limits it to programs whose name contains it. Each program is run as a dev build, as a release
build and as a dev build under the leak check; it passes if all of them behave as recorded. A program
that Krait refuses fails, unless its header says `# refused: CODE`.
"""
import argparse
import concurrent.futures
import json
import os
import pathlib
import subprocess
import sys
import tempfile

import test_program

LEAKED = 99  # exit code of the leak check
COMPILE_TIMEOUT = 120


class Runner:
    def __init__(self, build, variants):
        self.krait = build / "bin/krait"
        self.variants = variants

    def compile(self, program, output, *options):
        return subprocess.run(
            [self.krait, "build", program.path, "-o", output, f"--types={program.types}", *options],
            stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.PIPE, timeout=COMPILE_TIMEOUT,
            env=test_program.ENVIRONMENT | {"KRAIT_VERIFY": "1"} | sanitizer_options())

    def check(self, program):
        """Returns "" or how the program fails."""
        try:
            with tempfile.TemporaryDirectory() as folder:
                if program.refused:
                    return self.check_refused(program, pathlib.Path(folder, "program"))
                return self.check_runs(program, pathlib.Path(folder))
        except subprocess.TimeoutExpired:
            return "the compiler timed out"
        except FileNotFoundError as error:
            return f"{error.filename} is missing"

    def check_refused(self, program, output):
        process = self.compile(program, output, "--error-format=json")
        try:
            found = json.loads(process.stderr)["diagnostics"]
        except (ValueError, KeyError):
            return f"exit {process.returncode}, no diagnostics: {process.stderr.decode(errors='replace')[:300]}"
        codes = sorted({d["code"] for d in found if d["severity"] == "error"})
        if process.returncode != 1 or codes != sorted(set(program.refused)):
            return f"exit {process.returncode} with {codes or 'no errors'}, expected {program.refused}"
        return ""

    def check_runs(self, program, folder):
        if not program.expected_path.exists():
            return "nothing is recorded: run tests/record.py"
        expected = program.expected()
        for variant in self.variants:
            if variant not in program.variants:
                continue
            output = folder / ("release" if variant == "release" else "dev")
            if not output.exists():
                options = ["--release"] if variant == "release" else []
                process = self.compile(program, output, *options)
                if process.returncode != 0:
                    return f"{variant}: not compiled (exit {process.returncode})\n" + excerpt(process.stderr)
            leak = {"KRAIT_LEAKCHECK": "1"} if variant == "leak" else {}
            got = program.run([str(program.path)], executable=str(output), **leak)
            if leak:
                if got["exit"] == LEAKED:
                    return f"{variant}: memory is not freed: {''.join(got['stderr']).strip()[:300]}"
                got["stderr"] = expected["stderr"]
            for key in ("stdout", "stderr", "exit"):
                if got[key] != expected[key]:
                    return f"{variant}: " + difference(key, got[key], expected[key], got)
        return ""


def sanitizer_options():
    return {name: value for name, value in os.environ.items() if name in ("ASAN_OPTIONS", "UBSAN_OPTIONS")}


def excerpt(output):
    lines = output.decode(errors="replace").splitlines()
    return "\n".join("        " + line for line in lines[:8])


def difference(key, got, expected, result):
    """The first difference of two values that are lists of lines or exit codes."""
    if not isinstance(got, list):
        return f"exit code {got}, expected {expected}; {''.join(result['stderr'])[-300:].strip()}"
    for number in range(max(len(got), len(expected))):
        lines = [side[number] if number < len(side) else "(end)" for side in (got, expected)]
        if lines[0] != lines[1]:
            return f"{key}, line {number + 1}\n        got      {lines[0]!r:.300}\n        expected {lines[1]!r:.300}"
    return f"{key} differs"


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--build", type=pathlib.Path, default=test_program.ROOT / "build")
    parser.add_argument("--variants", default="dev,release,leak")
    parser.add_argument("--jobs", type=int, default=os.cpu_count())
    parser.add_argument("-v", "--verbose", action="store_true", help="name the programs that pass, too")
    parser.add_argument("names", nargs="*")
    options = parser.parse_args()
    programs = test_program.find(options.names)
    runner = Runner(options.build.resolve(), options.variants.split(","))
    failed = 0
    with concurrent.futures.ThreadPoolExecutor(options.jobs) as pool:
        for program, problem in zip(programs, pool.map(runner.check, programs)):
            if problem:
                failed += 1
                print(f"FAIL {program.name}: {problem}", flush=True)
            elif options.verbose:
                print(f"ok   {program.name}", flush=True)
    print(f"{len(programs) - failed} passed, {failed} failed")
    sys.exit(1 if failed else 0)


if __name__ == "__main__":
    main()
