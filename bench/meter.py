"""Measuring programs against each other: what bench/run.py and bench/micro/run.py share.

Contenders are Krait (build --release), CPython, PyPy and Rust (rustc -O for the same processor level).
They run in turn, round by round, so that a change of the machine's mood hits all of them.
"""
import pathlib
import shutil
import subprocess
import sys

ROOT = pathlib.Path(__file__).resolve().parent.parent
TARGET_CPU = "x86-64-v2"  # what `krait build --release` compiles for
CONTENDERS = ["krait", "cpython", "pypy", "rust"]
ENVIRONMENT = {"PATH": "/usr/bin:/bin", "HOME": "/root", "LC_ALL": "C.UTF-8", "PYTHONHASHSEED": "0"}


class Meter:
    """Measures commands through bench/measure.c."""

    def __init__(self, folder):
        self.program, self.report = folder / "measure", folder / "report"
        subprocess.run(["clang-22", "-O2", "-static", ROOT / "bench/measure.c", "-o", self.program], check=True)

    def measure(self, command):
        """Runs a command; returns (CPU seconds, peak memory in MB, output). Raises if it fails."""
        process = subprocess.run([self.program, self.report, *command], stdout=subprocess.PIPE,
                                 stdin=subprocess.DEVNULL, env=ENVIRONMENT, check=True)
        code, seconds, kilobytes = self.report.read_text().split()
        if code != "0":
            raise RuntimeError(f"{command[0]} exited with {code}")
        return float(seconds), int(kilobytes) / 1024, process.stdout


def prepare(source, build, folder):
    """Compiles a program and its Rust twin. Returns {contender: command} and the reasons for missing ones."""
    commands, missing = {}, {}
    if shutil.which("/usr/bin/python3"):
        commands["cpython"] = ["/usr/bin/python3", source]
    if shutil.which("pypy3"):
        commands["pypy"] = [shutil.which("pypy3"), source]
    krait, rust = folder / f"{source.stem}.krait", folder / f"{source.stem}.rust"
    compilers = {
        "krait": [build / "bin/krait", "build", "--release", source, "-o", krait],
        "rust": ["rustc", "-O", "-C", f"target-cpu={TARGET_CPU}", source.with_suffix(".rs"), "-o", rust],
    }
    for contender, command in compilers.items():
        try:
            process = subprocess.run(command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)
        except FileNotFoundError:
            missing[contender] = f"{command[0]} is not installed"
            continue
        if process.returncode == 0:
            commands[contender] = [command[-1]]
        else:
            missing[contender] = process.stdout.strip().splitlines()[0] if process.stdout else "not compiled"
    for contender in CONTENDERS:
        if contender not in commands:
            missing.setdefault(contender, "not installed")
    return commands, missing


def run_round(name, commands, arguments, meter, missing):
    """Runs each contender once; returns {contender: (seconds, megabytes)}. One that fails is put into
    `missing` and left out from then on, another output than CPython's ends the program."""
    expected, results = None, {}
    for contender in [c for c in ["cpython", "krait", "pypy", "rust"] if c in commands and c not in missing]:
        try:
            seconds, megabytes, output = meter.measure([*commands[contender], *arguments])
        except RuntimeError as error:
            missing[contender] = str(error)
            continue
        expected = output if expected is None else expected
        if output != expected:
            sys.exit(f"{name}: {contender} prints something else than CPython:\n"
                     f"{output.decode()[:500]}\ninstead of\n{expected.decode()[:500]}")
        results[contender] = seconds, megabytes
    return results
