#!/usr/bin/python3
"""Runs the runtime's tests: every tests/runtime/*_test.py has `run(t)` and uses the Context below.

usage: run.py [--build DIR] [--variant st|mt|both] [name ...]
DIR is a CMake build folder in which krait_rt_st and krait_rt_mt were built. Prints `N passed, N failed`
last; exit code 1 if something failed.
"""
import argparse
import importlib.util
import os
import subprocess
import sys
import tempfile

HERE = os.path.dirname(os.path.abspath(__file__))
ROOT = os.path.dirname(os.path.dirname(HERE))
FLAGS = ("-std=c++23 --target=x86_64-linux-musl -nostdinc++ -nostdlibinc "
         "-isystem /usr/include/x86_64-linux-musl -ffreestanding -fno-exceptions -fno-rtti "
         "-fno-threadsafe-statics -O2 -g1 -march=x86-64-v2 -Wall -Wextra -Werror -Wno-return-type-c-linkage -ffp-contract=off "
         "-ftls-model=local-exec -fno-pic -fno-pie -fno-stack-protector").split()


class Context:
    def __init__(self, build, variant, scratch):
        self.lib = os.path.join(build, "lib/krait/x86_64-linux-musl")
        self.variant = variant
        self.scratch = scratch
        self.passed = 0
        self.failed = 0
        self.name = ""
        self.shown = 0

    def check(self, condition, what):
        """Counts one check; `what` names it when it fails."""
        if condition:
            self.passed += 1
        else:
            self.failed += 1
            self.shown += 1
            if self.shown <= 20:
                print(f"FAIL {self.name} [{self.variant}]: {str(what)[:2000]}", flush=True)
        return condition

    def equal(self, got, expected, what):
        return self.check(got == expected, f"{what}: got {got!r:.600}, expected {expected!r:.600}")

    def driver(self, source, extra=()):
        """Compiles tests/runtime/<source> with the type stub against the archive; returns the program."""
        exe = os.path.join(self.scratch, f"{os.path.splitext(source)[0]}_{self.variant}")
        threads = "1" if self.variant == "mt" else "0"
        objects = []
        for name in (source, "stub_types.cpp"):
            out = f"{exe}.{name}.o"
            subprocess.run(["clang++-22", *FLAGS, f"-DKRAIT_THREADS={threads}", "-I",
                            os.path.join(ROOT, "runtime"), "-I", HERE, *extra, "-c",
                            os.path.join(HERE, name), "-o", out], check=True)
            objects.append(out)
        lib = self.lib
        subprocess.run(["ld.lld-22", "-static", "-o", exe, f"{lib}/crt1.o", f"{lib}/crti.o", *objects,
                        f"{lib}/libkrait_rt_{self.variant}.a", f"{lib}/libc.a", f"{lib}/libbuiltins.a",
                        f"{lib}/crtn.o", "--gc-sections"], check=True)
        return exe

    def run(self, argv, data=None, env=None, timeout=300):
        """Runs a program; returns (exit code, stdout, stderr) as text."""
        full = {"PATH": "/usr/bin:/bin", "PYTHONHASHSEED": "0", "LC_ALL": "C.UTF-8"}
        full.update(env or {})
        r = subprocess.run(argv, input=data, capture_output=True, env=full, timeout=timeout, text=True,
                           encoding="utf-8", errors="surrogateescape")
        return r.returncode, r.stdout, r.stderr

    def oracle(self, code, data=None, env=None, timeout=300):
        """stdout of CPython running `code`."""
        path = os.path.join(self.scratch, "oracle.py")
        with open(path, "w", encoding="utf-8", errors="surrogateescape") as f:
            f.write(code)
        rc, out, err = self.run(["/usr/bin/python3", path], data, env, timeout)
        if rc != 0:
            raise RuntimeError(f"oracle failed: {err}")
        return out

    def compare_lines(self, got, expected, labels, what):
        """One check a line."""
        got, expected = got.split("\n"), expected.split("\n")
        self.equal(len(got), len(expected), f"{what}: number of lines")
        for i, (g, e) in enumerate(zip(got, expected)):
            self.equal(g, e, f"{what} {labels[i] if i < len(labels) else i}")


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--build", default=os.path.join(ROOT, "build"))
    parser.add_argument("--variant", default="both", choices=["st", "mt", "both"])
    parser.add_argument("names", nargs="*")
    args = parser.parse_args()
    tests = sorted(n[:-8] for n in os.listdir(HERE) if n.endswith("_test.py"))
    if args.names:
        unknown = [n for n in args.names if n not in tests]
        if unknown:
            sys.exit(f"no such test: {unknown}; there are {tests}")
        tests = args.names
    passed = failed = 0
    for variant in ("st", "mt") if args.variant == "both" else (args.variant,):
        for name in tests:
            with tempfile.TemporaryDirectory() as scratch:
                t = Context(args.build, variant, scratch)
                t.name = name
                spec = importlib.util.spec_from_file_location(name, os.path.join(HERE, name + "_test.py"))
                module = importlib.util.module_from_spec(spec)
                try:
                    spec.loader.exec_module(module)
                    module.run(t)
                except (Exception, SystemExit) as e:  # a broken test is a failed test
                    t.check(False, f"{type(e).__name__}: {e}")
                if t.passed + t.failed == 0:
                    t.check(False, "no checks ran")
                print(f"{name} [{variant}]: {t.passed} passed, {t.failed} failed", flush=True)
                passed += t.passed
                failed += t.failed
    print(f"{passed} passed, {failed} failed")
    sys.exit(1 if failed else 0)


if __name__ == "__main__":
    if sys.flags.hash_randomization:
        # Hashes of strings are compared: CPython and the runtime both have to use seed 0.
        os.execve(sys.executable, [sys.executable, *sys.argv], os.environ | {"PYTHONHASHSEED": "0"})
    main()
