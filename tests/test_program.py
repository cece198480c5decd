"""Test programs: where they are, what their headers ask for, how they are run, what is compared.

A program is a .py file under one of FOLDERS; a folder with a main.py is one program of several files.
Beside FILE.py may stand FILE.stdin (its standard input) and FILE.args (an argument a line; $DIR is the
program's folder). FILE.expected is what CPython did, written by tests/record.py.

The comment lines that a program begins with may set:
    # refused: K0401     the compiler refuses it with exactly these codes (nothing is expected of a run)
    # types: dynamic     the level that it is compiled with
    # stderr: exact      standard error is compared as a whole, not only its last line
    # variants: dev leak only these of the variants that run_conformance.py knows are checked
"""
import dataclasses
import json
import os
import pathlib
import re
import subprocess
import tempfile

ROOT = pathlib.Path(__file__).resolve().parent.parent
FOLDERS = [ROOT / "tests/conformance", ROOT / "tests/programs"]
ORACLE = "/usr/bin/python3"
ENVIRONMENT = {"PATH": "/usr/bin:/bin", "HOME": "/nonexistent", "LC_ALL": "C.UTF-8", "PYTHONHASHSEED": "0",
               "PYTHONDONTWRITEBYTECODE": "1"}
TIMEOUT = 60


@dataclasses.dataclass
class Program:
    path: pathlib.Path
    refused: list
    types: str
    exact_stderr: bool
    variants: list

    @property
    def name(self):
        path = self.path.parent if self.path.name == "main.py" else self.path.with_suffix("")
        return str(path.relative_to(ROOT / "tests"))

    @property
    def expected_path(self):
        return self.path.with_suffix(".expected")

    @property
    def arguments(self):
        path = self.path.with_suffix(".args")
        lines = path.read_text().splitlines() if path.exists() else []
        return [line.replace("$DIR", str(self.path.parent)) for line in lines]

    def run(self, command, executable=None, **environment):
        """Runs `command` with the program's arguments and input in a folder of its own. Returns what
        is compared: {"exit", "stdout", "stderr"}, texts as lists of lines."""
        stdin = self.path.with_suffix(".stdin")
        with tempfile.TemporaryDirectory() as folder:
            try:
                process = subprocess.run(
                    [*command, *self.arguments], executable=executable, cwd=folder, env=ENVIRONMENT | environment,
                    input=stdin.read_bytes() if stdin.exists() else b"",
                    stdout=subprocess.PIPE, stderr=subprocess.PIPE, timeout=TIMEOUT)
            except subprocess.TimeoutExpired:
                return {"exit": "timeout", "stdout": [], "stderr": []}
            stdout = self.text(process.stdout, folder)
            stderr = self.text(process.stderr, folder)
        stderr = without_syntax_warnings(stderr)
        if not self.exact_stderr:
            stderr = stderr[-1:]
        return {"exit": process.returncode, "stdout": stdout, "stderr": stderr}

    def text(self, output, scratch):
        text = output.decode("utf-8", "surrogateescape").replace(str(self.path.parent), "$DIR")
        return text.replace(scratch, "$TMP").splitlines(keepends=True)

    def oracle(self):
        return self.run([ORACLE, str(self.path)])

    def expected(self):
        return json.loads(self.expected_path.read_text())


def without_syntax_warnings(lines):
    """What CPython's compiler warns about (a line with the place, one with the source) is not the program's
    output; Krait's compiler says it when it compiles."""
    kept, drop = [], False
    for line in lines:
        if re.match(r".*:\d+: SyntaxWarning: ", line):
            drop = True
        elif not (drop and line.startswith("  ")):
            kept.append(line)
            drop = False
    return kept


def load(path):
    """The program at `path`, with its header read."""
    values = {}
    for line in path.read_text(encoding="utf-8", errors="replace").splitlines():
        match = re.match(r"# (refused|types|stderr|variants): *(.*)$", line)
        if match:
            values[match[1]] = match[2].strip()
        elif not line.startswith("#"):
            break
    return Program(path, values.get("refused", "").split(), values.get("types", "standard"),
                   values.get("stderr") == "exact", values.get("variants", "dev release leak").split())


def find(filters=()):
    """All programs whose name contains one of `filters` (all, if there is none), sorted by name."""
    programs = []
    for folder in FOLDERS:
        for parent, folders, files in os.walk(folder):
            if "main.py" in files:
                folders.clear()
                files = ["main.py"]
            programs += [load(pathlib.Path(parent, name)) for name in files if name.endswith(".py")]
    if filters:
        programs = [p for p in programs if any(f in p.name for f in filters)]
    return sorted(programs, key=lambda p: p.name)
