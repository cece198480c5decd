"""Compares random programs under Krait and CPython: run.py [--build DIR] [--functions N] [--seed N] [--first N]
[--large] [--batch N] [--jobs N] [--keep DIR] [--no-shrink] [--variants dev,leak,release] [--release N].

generate.py writes well-typed functions; a batch of them is one program, which runs under CPython (the oracle)
and as dev build, as dev build under the leak check and as release build. Compared are standard output, the exit
code and the last line of standard error; a program that Krait refuses counts as a failure, too. If a batch
differs, its halves are run, down to single functions, and what still differs is shrunk: statements are left out while the same
difference stays. The shrunk programs are written to the folder --keep.
"""
import argparse
import concurrent.futures
import os
import pathlib
import re
import subprocess
import sys
import tempfile

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent.parent))
import generate
from test_program import ENVIRONMENT, ORACLE

FUNCTIONS = 2000
SEED = 1
BATCH = 50
RUN_TIMEOUT = 20
COMPILE_TIMEOUT = 200
RELEASE = 20
LEAKED = 99
# CPython's complaints that mean that shrinking broke the program.
BROKEN = ("NameError", "UnboundLocalError", "TypeError", "AttributeError", "SyntaxError", "IndentationError")


class Outcome:
    """How a program ended."""

    def __init__(self, stdout, exit_code, stderr):
        self.stdout = stdout
        self.exit_code = exit_code
        self.last = stderr.strip().splitlines()[-1] if exit_code and stderr.strip() else ""


def start(command, **environment):
    """Runs a program without input; its Outcome, with the exit code "timeout" if it takes too long."""
    with tempfile.TemporaryDirectory() as folder:
        try:
            process = subprocess.run(command, cwd=folder, env=ENVIRONMENT | environment, stdin=subprocess.DEVNULL,
                                     capture_output=True, timeout=RUN_TIMEOUT)
        except subprocess.TimeoutExpired:
            return Outcome("", "timeout", "")
    return Outcome(process.stdout.decode(errors="surrogateescape"), process.returncode,
                   process.stderr.decode(errors="replace"))


class Comparison:
    """Runs one text under CPython and Krait."""

    def __init__(self, build, variants):
        self.krait = build / "bin/krait"
        self.variants = variants

    def difference(self, text, must_be_sound=False, variants=None):
        """"" or what differs: a word or two that name the kind, a colon, details. With `must_be_sound` a program
        that CPython finds broken shows no difference."""
        with tempfile.TemporaryDirectory() as folder:
            path = pathlib.Path(folder, "program.py")
            path.write_text(text, encoding="utf-8")
            expected = start([ORACLE, path])
            if expected.exit_code == "timeout":
                return "generator: CPython takes too long"
            if must_be_sound and (any(word in expected.last for word in BROKEN)
                                  or re.search(f"^raised ({'|'.join(BROKEN)}) ", expected.stdout, re.M)):
                return ""
            if expected.exit_code:
                return f"generator: {expected.last}" if not must_be_sound else ""
            compiled = {}
            for variant in variants or self.variants:
                output = compiled.setdefault(variant == "release", pathlib.Path(folder, "dev" if variant != "release" else variant))
                if not output.exists():
                    problem = self.compile(path, output, variant)
                    if problem:
                        return "" if must_be_sound and "error[K0202]" in problem else problem
                problem = self.compare(variant, expected, start([output], **({"KRAIT_LEAKCHECK": "1"} if variant == "leak" else {})))
                if problem:
                    return problem
        return ""

    def compile(self, path, output, variant):
        """"" or why there is no executable."""
        try:
            process = subprocess.run([self.krait, "build", path, "-o", output, *(["--release"] if variant == "release" else [])],
                                     stdin=subprocess.DEVNULL, capture_output=True, timeout=COMPILE_TIMEOUT,
                                     env=ENVIRONMENT | {"KRAIT_VERIFY": "1"})
        except subprocess.TimeoutExpired:
            return "compiler timeout: "
        if process.returncode == 0:
            return ""
        errors = process.stderr.decode(errors="replace")
        found = re.findall(r"^(error\[K\d+\]: .*)\n +--> .*:(\d+):\d+\n.*\n.*\| (.*)", errors, re.M)
        if process.returncode == 1 and found:
            return "refused " + "\n    ".join(f"{message} [{line}: {text.strip()}]" for message, line, text in found[:8])
        return f"compiler exit {process.returncode}: {errors.strip()[:600]}"

    def compare(self, variant, expected, got):
        if got.exit_code == LEAKED and variant == "leak":
            return f"leak: {got.last}"
        if got.exit_code != expected.exit_code:
            return f"{variant} exit {got.exit_code}: expected {expected.exit_code}; {got.last}"
        if got.stdout != expected.stdout:
            pairs = zip(got.stdout.splitlines() + ["(end)"], expected.stdout.splitlines() + ["(end)"])
            found, wanted = next(((a, b) for a, b in pairs if a != b), ("", ""))
            return f"{variant} output: {found!r:.200} expected {wanted!r:.200}"
        return "" if got.last == expected.last else f"{variant} stderr: {got.last!r} expected {expected.last!r}"


def kind(difference):
    """What shrinking must keep of a difference."""
    found = re.match(r"refused error\[(K\d+)\]: (\w+ \w+)", difference)
    if found:
        return found[0]
    if difference.startswith("compiler exit"):
        return re.sub(r"\d+|'[^']*'|\"[^\"]*\"|[^ ]*/[^ ]*", "#", difference.split("\n")[0])[:60]
    return difference.split(":")[0]


# Shrinking.

def parse(text):
    """The text as a tree of (line, children), by indentation."""
    root = []
    stack = [(-1, root)]
    for line in text.splitlines():
        if not line.strip():
            continue
        depth = len(line) - len(line.lstrip())
        while stack[-1][0] >= depth:
            stack.pop()
        node = [line.strip(), []]
        stack[-1][1].append(node)
        stack.append((depth, node[1]))
    return root


def render(nodes, depth=0):
    lines = []
    for line, children in nodes:
        lines.append("    " * depth + line)
        if line.endswith(":"):
            lines += render(children, depth + 1) if children else ["    " * (depth + 1) + "pass"]
    return lines


def shrink(text, differs, limit=250):
    """Leaves out statements (and replaces blocks by what is in them) while differs(text) holds."""
    root = parse(text)
    tries = 0

    def holds():
        nonlocal tries
        tries += 1
        candidate = "\n".join(render(root)) + "\n"
        try:
            compile(candidate, "candidate", "exec", dont_inherit=True)
        except (SyntaxError, ValueError):
            tries -= 1
            return False
        return differs(candidate)

    def attempt(nodes, begin, end, replacement):
        saved = nodes[begin:end]
        nodes[begin:end] = replacement
        if tries < limit and holds():
            return True
        nodes[begin:begin + len(replacement)] = saved
        return False

    def level(nodes):
        changed = False
        size = max(len(nodes) // 2, 1)
        while size:
            begin = len(nodes) - size
            while begin > -size:
                first = max(begin, 0)
                if first < len(nodes) and attempt(nodes, first, first + size, []):
                    changed = True
                begin -= size
            size //= 2
        for node in list(nodes):
            if node[1] and node[0].endswith(":"):
                changed = level(node[1]) or changed
                if not re.match(r"(class|def|except|elif|else|finally|case) ?", node[0]) and node in nodes:
                    i = nodes.index(node)
                    changed = attempt(nodes, i, i + 1, node[1]) or changed
        return changed

    import warnings
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        while level(root) and tries < limit:
            pass
    return "\n".join(render(root)) + "\n"


class Run:
    def __init__(self, options):
        self.comparison = Comparison(options.build.resolve(), options.variants.split(","))
        self.options = options

    def batch(self, indexes, variants=None):
        """The failures of the functions of one program: (index, difference, text)."""
        if not variants:
            variants = [v for v in self.comparison.variants
                        if v != "release" or indexes[0] // self.options.batch % self.options.release == 0]
        text = generate.program(self.options.seed, indexes, self.options.large)
        problem = self.comparison.difference(text, variants=variants)
        if not problem:
            return []
        failing = problem.split()[0].rstrip(":")
        variants = [failing] if failing in variants else variants
        if len(indexes) > 1:
            half = len(indexes) // 2
            failures = self.batch(indexes[:half], variants) + self.batch(indexes[half:], variants)
            return failures or [(indexes[0], f"only together, {len(indexes)} functions: {problem}", text)]
        if self.options.no_shrink:
            return [(indexes[0], problem, text)]
        wanted = kind(problem)
        text = shrink(text, lambda t: kind(self.comparison.difference(t, True, variants)) == wanted)
        return [(indexes[0], self.comparison.difference(text, True) or problem, text)]


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    root = pathlib.Path(__file__).resolve().parent.parent.parent
    parser.add_argument("--build", type=pathlib.Path, default=root / "build")
    parser.add_argument("--functions", type=int, default=FUNCTIONS)
    parser.add_argument("--first", type=int, default=0)
    parser.add_argument("--seed", type=int, default=SEED)
    parser.add_argument("--batch", type=int, default=BATCH)
    parser.add_argument("--jobs", type=int, default=os.cpu_count())
    parser.add_argument("--keep", type=pathlib.Path)
    parser.add_argument("--no-shrink", action="store_true")
    parser.add_argument("--large", action="store_true", help="longer functions, with more classes and helpers")
    parser.add_argument("--variants", default="dev,leak,release")
    parser.add_argument("--release", type=int, default=RELEASE, help="only one batch of so many is built with --release, too")
    options = parser.parse_args()
    run = Run(options)
    end = options.first + options.functions
    batches = [list(range(i, min(i + options.batch, end))) for i in range(options.first, end, options.batch)]
    failed = 0
    with concurrent.futures.ThreadPoolExecutor(options.jobs) as pool:
        for done in concurrent.futures.as_completed([pool.submit(run.batch, indexes) for indexes in batches]):
            for index, problem, text in done.result():
                failed += 1
                print(f"FAIL seed {options.seed}, function {index}: {problem}", flush=True)
                if options.keep:
                    options.keep.mkdir(parents=True, exist_ok=True)
                    (options.keep / f"{options.seed}_{index}.py").write_text("# " + problem.replace("\n", "\n# ") + "\n" + text)
    print(f"{options.functions - failed} passed, {failed} failed")
    sys.exit(1 if failed else 0)


if __name__ == "__main__":
    main()
