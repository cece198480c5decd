#!/usr/bin/python3
"""All tests of the front end against CPython: run.py [--build DIR | --build=DIR] [--sample N]

Ends with "N passed, N failed"; exits with 1 if anything failed. Always runs under /usr/bin/python3 (the
reference, 3.11) with a clean environment.
"""
import argparse
import os
import sys
import tempfile

REFERENCE = "/usr/bin/python3"
if os.environ.get("KRAIT_FRONTEND_TESTS") != "1":
    os.execve(REFERENCE, [REFERENCE, "-B", os.path.abspath(__file__)] + sys.argv[1:],
              {"PATH": "/usr/bin:/bin", "HOME": os.environ.get("HOME", "/"), "LC_ALL": "C.UTF-8",
               "PYTHONHASHSEED": "0", "KRAIT_FRONTEND_TESTS": "1",
               "ASAN_OPTIONS": os.environ.get("ASAN_OPTIONS", "")})

import compare_ast
import encodings_test
import generate
import mutate
import recorded
import snippets
import stress

ROOT = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
MUTANTS = 4000
MUTANT_TREES = 600
GENERATED = 6000
# The share of refused programs whose first message is CPython's to the letter. What is left are places
# where a later Python's words are better and programs with several errors.
MESSAGE_SHARE = 0.99
# Programs of refused.txt for which 3.14's words (or better ones) are used.
OWN_MESSAGES = {"import a as b.c", "import a as 1", "from a import b as c.d", "def f() -> (1 2): pass"}


class Tally:
    def __init__(self):
        self.passed = 0
        self.failures = []

    def add(self, what, passed, failures):
        self.passed += passed
        self.failures += [("%s: %s" % (what, name), why) for name, why in failures]
        print("%-34s %6d passed %4d failed" % (what, passed, len(failures)), flush=True)


def judge(outcomes, exact):
    """Counts outcomes; verdicts must agree (where syntax did not change), messages too if `exact`."""
    passed, failures = 0, []
    refused = same = 0
    for o in outcomes:
        newer = mutate.newer_syntax(o.source)
        if o.kind == "crash" or (o.kind == "verdict" and not newer):
            failures.append((repr(o.source[:200]), "CPython: %s, krait: %s" % (o.want, o.have)))
        elif exact and o.kind == "message" and o.source.strip() not in OWN_MESSAGES and not newer:
            failures.append((repr(o.source[:200]), "CPython: %s, krait: %s" % (o.want, o.have)))
        else:
            passed += 1
        if o.want and o.have and o.kind != "crash" and not newer and "\0" not in o.source:
            refused += 1
            same += o.kind != "message"
    if refused and same < refused * MESSAGE_SHARE:
        failures.append(("messages", "only %d of %d are CPython's" % (same, refused)))
    else:
        passed += 1
    return passed, failures


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--build", default=os.path.join(ROOT, "build"))
    parser.add_argument("--sample", type=int, default=0, help="files of the corpus to compare (0: all)")
    options = parser.parse_args()
    syntax = os.path.join(os.path.abspath(options.build), "krait-syntax")
    if not os.path.exists(syntax):
        print("%s is missing: build krait-syntax first" % syntax)
        print("0 passed, 1 failed")
        return 1
    tally = Tally()
    tally.add("trees of real files", *compare_ast.run(syntax, [], options.sample))
    tally.add("encodings", *encodings_test.run(syntax))
    tally.add("wrong programs", *judge(snippets.compare(syntax, snippets.read_refused()), True))
    tally.add("programs in CPython's tests", *judge(snippets.compare(syntax, snippets.harvest()), False))
    outcomes = snippets.compare(syntax, mutate.mutants(MUTANTS, 20))
    tally.add("mutants of real files", *judge(outcomes, False))
    with tempfile.TemporaryDirectory() as folder:
        accepted = [o for o in outcomes if o.want is None and o.have is None][:MUTANT_TREES]
        for i, o in enumerate(accepted):
            with open(os.path.join(folder, "m%d.py" % i), "w", encoding="utf-8") as f:
                f.write(o.source)
        tally.add("trees of mutants", *compare_ast.run(syntax, [folder]))
    tally.add("generated programs",
              *judge(snippets.compare(syntax, generate.programs(GENERATED, 20)), False))
    passed, failures, _ = recorded.run(syntax)
    tally.add("recordings of CPython 3.14", passed, failures)
    tally.add("depth, length and garbage", *stress.run(syntax))
    for what, why in tally.failures:
        print("FAIL %s\n    %s" % (what, why))
    print("%d passed, %d failed" % (tally.passed, len(tally.failures)))
    return 1 if tally.failures else 0


if __name__ == "__main__":
    sys.exit(main())
