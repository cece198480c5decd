"""Compares Krait with CPython, PyPy and Rust: run.py [--build DIR] [--rounds N] [--quick] [NAME…]

Every program of bench/programs exists in Python and as a Rust twin (rustc -O for the same processor
level). All contenders run in turn, round by round, so that a change of the machine's mood hits all of
them; the tables show the medians of CPU time (user + system) and of peak memory, and how many times as
much each takes as Krait. Contenders that are not installed, or that fail, are left out and named.
A contender whose output differs from CPython's is an error.
"""
import argparse
import pathlib
import statistics
import sys
import tempfile

from meter import CONTENDERS, ROOT, Meter, prepare, run_round

PROGRAMS = ROOT / "bench/programs"
TEXT = "/usr/share/common-licenses/GPL-3"
# name: arguments, arguments of --quick
CASES = {
    "nbody": (["2000000"], ["20000"]),
    "fannkuch": (["10"], ["7"]),
    "sieve": (["2000000", "20"], ["200000", "1"]),
    "wordcount": ([TEXT, "1000"], [TEXT, "3"]),
    "binary_trees": (["18"], ["10"]),
}


def compare(name, arguments, build, rounds, folder, meter):
    """Runs one program under all contenders; returns {contender: (seconds, megabytes)}, missing."""
    commands, missing = prepare(PROGRAMS / f"{name}.py", build, folder)
    runs = [run_round(name, commands, arguments, meter, missing) for _ in range(rounds)]
    medians = {}
    for contender in commands:
        samples = [results[contender] for results in runs if contender in results]
        if contender not in missing:
            medians[contender] = tuple(statistics.median(column) for column in zip(*samples))
    return medians, missing


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
