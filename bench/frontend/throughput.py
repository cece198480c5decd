#!/usr/bin/python3
"""Lexing and parsing speed: throughput.py [--build DIR] [--rounds N]

Parses every .py of the standard library and dist-packages in one process, the best of N rounds, and
times CPython's ast.parse over a sample of the same files beside it.
"""
import argparse
import ast
import os
import random
import subprocess
import time
import warnings

ROOT = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
PATHS = ["/usr/lib/python3.11", "/usr/lib/python3/dist-packages"]
SAMPLE = 200


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--build", default=os.path.join(ROOT, "build"))
    parser.add_argument("--rounds", type=int, default=5)
    options = parser.parse_args()
    files = [os.path.join(root, name) for top in PATHS for root, _, names in os.walk(top)
             for name in sorted(names) if name.endswith(".py")]
    subprocess.run([os.path.join(options.build, "krait-syntax"), "--bench", "--rounds=%d" % options.rounds],
                   input="\n".join(files) + "\n", text=True, check=True)
    warnings.simplefilter("ignore")
    texts = []
    for path in random.Random(1).sample(files, SAMPLE):
        with open(path, "rb") as f:
            texts.append(f.read())
    start = time.perf_counter()
    lines = 0
    for text in texts:
        try:
            ast.parse(text)
        except (SyntaxError, ValueError):
            continue
        lines += text.count(b"\n")
    seconds = time.perf_counter() - start
    print("CPython's ast.parse: %.2f million lines/s (%d files)" % (lines / seconds / 1e6, SAMPLE))


if __name__ == "__main__":
    main()
