"""How long `krait run` of a hello-world program takes, cold and cached: startup.py [--build DIR]

Beside it: the built executable alone and CPython. Wall time, median of several runs; every cold run has
an empty run cache.
"""
import argparse
import os
import pathlib
import shutil
import statistics
import subprocess
import tempfile
import time

ROOT = pathlib.Path(__file__).resolve().parent.parent


def wall(command, environment):
    start = time.perf_counter()
    process = subprocess.run(command, env=environment, stdout=subprocess.PIPE, check=True)
    elapsed = time.perf_counter() - start
    if process.stdout != b"hello, world\n":
        raise SystemExit(f"{command} printed {process.stdout!r}")
    return elapsed * 1000


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--build", type=pathlib.Path, default=ROOT / "build")
    build = parser.parse_args().build.resolve()
    krait = build / "bin/krait"
    with tempfile.TemporaryDirectory() as folder:
        folder = pathlib.Path(folder)
        program = folder / "hello.py"
        program.write_text('print("hello, world")\n')
        time.sleep(0.1)  # a file changed at the very start of a compilation is not cached
        environment = os.environ | {"XDG_CACHE_HOME": str(folder / "cache")}
        executables = {}
        for kind, options in (("dev", []), ("release", ["--release"])):
            executables[kind] = folder / f"hello-{kind}"
            subprocess.run([krait, "build", *options, program, "-o", executables[kind]], check=True)

        def cold():
            shutil.rmtree(folder / "cache", ignore_errors=True)
            return wall([krait, "run", program], environment)

        rows = [("krait run, cold", cold, 7),
                ("krait run, cached", lambda: wall([krait, "run", program], environment), 50),
                ("the executable", lambda: wall([executables["dev"]], environment), 50),
                ("/usr/bin/python3", lambda: wall(["/usr/bin/python3", program], environment), 20)]
        for name, run, rounds in rows:
            print(f"{name:20} {statistics.median(run() for _ in range(rounds)):8.2f} ms")
        for kind, path in executables.items():
            print(f"{kind + ' executable':20} {path.stat().st_size / 1024:8.0f} KiB")


if __name__ == "__main__":
    main()
