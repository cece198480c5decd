"""Writes what CPython does with the test programs: record.py [--all] [NAME…]

Without arguments it records the programs that have no FILE.expected yet; NAME limits it to programs
whose name contains it and records those again, --all records everything again. A program that does
not do the same twice is refused.
"""
import argparse
import concurrent.futures
import json
import os
import sys

import test_program


def record(program):
    """Records one program; returns a complaint or ""."""
    first, second = program.oracle(), program.oracle()
    if first != second:
        return f"{program.name}: two runs differ"
    if first["exit"] == "timeout":
        return f"{program.name}: timed out"
    program.expected_path.write_text(json.dumps(first, indent=1) + "\n")
    return ""


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--all", action="store_true")
    parser.add_argument("names", nargs="*")
    options = parser.parse_args()
    programs = [p for p in test_program.find(options.names) if not p.refused]
    if not options.all and not options.names:
        programs = [p for p in programs if not p.expected_path.exists()]
    with concurrent.futures.ThreadPoolExecutor(os.cpu_count()) as pool:
        complaints = [text for text in pool.map(record, programs) if text]
    print(f"recorded {len(programs) - len(complaints)} programs")
    if complaints:
        sys.exit("\n".join(complaints))


if __name__ == "__main__":
    main()
