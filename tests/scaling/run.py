"""How much work `krait check` has with programs that grow: run.py [--build DIR]. Each program is generated in two
sizes; the functions that inference evaluates (`--stats`) may grow only as the program does, and time and memory are
bounded."""
import os
import pathlib
import re
import resource
import subprocess
import sys
import tempfile

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent.parent))
from check_support import Checks, build_folder

SECONDS, MEMORY = 20, 2 << 30
GROWTH = 4  # the larger program is that much larger
MOST = 1.3  # … and may take that much more than in proportion


def merged_lists(n):
    """Lists meet in one variable one after the other, while many functions of the library look at it."""
    lines = ["rows = [[0]]"]
    for k in range(n):
        lines += [f"def key_{k}(x):", f"    return x + {k}", f"def put_{k}():", f"    global v_{k + 1}", f"    row = [v_{k}]",
                  "    rows.append(row)", f"    v_{k + 1} = {k}"]
    lines += ["def use():", *(f"    print(max(rows[{k}], key=key_{k}))" for k in range(n)), "use()"]
    return lines + [*(f"put_{k}()" for k in reversed(range(n))), "v_0 = 1"]


def wide_types(n):
    """A type whose text would have more members than fit into any memory is named in a message."""
    lines = ["def wide(k):", "    x0 = k"]
    for level in range(4):
        lines.append(f"    x{level + 1} = x{level},")
        for arity in range(1, n + 1):
            lines += [f"    if k == {arity}:", f"        x{level + 1} = " + f"x{level}, " * arity]
    return lines + ["    return x4", "print(wide(3).nothing)"]


def generic_classes(n):
    """Objects of classes that have to be generic, each of which reaches all the others in very many ways."""
    lines = []
    for i in range(n):
        lines += [f"class Part{i}:", "    def __init__(self, value):", "        self.value = value",
                  *(f"        self.part{j} = None" for j in range(n))]
    for i in range(n):
        lines += [f"a{i} = Part{i}({i})", f"b{i} = Part{i}('{i}')"]
    lines += [f"{x}{i}.part{j} = {x}{j}" for x in "ab" for i in range(n) for j in range(n) if i != j]
    return lines + ["def show(x):", "    return x.value", *(f"print(show(a{i}) + 1, show(b{i}) + 'x')" for i in range(n))]


# name: (program, smaller size)
PROGRAMS = {"merged lists": (merged_lists, 100), "wide types": (wide_types, 8), "generic classes": (generic_classes, 6)}


def limits():
    if "ASAN_OPTIONS" not in os.environ:  # a sanitized compiler reserves terabytes of addresses
        resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    resource.setrlimit(resource.RLIMIT_CPU, (SECONDS, SECONDS))


def evaluations(compiler, path, lines):
    """How many functions were evaluated, or 0, and what the compiler said."""
    path.write_text("\n".join(lines) + "\n")
    process = subprocess.run([compiler, "check", "--stats", path], stdin=subprocess.DEVNULL, stdout=subprocess.PIPE,
                             stderr=subprocess.STDOUT, preexec_fn=limits, text=True, errors="replace")
    found = re.search(r"^evaluations +(\d+)$", process.stdout, re.M)
    return int(found[1]) if found and process.returncode in (0, 1) else 0, process.stdout


def main():
    compiler = build_folder() / "libexec/krait/krait-compiler"
    checks = Checks()
    with tempfile.TemporaryDirectory() as folder:
        for name, (program, size) in PROGRAMS.items():
            counts = []
            for n in (size, size * GROWTH):
                count, output = evaluations(compiler, pathlib.Path(folder, "program.py"), program(n))
                checks.check(count, f"{name}: no verdict for size {n}: {output[-500:]}")
                counts.append(count)
            checks.check(counts[1] <= counts[0] * GROWTH * MOST, f"{name}: {counts[0]} evaluations grow to {counts[1]}")
    checks.finish()


if __name__ == "__main__":
    main()
