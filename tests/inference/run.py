"""Checks what the compiler inferred against what programs do: run.py [--build DIR] [--jobs N] [--humaneval FILE]
[--fuzz N] [--seed N]
[--deep] [-v] [NAME…]

Every conformance program that is compiled (NAME limits it to those whose name contains it) runs under CPython, with
probe.py comparing the values it meets with the inferred types. A program fails if a value is in none of the types of
its place, or if no value was compared. --humaneval: the programs of that benchmark (see tests/humaneval.py) instead;
--fuzz: N random functions of tests/fuzz instead. --deep compares more values of each program, and takes longer.
"""
import argparse
import concurrent.futures
import json
import os
import pathlib
import subprocess
import sys
import tempfile

ROOT = pathlib.Path(__file__).resolve().parent.parent.parent
sys.path[:0] = [str(ROOT / "tests"), str(ROOT / "tests/fuzz")]
import generate
import humaneval
import test_program

PROBE = ROOT / "tests/inference/probe.py"
BATCH = 20
COMPILE_TIMEOUT = 120
RUN_TIMEOUT = 120


# Uses each of the constructors that BROKEN leaves out of all types.
SAMPLE = """
class P:
    def __init__(self, x):
        self.x = x
        self.next = None

def f(a, b=None):
    try:
        return [str(a)], {a: (b, 1.5)}
    except ValueError as e:
        return [], {}

def g(n):
    for i in range(n):
        yield i == 1

p = P(3)
p.next = P(4)
print(f(1), list(g(3)), p.next.x, [lambda: 1][0]())
try:
    int("x")
except ValueError as e:
    print(e)
"""
BROKEN = ("int", "str", "float", "bool", "None", "tuple", "object", "function", "class")


class Outcome:
    def __init__(self, problem="", report=None):
        self.problem = problem
        self.report = report or {"values": 0, "mismatches": [], "complete": True, "calls": 0, "lines": 0}
        if self.report["mismatches"] and not problem:
            self.problem = "\n".join(f"{place}: inferred {inferred}, seen {seen}"
                                     for place, inferred, seen in self.report["mismatches"])
        elif not problem and not self.report["values"]:
            self.problem = "no value was compared"


def without(constructor):
    """A change of the types: nothing is of this constructor any more."""
    def change(data):
        data["types"] = [[a for a in t if a[0] != constructor] for t in data["types"]]
    return change


def check(krait, program, limits, change=None):
    """Compiles and runs one test program; `change` spoils the types before."""
    with tempfile.TemporaryDirectory() as folder:
        types, report = pathlib.Path(folder, "types.json"), pathlib.Path(folder, "report.json")
        built = subprocess.run([krait, "build", "--emit=types-json", program.path, "-o", types, f"--types={program.types}"],
                               stdin=subprocess.DEVNULL, capture_output=True, timeout=COMPILE_TIMEOUT,
                               env=test_program.ENVIRONMENT)
        if built.returncode:
            return Outcome(f"not compiled (exit {built.returncode}): {built.stderr.decode(errors='replace').strip()[:300]}")
        if change:
            data = json.loads(types.read_text())
            change(data)
            types.write_text(json.dumps(data))
        stdin = program.path.with_suffix(".stdin")
        scratch = pathlib.Path(folder, "scratch")
        scratch.mkdir()
        try:
            ran = subprocess.run(
                [test_program.ORACLE, "-W", "ignore", PROBE, types, report, program.path, *program.arguments], cwd=scratch,
                env=test_program.ENVIRONMENT | limits,
                input=stdin.read_bytes() if stdin.exists() else b"", capture_output=True, timeout=RUN_TIMEOUT)
        except subprocess.TimeoutExpired:
            return Outcome("timed out")
        if not report.exists():
            return Outcome(f"no report (exit {ran.returncode}): {ran.stderr.decode(errors='replace').strip()[-300:]}")
        return Outcome(report=json.loads(report.read_text()))


def unnoticed(krait, folder, limits):
    """Does the comparison see that types are too narrow? The constructors whose absence it does not notice."""
    file = pathlib.Path(folder, "sample.py")
    file.write_text(SAMPLE, encoding="utf-8")
    program = test_program.Program(file, [], "standard", False, [])
    if check(krait, program, limits).problem:
        return ["nothing is left out"]
    return [c for c in BROKEN if not check(krait, program, limits, without(c)).report["mismatches"]]


def humaneval_programs(path, folder):
    """The benchmark's programs as files in `folder`, without those that are refused."""
    programs = []
    for row in humaneval.read(path):
        number = int(row["task_id"].split("/")[1])
        if number in humaneval.REFUSED:
            continue
        file = pathlib.Path(folder, f"humaneval_{number}.py")
        file.write_text(humaneval.program(row), encoding="utf-8")
        programs.append(test_program.Program(file, [], "standard", False, []))
    return programs


def fuzz_programs(seed, count, folder):
    """Random programs of BATCH functions each, as files in `folder`."""
    programs = []
    for first in range(0, count, BATCH):
        file = pathlib.Path(folder, f"fuzz_{seed}_{first}.py")
        file.write_text(generate.program(seed, range(first, min(first + BATCH, count))), encoding="utf-8")
        programs.append(test_program.Program(file, [], "standard", False, []))
    return programs


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--build", type=pathlib.Path, default=ROOT / "build")
    parser.add_argument("--jobs", type=int, default=os.cpu_count())
    parser.add_argument("--humaneval", type=pathlib.Path)
    parser.add_argument("--fuzz", type=int)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--deep", action="store_true")
    parser.add_argument("-v", "--verbose", action="store_true", help="a line for each program")
    parser.add_argument("names", nargs="*")
    options = parser.parse_args()
    krait = options.build.resolve() / "bin/krait"
    limits = {"PROBE_SECONDS": "60", "PROBE_FACTOR": "50"} if options.deep else {"PROBE_SECONDS": "2"}
    with tempfile.TemporaryDirectory() as folder:
        if options.humaneval:
            programs = humaneval_programs(options.humaneval, folder)
        elif options.fuzz:
            programs = fuzz_programs(options.seed, options.fuzz, folder)
        else:
            # A function that another one replaces before anything can see it has no place in what the compiler knows.
            programs = [p for p in test_program.find(options.names)
                        if not p.refused and "# inference: not compared" not in p.path.read_text(errors="replace")]
        failed = values = calls = lines = cut = 0
        blind = unnoticed(krait, folder, limits)
        for constructor in blind:
            print(f"FAIL the comparison does not notice types without {constructor}")
        with concurrent.futures.ThreadPoolExecutor(options.jobs) as pool:
            for program, outcome in zip(programs, pool.map(lambda p: check(krait, p, limits), programs)):
                name = program.path.stem if options.humaneval or options.fuzz else program.name
                values += outcome.report["values"]
                calls += outcome.report["calls"]
                lines += outcome.report["lines"]
                cut += not outcome.report["complete"]
                failed += bool(outcome.problem)
                for line in outcome.problem.splitlines():
                    print(f"FAIL {name}: {line}", flush=True)
                if options.verbose:
                    print(f"{name}: {outcome.report['values']} values, {outcome.report['calls']} calls", flush=True)
    print(f"{values} values compared, in {calls} calls and {lines} lines; {cut} programs only in part")
    print(f"{len(programs) - failed + len(BROKEN) - len(blind)} passed, {failed + len(blind)} failed")
    sys.exit(1 if failed or blind or not programs else 0)


if __name__ == "__main__":
    main()
