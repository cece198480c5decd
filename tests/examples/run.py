"""Runs the programs in examples/ and CPython on the same command lines: run.py [--build DIR] [--jobs N] [NAME…]

examples/NAME/ holds NAME.py, commands.txt and perhaps a folder input. The command lines of commands.txt are run one after
the other in a copy of that folder, once with CPython, once with the executable; after each of them standard output,
standard error, the exit code and all files of the folder have to be the same. A line that begins with NAME runs the program
(`< FILE` gives it standard input), any other is a shell command that changes the folder.
"""
import argparse
import concurrent.futures
import os
import pathlib
import re
import shlex
import shutil
import subprocess
import sys
import tempfile

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent.parent))
import run_conformance
import test_program
from check_support import Checks

EXAMPLES = test_program.ROOT / "examples"
# What CPython's unittest measures.
SECONDS = re.compile(r"^(Ran \d+ tests? in )\d+\.\d+s$", re.M)
# Frames of the library are CPython's own business: the line of the file and those that show the source.
LIBRARY_FRAME = re.compile(r"""^  File "[^"]*/lib/(?:python3\.\d+|krait)/.*\n(?:    .*\n)*""", re.M)


class Example:
    def __init__(self, folder):
        self.name = folder.name
        self.source = folder / f"{folder.name}.py"
        self.input = folder / "input"
        self.commands = [line for line in (folder / "commands.txt").read_text().splitlines()
                         if line and not line.startswith("#")]

    def run(self, command, executable, scratch, **environment):
        """Runs the command lines in the new folder `scratch`; returns what each of them did. The folder has the same
        path for all variants, because messages may contain it."""
        if self.input.exists():
            shutil.copytree(self.input, scratch)
        else:
            scratch.mkdir()
        try:
            return [self.run_line(line, command, executable, scratch, environment) for line in self.commands]
        finally:
            shutil.rmtree(scratch)

    def run_line(self, line, command, executable, scratch, environment):
        environment = test_program.ENVIRONMENT | {"COLUMNS": "80"} | environment
        words = shlex.split(line)
        if words[0] != self.name:
            subprocess.run(["sh", "-c", line], cwd=scratch, env=environment, stdin=subprocess.DEVNULL, check=True)
            return line, 0, "", "", {}
        stdin = b""
        if "<" in words:
            stdin = (scratch / words[-1]).read_bytes()
            words = words[:words.index("<")]
        try:
            process = subprocess.run([*command, *words[1:]], executable=executable, cwd=scratch, env=environment,
                                     input=stdin, stdout=subprocess.PIPE, stderr=subprocess.PIPE,
                                     timeout=test_program.TIMEOUT)
        except subprocess.TimeoutExpired:
            return line, "timeout", "", "", {}
        stderr = process.stderr.decode("utf-8", "surrogateescape")
        stderr = LIBRARY_FRAME.sub("", SECONDS.sub(r"\1#s", stderr))
        return line, process.returncode, process.stdout.decode("utf-8", "surrogateescape"), stderr, contents(scratch)


def contents(folder):
    """{path: content} of all files below a folder; folders and links count as files."""
    found = {}
    for path in sorted(folder.rglob("*")):
        name = str(path.relative_to(folder))
        if path.is_symlink():
            found[name] = f"link to {path.readlink()}"
        else:
            found[name] = "folder" if path.is_dir() else path.read_bytes()
    return found


def differences(expected, got):
    """What differs between the result of a command line under CPython and that of an executable."""
    _, code, stdout, stderr, files = expected
    if got[1] != code:
        yield f"exit code {got[1]}, expected {code}; {got[3][-300:]}"
    for name, wanted, found in (("stdout", stdout, got[2]), ("stderr", stderr, got[3])):
        if wanted != found:
            lines = [side.splitlines(keepends=True) for side in (found, wanted)]
            yield run_conformance.difference(name, *lines, {})
    for name in sorted(files.keys() | got[4].keys()):
        if files.get(name) != got[4].get(name):
            yield f"file {name}: {got[4].get(name, 'missing')!r:.300}, expected {files.get(name, 'missing')!r:.300}"


class Suite:
    """The checks of one example."""

    def __init__(self, krait):
        self.krait = krait
        self.checks = Checks()

    def build(self, example, output, *options):
        process = subprocess.run([self.krait, "build", example.source, "-o", output, *options],
                                 stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.STDOUT,
                                 timeout=run_conformance.COMPILE_TIMEOUT,
                                 env=test_program.ENVIRONMENT | {"KRAIT_VERIFY": "1"}
                                 | run_conformance.sanitizer_options())
        self.checks.check(process.returncode == 0,
                          f"{example.name}: {' '.join(['krait build', *options])} exits with {process.returncode} and says:\n"
                          + run_conformance.excerpt(process.stdout))
        return process.returncode == 0

    def compare(self, example, variant, expected, got):
        for wanted, found in zip(expected, got, strict=True):
            problems = list(differences(wanted, found))
            self.checks.check(not problems, f"{variant}: {wanted[0]}: " + "; ".join(problems))

    def leaks(self, example, expected, got):
        """The leak check reports on standard error and with an exit code of its own."""
        for wanted, found in zip(expected, got, strict=True):
            leaked = found[1] == run_conformance.LEAKED
            self.checks.check(not leaked, f"leak: {found[0]}: memory is not freed: {found[3][-300:]}")
            if not leaked:
                problems = list(differences(wanted, found))
                self.checks.check(not problems, f"leak: {found[0]}: " + "; ".join(problems))

    def run(self, example):
        with tempfile.TemporaryDirectory() as folder:
            self.run_variants(example, pathlib.Path(folder).resolve())
        return self.checks

    def run_variants(self, example, folder):
        scratch = folder / "scratch"
        expected = example.run([test_program.ORACLE, str(example.source)], None, scratch)
        for variant, options in (("dev", []), ("release", ["--release"])):
            output = folder / f"{example.name}-{variant}"
            if self.build(example, output, *options):
                got = example.run([str(example.source)], str(output), scratch)
                self.compare(example, variant, expected, got)
        dev = folder / f"{example.name}-dev"
        if dev.exists():
            self.leaks(example, expected, example.run([str(example.source)], str(dev), scratch, KRAIT_LEAKCHECK="1"))


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--build", type=pathlib.Path, default=test_program.ROOT / "build")
    parser.add_argument("--jobs", type=int, default=os.cpu_count())
    parser.add_argument("names", nargs="*")
    options = parser.parse_args()
    krait = options.build.resolve() / "bin/krait"
    folders = [path.parent for path in sorted(EXAMPLES.glob("*/commands.txt"))]
    examples = [Example(folder) for folder in folders if not options.names or folder.name in options.names]
    total = Checks()
    with concurrent.futures.ThreadPoolExecutor(options.jobs) as pool:
        for checks in pool.map(lambda example: Suite(krait).run(example), examples):
            total.passed += checks.passed
            total.failed += checks.failed
    total.finish()


if __name__ == "__main__":
    main()
