"""Compares builtins, one operation at a time: run.py [--build DIR] [--rounds N] [--write] [NAME…]

Each program of bench/micro holds several cases; its Rust twin does the same work. NAME is a program
(dicts) or a program and the beginning of a case (dicts.hit). Times are medians of CPU
time (user + system) less that of a case which does nothing, so start-up does not count. --write puts the
table into docs/speed.md.
"""
import argparse
import pathlib
import statistics
import sys
import tempfile

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent.parent))
from meter import CONTENDERS, ENVIRONMENT, ROOT, TARGET_CPU, Meter, prepare, run_round

MICRO = ROOT / "bench/micro"
PAGE = ROOT / "docs/speed.md"
DIGITS = (1, 200, 20000)
# program: {case: its arguments}
CASES = {
    "dicts": {
        "insert_int": 250, "insert_str": 200, "insert_tuple": 200, "hit_int": 1000, "hit_str": 300, "hit_tuple": 300,
        "miss_int": 1500, "miss_str": 600, "miss_tuple": 400, "iterate_int": 2000, "iterate_str": 2000, "iterate_tuple": 2000,
    },
    "sets": {
        "add_int": 500, "add_str": 200, "contains_int": 1000, "contains_str": 400, "union_int": 500, "union_str": 200,
        "intersection_int": 700, "intersection_str": 400, "difference_int": 600, "difference_str": 300,
    },
    "lists": {"append": 400, "index": 500, "slice": 600, "sort_int": 30, "sort_str": 12, "sort_key": 30},
    "strs": {
        "concat": 4000, "join": 10000, "split": 4000, "find": 40000, "replace": 40000, "index": 4000, "iterate": 5000,
        "fstring": 2000000, "fstring_spec": 600000,
    },
    "ints": {
        "add 1": 10000000, "add 200": 2500000, "add 20000": 60000,
        "mul 1": 10000000, "mul 200": 600000, "mul 20000": 100,
        "divmod 1": 6000000, "divmod 200": 600000, "divmod 20000": 150,
        "pow 1": 4000000, "pow 200": 200000, "pow 20000": 60,
        "to_text 1": 6000000, "to_text 200": 200000, "to_text 20000": 80,
        "from_text 1": 4000000, "from_text 200": 400000, "from_text 20000": 80,
    },
    "floats": {"repr": 600, "parse": 2500},
    "streams": {"read_lines": 4000, "print": 1000000, "print_several": 600000},
}
NO_RUST = {f"{case} {digits}" for case in ("add", "mul", "divmod", "pow", "to_text", "from_text") for digits in DIGITS[1:]}


def wanted(program, case, names):
    full = f"{program}.{case}"
    return not names or any(full == name or full.startswith(name + ".") or
                            ("." in name and full.startswith(name)) for name in names)


def measure(program, cases, build, rounds, folder, meter):
    """Runs the cases of one program; returns {case: {contender: seconds}} and notes."""
    commands, missing = prepare(MICRO / f"{program}.py", build, folder)
    notes = [f"{program}: no {contender}: {reason}" for contender, reason in missing.items()]
    samples = {case: {contender: [] for contender in commands} for case in ["nothing", *cases]}
    skipped = {case: {"rust": "no big ints in std"} if case in NO_RUST else {} for case in samples}
    for _ in range(rounds):
        for case, times in samples.items():
            arguments = ["nothing", "1", "0"] if case == "nothing" else [*case.split(), str(cases[case])]
            present = {c: command for c, command in commands.items() if c not in missing}
            for contender, (seconds, _) in run_round(f"{program} {case}", present, arguments, meter,
                                                     skipped[case]).items():
                times[contender].append(seconds)
    medians = {case: {c: statistics.median(seconds) for c, seconds in times.items() if seconds and c not in skipped[case]}
               for case, times in samples.items()}
    start = medians.pop("nothing")
    notes += [f"{program} {case}: no {c}: {reason}" for case, reasons in skipped.items() for c, reason in reasons.items()
              if case not in NO_RUST]
    return {case: {c: max(seconds - start[c], 0.0001) for c, seconds in times.items()}
            for case, times in medians.items()}, notes


def table(results):
    """The rows of the table: a list of cells for each case."""
    rows = []
    for (program, case), times in results.items():
        row = [f"{program} {case}"]
        row += [f"{times[c] * 1000:.0f} ms" if c in times else "–" for c in CONTENDERS]
        row += [f"{times['krait'] / times[c]:.2f}" if c in times and "krait" in times else "–" for c in CONTENDERS[1:]]
        rows.append(row)
    return rows


def verdict(results):
    """The cases that miss the aim: not slower than CPython, dict, list and str at most twice Rust's time."""
    slower, above = [], []
    for (program, case), times in results.items():
        if "krait" not in times:
            continue
        if times["krait"] > times.get("cpython", times["krait"]):
            slower.append(f"{program} {case}")
        if times["krait"] > 2 * times.get("rust", times["krait"]):
            above.append(f"{program} {case}")
    return [f"Slower than CPython: {', '.join(slower) or 'none'}.",
            f"More than twice Rust's time: {', '.join(above) or 'none'}."]


def processor():
    for line in pathlib.Path("/proc/cpuinfo").read_text().splitlines():
        if line.startswith("model name"):
            return line.split(":", 1)[1].strip()
    return "unknown processor"


def page(results, rounds):
    lines = [
        "# Speed of the builtins",
        "",
        f"Written by `bench/micro/run.py --rounds {rounds} --write`, on {processor()}.",
        "",
        f"CPU time of the cases in `bench/micro`, start-up subtracted: medians of {rounds} rounds in which the contenders take turns.",
        f"Krait is `build --release`, Rust `rustc -O -C target-cpu={TARGET_CPU}`, and the ratios are Krait's time by the other's (below 1:",
        "Krait is faster). Rust's tables use its default hash (SipHash-1-3) for str, which it computes at every use while Python keeps it in the",
        "str, and for ints and tuples of ints the multiplying hasher of `bench/micro/fast_hash.rs`, where Python's hash of an int is the int itself.",
        "Rust's standard library has no big ints; its prints go through a BufWriter, because Python's standard output is buffered, too.",
        f"Environment: `{' '.join(f'{name}={value}' for name, value in ENVIRONMENT.items())}`.",
        "",
        "| case | " + " | ".join(["Krait", "CPython", "PyPy", "Rust"]) + " | by CPython | by PyPy | by Rust |",
        "|---|" + "---|" * 7,
    ]
    lines += ["| " + " | ".join(row) + " |" for row in table(results)]
    return "\n".join([*lines, "", *verdict(results), ""])


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--build", type=pathlib.Path, default=ROOT / "build")
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--write", action="store_true", help="write docs/speed.md (all cases)")
    parser.add_argument("names", nargs="*")
    options = parser.parse_args()
    if options.write and options.names:
        parser.error("--write measures all cases")
    results, notes = {}, []
    with tempfile.TemporaryDirectory() as folder:
        meter = Meter(pathlib.Path(folder))
        for program, cases in CASES.items():
            cases = {case: count for case, count in cases.items() if wanted(program, case, options.names)}
            if not cases:
                continue
            found, more = measure(program, cases, options.build.resolve(), options.rounds, pathlib.Path(folder), meter)
            results.update({(program, case): times for case, times in found.items()})
            notes += more
            print(f"{program} done", file=sys.stderr)
    print(f"{'CPU time less start-up, medians':24}" + "".join(f"{c:>10}" for c in CONTENDERS) +
          "".join(f"{'by ' + c:>12}" for c in CONTENDERS[1:]))
    for row in table(results):
        print(f"{row[0]:31}" + "".join(f"{cell:>10}" for cell in row[1:5]) + "".join(f"{cell:>12}" for cell in row[5:]))
    print("\n".join([*verdict(results), *notes]))
    if options.write:
        PAGE.write_text(page(results, options.rounds))


if __name__ == "__main__":
    main()
