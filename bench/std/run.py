"""The library's speed against CPython's: run.py [--build DIR] [--rounds N] [--write]

Both sides run bench/std/tasks.py in turns; the medians and their ratio are printed, and with --write put into docs/speed_std.md.
"""
import argparse
import pathlib
import statistics
import subprocess
import sys
import tempfile

ROOT = pathlib.Path(__file__).resolve().parent.parent.parent
TASKS = pathlib.Path(__file__).resolve().parent / "tasks.py"
ENVIRONMENT = {"PATH": "/usr/bin:/bin", "HOME": "/nonexistent", "LC_ALL": "C.UTF-8", "PYTHONHASHSEED": "0"}


def measure(command):
    """By task: seconds and result."""
    output = subprocess.run(command, env=ENVIRONMENT, capture_output=True, text=True, check=True).stdout
    rows = [line.split(" ", 2) for line in output.splitlines()]
    return {name: (float(seconds), result) for name, seconds, result in rows}


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--build", type=pathlib.Path, default=ROOT / "build")
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--write", action="store_true")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        program = pathlib.Path(folder) / "tasks"
        subprocess.run([options.build.resolve() / "bin/krait", "build", "--release", TASKS, "-o", program], check=True, stderr=subprocess.DEVNULL)
        rounds = [(measure([program]), measure(["/usr/bin/python3", TASKS])) for _ in range(options.rounds)]
    lines = ["| task | Krait | CPython | times as fast |", "|---|---|---|---|"]
    wrong = 0
    for name in rounds[0][0]:
        ours = statistics.median(k[name][0] for k, _ in rounds)
        theirs = statistics.median(c[name][0] for _, c in rounds)
        if rounds[0][0][name][1] != rounds[0][1][name][1]:
            print(f"{name}: {rounds[0][0][name][1]} here, {rounds[0][1][name][1]} under CPython")
            wrong += 1
        lines.append(f"| {name} | {ours * 1000:.1f} ms | {theirs * 1000:.1f} ms | {theirs / ours:.1f} |")
    print("\n".join(lines))
    if options.write:
        text = ["# The library's speed", "", f"Medians of {options.rounds} rounds of `bench/std/tasks.py`, compiled with `--release` and under CPython 3.11 in turns,",
                "on a shared machine with two cores. `bench/std/run.py --write` writes this file.", "", *lines]
        (ROOT / "docs/speed_std.md").write_text("\n".join(text) + "\n")
    return 1 if wrong else 0


sys.exit(main())
