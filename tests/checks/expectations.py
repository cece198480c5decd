"""Checks that every recorded expectation is still what CPython does, and that none is left over."""
import concurrent.futures
import os
import pathlib
import sys

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent.parent))
import test_program
from check_support import Checks


def main():
    checks = Checks()
    programs = [p for p in test_program.find() if not p.refused]
    recorded = [p for p in programs if p.expected_path.exists()]
    for program in programs:
        if program not in recorded:
            checks.check(False, f"{program.name}: nothing is recorded; run tests/record.py")
    with concurrent.futures.ThreadPoolExecutor(os.cpu_count()) as pool:
        for program, result in zip(recorded, pool.map(lambda p: p.oracle(), recorded)):
            checks.check(result == program.expected(), f"{program.name}: CPython does something else: {result!r:.300}")
    known = {program.expected_path for program in programs}
    left = [path for folder in test_program.FOLDERS for path in folder.rglob("*.expected") if path not in known]
    checks.check(not left, f"these belong to no program: {left}")
    checks.finish()


if __name__ == "__main__":
    main()
