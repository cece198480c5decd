"""Compares Krait with CPython, PyPy and Rust: run.py [--build DIR] [--rounds N] [--quick] [NAME…]

Every program of bench/programs exists in Python and as a Rust twin (rustc -O for the same processor
level). All contenders run in turn, round by round, so that a change of the machine's mood hits all of
them; the tables show the medians of CPU time (user + system) and of peak memory, and how many times as
much each takes as Krait. Contenders that are not installed, or that fail, are left out and named.
A contender whose output differs from CPython's is an error.
"""
import argparse
import pathlib
import shutil
import statistics
import subprocess
import sys
import tempfile

ROOT = pathlib.Path(__file__).resolve().parent.parent
PROGRAMS = ROOT / "bench/programs"
TEXT = "/usr/share/common-licenses/GPL-3"
TARGET_CPU = "x86-64-v2"  # what `krait build --release` compiles for
# name: arguments, arguments of --quick
CASES = {
    "nbody": (["2000000"], ["20000"]),
    "fannkuch": (["10"], ["7"]),
    "sieve": (["2000000", "20"], ["200000", "1"]),
    "wordcount": ([TEXT, "1000"], [TEXT, "3"]),
    "binary_trees": (["18"], ["10"]),
}
CONTENDERS = ["krait", "cpython", "pypy", "rust"]


class Meter:
    """Measures commands through bench/measure.c."""

    def __init__(self, folder):
        self.program, self.report = folder / "measure", folder / "report"
        subprocess.run(["clang-22", "-O2", "-static", ROOT / "bench/measure.c", "-o", self.program], check=True)

    def measure(self, command):
        """Runs a command; returns (CPU seconds, peak memory in MB, output). Raises if it fails."""
        process = subprocess.run([self.program, self.report, *command], stdout=subprocess.PIPE,
                                 stdin=subprocess.DEVNULL, check=True)
        code, seconds, kilobytes = self.report.read_text().split()
        if code != "0":
            raise RuntimeError(f"{command[0]} exited with {code}")
        return float(seconds), int(kilobytes) / 1024, process.stdout


def prepare(name, build, folder):
    """Compiles what needs compiling. Returns {contender: command} and the reasons for missing ones."""
    source = PROGRAMS / f"{name}.py"
    commands, missing = {}, {}
    if shutil.which("/usr/bin/python3"):
        commands["cpython"] = ["/usr/bin/python3", source]
    if shutil.which("pypy3"):
        commands["pypy"] = [shutil.which("pypy3"), source]
    compilers = {
        "krait": [build / "bin/krait", "build", "--release", source, "-o", folder / f"{name}.krait"],
        "rust": ["rustc", "-O", "-C", f"target-cpu={TARGET_CPU}", PROGRAMS / f"{name}.rs",
                 "-o", folder / f"{name}.rust"],
    }
    for contender, command in compilers.items():
        try:
            process = subprocess.run(command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)
        except FileNotFoundError:
            missing[contender] = f"{command[0]} is not installed"
            continue
        if process.returncode == 0:
            commands[contender] = [folder / f"{name}.{contender}"]
        else:
            missing[contender] = process.stdout.strip().splitlines()[0] if process.stdout else "not compiled"
    for contender in CONTENDERS:
        if contender not in commands:
            missing.setdefault(contender, "not installed")
    return commands, missing


def compare(name, arguments, build, rounds, folder, meter):
    """Runs one program under all contenders; returns {contender: (seconds, megabytes)}, missing."""
    commands, missing = prepare(name, build, folder)
    times = {contender: [] for contender in commands}
    memory = {contender: [] for contender in commands}
    expected = None
    for _ in range(rounds):
        for contender in [c for c in ["cpython", "krait", "pypy", "rust"] if c in times]:
            try:
                seconds, megabytes, output = meter.measure([*commands[contender], *arguments])
            except RuntimeError as error:
                missing[contender] = str(error)
                del times[contender], memory[contender]
                continue
            expected = expected or output
            if output != expected:
                sys.exit(f"{name}: {contender} prints something else than CPython:\n{output.decode()[:500]}")
            times[contender].append(seconds)
            memory[contender].append(megabytes)
    return {c: (statistics.median(times[c]), statistics.median(memory[c])) for c in times}, missing


def print_table(title, unit, results, index):
    print(f"\n{title}")
    print(f"{'':14}" + "".join(f"{c:>12}" for c in CONTENDERS) + "".join(f"{c + '/krait':>16}" for c in CONTENDERS[1:]))
    for name, row in results.items():
        cells = [f"{row[c][index]:>{12 - len(unit)}.2f}{unit}" if c in row else f"{'-':>12}" for c in CONTENDERS]
        ratios = [f"{row[c][index] / row['krait'][index]:>15.2f}x" if c in row and "krait" in row else f"{'-':>16}"
                  for c in CONTENDERS[1:]]
        print(f"{name:14}" + "".join(cells) + "".join(ratios))


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--build", type=pathlib.Path, default=ROOT / "build")
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--quick", action="store_true", help="small inputs: does it work at all?")
    parser.add_argument("names", nargs="*")
    options = parser.parse_args()
    results, reasons = {}, []
    with tempfile.TemporaryDirectory() as folder:
        meter = Meter(pathlib.Path(folder))
        for name, arguments in CASES.items():
            if options.names and name not in options.names:
                continue
            results[name], missing = compare(name, arguments[options.quick], options.build.resolve(),
                                             options.rounds, pathlib.Path(folder), meter)
            reasons += [f"{name}: no {contender}: {reason}" for contender, reason in missing.items()]
            print(f"{name} done", file=sys.stderr)
    print_table("CPU time, median", " s", results, 0)
    print_table("peak memory, median", " MB", results, 1)
    if reasons:
        print("\n" + "\n".join(reasons))


if __name__ == "__main__":
    main()
