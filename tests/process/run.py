"""Compares with CPython how programs deal with pipes, signals, closed and full streams, and the ways to
start one: run.py [--build DIR]. CPython runs at the same time under the same conditions."""
import argparse
import os
import pathlib
import shutil
import signal
import subprocess
import sys
import tempfile
import time

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent.parent))
import test_program
from check_support import Checks

# name: (program, shell command in which PROGRAM stands for it). Compared: output and exit code.
SHELL = {
    "streams merged into one pipe": (
        "import sys\nprint('o1')\nprint('e1', file=sys.stderr)\nprint('o2')\n1 / 0\n", "PROGRAM 2>&1 | cat"),
    "broken pipe": ("for i in range(100000): print(i)\n", "{ PROGRAM; echo $? >&2; } 2>err | head -1; tail -2 err"),
    "stdout closed": ("print(1)\n", "PROGRAM >&-; echo $?"),
    "stdin closed": ("try:\n    input()\nexcept RuntimeError as e:\n    print(e)\n", "PROGRAM <&-; echo $?"),
    "disk full": ("print(1)\n", "PROGRAM 2>&1 >/dev/full; echo $?"),
    "exit code": ("import sys\nsys.exit(7)\n", "PROGRAM; echo $?"),
    "C locale": ("print('é')\n", "LC_ALL=C PROGRAM"),
    "PYTHONIOENCODING": ("print('é')\n", "PYTHONIOENCODING=ascii PROGRAM 2>&1 | tail -1"),
    "environment": ("import os\nprint(os.environ['GREETING'], os.environ.get('NONE'))\n", "GREETING=hällo PROGRAM"),
    "reads a pipe": ("import sys\nprint(sum(int(x) for x in sys.stdin))\n", "seq 1 1000 | PROGRAM"),
    "input from a pipe": ("while True:\n    print(input('? ') * 2)\n", "printf 'a\\nb' | PROGRAM 2>err; tail -1 err"),
    "much output": ("for i in range(200000): print('line', i)\n", "PROGRAM | md5sum"),
    "arguments": ("import sys\nprint(sys.argv[1:])\n", "PROGRAM a 'b c' '' -x --help 'é'"),
    "argument that is not UTF-8": ("import sys\nprint(ascii(sys.argv[1:]))\n", "PROGRAM $(printf '\\377\\303')"),
}
# name: (program, what it prints before the signal is sent). Compared: output and how it ended.
INTERRUPTED = {
    "uncaught in a loop": "print('ready', flush=True)\nn = 0\nwhile True:\n    n += 1\n",
    "caught": "print('ready', flush=True)\ntry:\n    while True:\n        pass\nexcept KeyboardInterrupt:\n    print('caught')\n",
    "finally runs": "print('ready', flush=True)\ntry:\n    while True:\n        pass\nfinally:\n    print('cleanup')\n",
    "no Exception": "print('ready', flush=True)\ntry:\n    while True:\n        pass\nexcept Exception:\n    print('never')\n",
    "while reading": "print('ready', flush=True)\ninput()\n",
    "caught while reading": "print('ready', flush=True)\ntry:\n    input()\nexcept KeyboardInterrupt:\n    print('caught')\n",
    "caught while sleeping": "import time\nprint('ready', flush=True)\ntry:\n    time.sleep(30)\nexcept KeyboardInterrupt:\n"
                             "    print('caught')\n",
    "in a comprehension, with runs": "class C:\n    def __enter__(self): print('ready', flush=True)\n"
                                     "    def __exit__(self, *a): print('left', a[0].__name__)\n"
                                     "with C():\n    [0 for i in range(10 ** 15) if i < 0]\n",
    "while sleeping": "import time\nprint('ready', flush=True)\ntime.sleep(30)\n",
}
# `krait run` against python3: arguments that name a program, its standard input.
STARTS = {
    "file": (["prog.py", "a", "-c"], ""),
    "file in the folder": (["./prog.py"], ""),
    "code": (["-c", "import sys; print(sys.argv, __name__); sys.exit(3)", "x"], ""),
    "module": (["-m", "prog", "y"], ""),
    "module of a package": (["-m", "pkg.tool"], ""),
    "package": (["-m", "pkg", "z"], ""),
    "standard input": (["-", "q"], "import sys\nprint(sys.argv, __name__)\n"),
}
# Cases that Krait does not get right yet; --pending runs them, too.
PENDING = set()
ENVIRONMENT = test_program.ENVIRONMENT


class Suite:
    def __init__(self, build, folder, pending=False):
        self.pending = pending
        self.krait = build / "bin/krait"
        self.folder = folder
        self.checks = Checks()

    def build_program(self, name, text):
        """Writes and compiles a program; returns its commands under CPython and as an executable, or None."""
        source = self.folder / "prog.py"
        source.write_text(text)
        output = self.folder / "prog"
        output.unlink(missing_ok=True)
        process = subprocess.run([self.krait, "build", source, "-o", output], stdin=subprocess.DEVNULL,
                                 stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)
        if process.returncode != 0:
            self.checks.check(False, f"{name}: not compiled: {process.stdout[:300]}")
            return None
        return [test_program.ORACLE, str(source)], [str(output)]

    def compare(self, name, expected, got):
        self.checks.check(got == expected, f"{name}: got {got!r:.500}, expected {expected!r:.500}")

    def shell(self, name, text, command):
        commands = self.build_program(name, text)
        if not commands:
            return
        results = []
        for words in commands:
            line = command.replace("PROGRAM", " ".join(words))
            process = subprocess.run(["sh", "-c", line], cwd=self.folder, env=ENVIRONMENT, stdin=subprocess.DEVNULL,
                                     stdout=subprocess.PIPE, stderr=subprocess.PIPE, timeout=30)
            results.append((process.returncode, process.stdout, process.stderr))
        self.compare(name, *results)

    def interrupt(self, name, text):
        commands = self.build_program(name, text)
        if not commands:
            return
        results = []
        for words in commands:
            process = subprocess.Popen(words, cwd=self.folder, env=ENVIRONMENT, stdin=subprocess.PIPE,
                                       stdout=subprocess.PIPE, stderr=subprocess.PIPE)
            first = process.stdout.readline()
            time.sleep(0.1)
            process.send_signal(signal.SIGINT)
            try:
                process.wait(10)
            except subprocess.TimeoutExpired:
                process.kill()
            stderr = process.stderr.read().splitlines()[-1:]
            results.append((first, process.stdout.read(), stderr, process.wait()))
        self.compare(name, *results)

    def start(self, name, arguments, stdin):
        results = []
        for command in ([test_program.ORACLE], [self.krait, "run"]):
            process = subprocess.run([*command, *arguments], cwd=self.folder, input=stdin, text=True,
                                     env=ENVIRONMENT | {"XDG_CACHE_HOME": str(self.folder / "cache")},
                                     stdout=subprocess.PIPE, stderr=subprocess.PIPE, timeout=60)
            results.append((process.returncode, process.stdout, process.stderr))
        self.compare(name, *results)

    def cache(self):
        """A run sees a change of any file of the program at once, and the unchanged one comes from the cache."""
        folder = self.folder / "cached"
        folder.mkdir()
        environment = ENVIRONMENT | {"XDG_CACHE_HOME": str(folder / "cache")}

        def run():
            process = subprocess.run([self.krait, "run", folder / "main.py"], env=environment, stdin=subprocess.DEVNULL,
                                     stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, timeout=60)
            return process.stdout or process.stderr

        (folder / "main.py").write_text("import part\nprint(part.value)\n")
        for value in ("1", "2", "33", "2"):
            (folder / "part.py").write_text(f"value = {value}\n")
            for _ in range(2):
                self.compare(f"cache: value {value}", f"{value}\n", run())
            time.sleep(0.1)  # older than the clock's tick when the compiler starts
            run()
        binaries = list((folder / "cache/krait/bin").glob("*"))
        self.checks.check(len(binaries) >= 3, f"cache: {len(binaries)} executables after three versions")
        shutil.rmtree(folder / "cache")
        self.compare("cache: removed", "2\n", run())
        jobs = [subprocess.Popen([self.krait, "run", folder / "main.py"], env=environment, stdin=subprocess.DEVNULL,
                                 stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True) for _ in range(6)]
        self.compare("cache: several at once", ["2\n"] * 6, [job.communicate(timeout=60)[0] for job in jobs])

    def usage(self):
        for arguments, code in ((["--help"], 0), (["--version"], 0), ([], 2), (["run"], 2), (["nonsense"], 2),
                                (["run", "no/such/file.py"], 1), (["check", "no/such/file.py"], 1), (["explain", "K0301"], 0),
                                (["explain", "K9999"], 2), (["build", "--types=odd", "x.py"], 2)):
            process = subprocess.run([self.krait, *arguments], stdin=subprocess.DEVNULL, stdout=subprocess.PIPE,
                                     stderr=subprocess.PIPE, env=ENVIRONMENT, timeout=60)
            self.compare(f"krait {' '.join(arguments)}", code, process.returncode)

    def wanted(self, name):
        return self.pending or name not in PENDING

    def run(self):
        for name, (text, command) in SHELL.items():
            if self.wanted(name):
                self.shell(name, text, command)
        for name, text in INTERRUPTED.items():
            if self.wanted(f"interrupt: {name}"):
                self.interrupt(f"interrupt: {name}", text)
        (self.folder / "prog.py").write_text("import sys\nprint(sys.argv, __name__, __file__)\nsys.exit(len(sys.argv))\n")
        package = self.folder / "pkg"
        package.mkdir()
        (package / "__init__.py").write_text("from os import path\nprint('package', path.join('a', 'b'))\n")
        (package / "tool.py").write_text("import sys\nprint('tool', sys.argv, __name__)\n")
        (package / "__main__.py").write_text("import sys\nprint('main', sys.argv, __name__)\n")
        for name, (arguments, stdin) in STARTS.items():
            if self.wanted(f"start: {name}"):
                self.start(f"start: {name}", arguments, stdin)
        self.cache()
        self.usage()
        self.checks.finish()


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--build", type=pathlib.Path, default=test_program.ROOT / "build")
    parser.add_argument("--pending", action="store_true")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        Suite(options.build.resolve(), pathlib.Path(os.path.realpath(folder)), options.pending).run()


if __name__ == "__main__":
    main()
