#!/usr/bin/python3
"""Compares krait-syntax with what CPython 3.14 said (recorded by record_314.mjs).

recorded.py SYNTAX
"""
import glob
import json
import os
import subprocess
import sys

import snippets

HERE = os.path.dirname(os.path.abspath(__file__))


def run(syntax):
    """Returns (number of checks passed, list of failures, number of differing messages)."""
    passed, failures, messages = 0, [], []
    for source in sorted(glob.glob(os.path.join(HERE, "new_syntax", "*.py"))):
        with open(source[:-3] + ".ast", encoding="utf-8") as f:
            want = f.read().rstrip("\n")
        got = subprocess.run([syntax, "--dump", source], capture_output=True, text=True)
        verdict, _, rest = got.stdout.partition("\n")
        have = rest.rstrip("\n")
        if not verdict.startswith("ok"):
            failures.append((source, got.stdout[:300]))
        elif have != want:
            at = next((i for i, (a, b) in enumerate(zip(want, have)) if a != b), 0)
            failures.append((source, "CPython 3.14 …%s\n    krait        …%s" % (
                want[max(0, at - 200):at + 150], have[max(0, at - 200):at + 150])))
        else:
            passed += 1
    with open(os.path.join(HERE, "new_programs.json"), encoding="utf-8") as f:
        rows = json.load(f)
    for row, have in zip(rows, snippets.krait(syntax, [r["program"] for r in rows])):
        if have == "crash" or (have is None) != (row["message"] is None):
            failures.append((row["program"], "CPython 3.14: %s\n    krait: %s" % (row["message"], have)))
        else:
            passed += 1
            if have and have[0][4] != row["message"]:
                messages.append((row["program"], row["message"], have[0][4]))
    return passed, failures, messages


def main():
    passed, failures, messages = run(sys.argv[1])
    for what, why in failures:
        print("FAIL %s\n    %s" % (what, why))
    for program, want, have in messages:
        print("message: %r\n    CPython 3.14: %s\n    krait:        %s" % (program, want, have))
    print("%d passed, %d failed" % (passed, len(failures)))
    return 1 if failures else 0


if __name__ == "__main__":
    sys.exit(main())
