"""Compiles and runs the solutions of the HumanEval benchmark with their tests:
humaneval.py HumanEval.jsonl.gz [--build DIR] [--variants dev,leak,release] [--jobs N].

The benchmark (github.com/openai/human-eval) is not part of this repository. Prints what fails; tasks whose solution
needs something that is not supported must be refused with the code that REFUSED names.
"""
import argparse
import concurrent.futures
import gzip
import json
import os
import pathlib
import subprocess
import sys
import tempfile

from test_program import ENVIRONMENT, ROOT

# eval.
REFUSED = {160: "K0401"}
TIMEOUT = 60


def program(row):
    """The text of a task's program, which prints `passed`."""
    return f"{row['prompt']}{row['canonical_solution']}{row['test']}\ncheck({row['entry_point']})\nprint('passed')\n"


def read(path):
    """The tasks of the benchmark's file."""
    opened = gzip.open if path.suffix == ".gz" else open
    with opened(path, "rt", encoding="utf-8") as file:
        return [json.loads(line) for line in file]


def check(row, krait, variants):
    """"" or how the task fails."""
    number = int(row["task_id"].split("/")[1])
    with tempfile.TemporaryDirectory() as folder:
        path = pathlib.Path(folder, "program.py")
        path.write_text(program(row), encoding="utf-8")
        for variant in variants:
            output = pathlib.Path(folder, "release" if variant == "release" else "dev")
            if not output.exists():
                built = subprocess.run([krait, "build", path, "-o", output, *(["--release"] if variant == "release" else [])],
                                       capture_output=True, text=True, env=ENVIRONMENT, timeout=TIMEOUT)
                if number in REFUSED:
                    refused = built.returncode == 1 and f"error[{REFUSED[number]}]" in built.stderr
                    return "" if refused else f"is not refused with {REFUSED[number]}"
                if built.returncode:
                    return f"{variant}: exit {built.returncode} {built.stderr.strip()[:300]}"
            leak = {"KRAIT_LEAKCHECK": "1"} if variant == "leak" else {}
            ran = subprocess.run([output], capture_output=True, text=True, env=ENVIRONMENT | leak, cwd=folder, timeout=TIMEOUT)
            if ran.returncode or ran.stdout != "passed\n":
                return f"{variant}: exit {ran.returncode} {ran.stderr.strip()[-300:]}"
    return ""


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("corpus", type=pathlib.Path)
    parser.add_argument("--build", type=pathlib.Path, default=ROOT / "build")
    parser.add_argument("--variants", default="dev,leak,release")
    parser.add_argument("--jobs", type=int, default=os.cpu_count())
    options = parser.parse_args()
    rows = read(options.corpus)
    failed = 0
    with concurrent.futures.ThreadPoolExecutor(options.jobs) as pool:
        checks = pool.map(lambda row: check(row, options.build.resolve() / "bin/krait", options.variants.split(",")), rows)
        for row, problem in zip(rows, checks):
            if problem:
                failed += 1
                print(f"FAIL {row['task_id']}: {problem}", flush=True)
    print(f"{len(rows) - failed} passed, {failed} failed")
    sys.exit(1 if failed or not rows else 0)


if __name__ == "__main__":
    main()
