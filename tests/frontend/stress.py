#!/usr/bin/python3
"""Programs that are too deep, too long or no programs at all: a verdict like CPython's, in time, no crash.

stress.py SYNTAX
"""
import os
import random
import resource
import subprocess
import sys
import tempfile

# One generator a way of nesting or chaining. Limits of CPython's parser stack that depend on its
# grammar's shape (MemoryError) are not copied: see docs/frontend.md.
CHAINS = {
    "not": lambda n: "not " * n + "a",
    "minus": lambda n: "-" * n + "a",
    "lambda": lambda n: "lambda:" * n + "a",
    "conditional": lambda n: "x if y else " * n + "a",
    "plus": lambda n: "a" + "+a" * n,
    "attribute": lambda n: "a" + ".b" * n,
    "call": lambda n: "a" + "()" * n,
    "subscript": lambda n: "a" + "[0]" * n,
    "power": lambda n: "a" + "**a" * n,
    "and": lambda n: "a" + " and a" * n,
    "compare": lambda n: "a" + "<a" * n,
    "strings": lambda n: "'a'" + " 'a'" * n,
    "elif": lambda n: "if a: pass\n" + "elif a: pass\n" * n,
    "assign": lambda n: "a=" * n + "1",
    "parentheses": lambda n: "(" * n + "a" + ")" * n,
    "lists": lambda n: "[" * n + "a" + "]" * n,
    "dicts": lambda n: "{1:" * n + "a" + "}" * n,
    "calls": lambda n: "f(" * n + "a" + ")" * n,
    "indices": lambda n: "a[" * n + "a" + "]" * n,
    "walrus": lambda n: "(a:=" * n + "a" + ")" * n,
    "open": lambda n: "(" * n,
    "open mixed": lambda n: "([{" * n,
    "closed": lambda n: ")" * n,
    "comprehension": lambda n: "[" * n + "a" + " for x in y]" * n,
    "for clauses": lambda n: "[a " + "for a in a " * n + "]",
    "indentation": lambda n: "".join(" " * i + "if a:\n" for i in range(n)) + " " * n + "pass",
    "loops": lambda n: "".join(" " * i + "for a in a:\n" for i in range(n)) + " " * n + "pass",
    "with items": lambda n: "with " + ",".join(["a"] * n) + ": pass",
    "targets": lambda n: "(" * n + "a" + ",)" * n + "=1",
    "patterns": lambda n: "match a:\n case " + "[" * n + "a" + "]" * n + ": pass",
    "or patterns": lambda n: "match a:\n case " + "1|" * n + "1: pass",
    "arguments": lambda n: "f(" + "a," * n + ")",
    "parameters": lambda n: "def f(" + "".join("a%d," % i for i in range(n)) + "): pass",
    "keywords": lambda n: "f(" + "".join("a%d=1," % i for i in range(n)) + ")",
    "globals": lambda n: "global " + ",".join("a%d" % i for i in range(n)),
    "imports": lambda n: "import " + ",".join(["a.b"] * n),
    "nested sums": lambda n: "(" * 100 + "a" + ("+a" * n + ")") * 100,
    "statements": lambda n: "a;" * n,
    "decorators": lambda n: "@a\n" * n + "def f(): pass",
    "star targets": lambda n: "*a, " + "b," * n + " = c",
    "names": lambda n: "a " * n,
    "try": lambda n: "".join(" " * i + "try:\n" for i in range(n)) + " " * n + "pass\n"
    + "".join(" " * i + "finally: pass\n" for i in reversed(range(n))),
    "digits": lambda n: "1" * n,
    "hexadecimal": lambda n: "0x" + "f" * n,
    "semicolon lambda": lambda n: "f(" + "lambda: " * n + "0)",
    "await": lambda n: "async def f(): return " + "-await a**" * n + "a",
    "bad dict": lambda n: "{1: " * n + "a b" + "}" * n,
    "bad list": lambda n: "[" * n + "a b" + "]" * n,
    "bad call": lambda n: "f(a, " * n + "a = b c" + ")" * n,
    "bad tail": lambda n: "f(" + "a, " * n + "a b)",
    "bad sum": lambda n: "a" + "+a" * n + " b",
    "bad walrus": lambda n: "(a = " * n + "a" + ")" * n,
    "bad group": lambda n: "(*" * n + "a" + ")" * n,
    "bad target": lambda n: "(" * n + "f()" + ",)" * n + "=1",
}
SIZES = (1, 10, 19, 20, 21, 90, 98, 99, 100, 101, 150, 199, 200, 201, 1000, 2900, 3100, 20000)
# Where CPython's own parser runs out of stack before its limits on depth.
GRAMMAR_STACK = {("lambda", 2900), ("power", 2900)}

ORACLE = """
import sys, warnings
warnings.simplefilter("ignore")
for path in sys.stdin.read().split("\\n"):
    if not path: continue
    data = open(path, "rb").read()
    try:
        data.decode()
    except UnicodeDecodeError:
        # compile() lets wrong bytes pass in comments; a file read by the interpreter may not have any.
        if b"coding" not in data:
            print("refused", path)
            continue
    try:
        compile(data, path, "exec", dont_inherit=True)
        print("ok", path)
    except MemoryError:
        print("memory", path)
    except BaseException as e:
        print("refused", path)
"""


def cpu_time():
    """Seconds that finished child processes computed: what else the machine does is no concern of the limits."""
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def garbage(folder):
    rng = random.Random(7)
    files = []

    def write(name, data):
        path = os.path.join(folder, name)
        with open(path, "wb") as f:
            f.write(data)
        files.append(path)

    write("nul.py", b"a = 1\0\nb = 2\n")
    write("only_nul.py", b"\0" * 1000)
    write("long_line.py", b"x = [" + b"1, " * 3500000 + b"]")
    write("long_string.py", b"x = '" + b"a" * 10000000 + b"'")
    write("long_name.py", b"a" * 10000000)
    write("long_comment.py", b"#" + b"a" * 10000000)
    write("long_spaces.py", b" " * 10000000 + b"\n")
    write("long_unterminated.py", b"x = '" + b"a" * 10000000)
    write("long_open.py", b"x = (" + b"1, " * 3500000)
    write("long_bad.py", b"x = [" + b"1, " * 3500000 + b"1 2]")
    write("long_newlines.py", b"\n" * 10000000)
    write("long_quotes.py", b"'" * 10000001)
    write("long_errors.py", b"a b\n" * 200000)
    write("long_lexical_errors.py", b"1a ? $ \n" * 200000)
    write("long_backslashes.py", b"\\\n" * 1000000)
    write("long_digits.py", b"1" * 5000000)
    write("long_fstring.py", b"f'" + b"{a}" * 1000000 + b"'")
    write("long_braces.py", b"f'" + b"{" * 1000001 + b"'")
    write("empty.py", b"")
    for i in range(150):
        write("random%d.py" % i, rng.randbytes(rng.choice((1, 10, 100, 3000))))
    printable = bytes(range(32, 127)) + b"\n\t\f\r" + b"()[]{}:,.'\"\\#" * 3
    for i in range(400):
        write("printable%d.py" % i, bytes(rng.choice(printable) for _ in range(rng.choice((3, 30, 300)))))
    words = ("def f ( ) : \n \n\x20\x20 if else x = 1 'a' \"\"\" f' { } [ ] lambda for in async await with as "
             "try except match case type yield return * ** , . ! := @ class \\\n # é \xff").split(" ")
    for i in range(400):
        text = " ".join(rng.choice(words) for _ in range(rng.choice((5, 40, 200))))
        write("words%d.py" % i, text.encode("latin-1"))
    return files


def verdicts(syntax, files, failures):
    """Runs krait-syntax over the files one process at a time if needed; {file: verdict}."""
    got = {}
    pending = list(files)
    while pending:
        run = subprocess.run([syntax, "--check"], input="\n".join(pending) + "\n",
                             capture_output=True, text=True, errors="replace")
        for line in run.stdout.split("\n"):
            verdict, _, path = line.partition(" ")
            if verdict in ("ok", "refused", "unreadable"):
                got[path] = verdict
        if run.returncode == 0:
            break
        crashed = next(p for p in pending if p not in got)
        failures.append((crashed, "krait-syntax ended with status %d: %s" % (
            run.returncode, run.stderr[-1500:])))
        got[crashed] = "crash"
        pending = pending[pending.index(crashed) + 1:]
    return got


def run(syntax):
    """Returns (number of checks passed, failures)."""
    failures = []
    with tempfile.TemporaryDirectory() as folder:
        chains = []
        for name, make in CHAINS.items():
            for n in SIZES:
                path = os.path.join(folder, "%s-%d.py" % (name.replace(" ", "_"), n))
                with open(path, "w") as f:
                    f.write(make(n) + "\n")
                chains.append((name, n, path))
        junk = garbage(folder)
        timed = []
        start = cpu_time()
        have = verdicts(syntax, [p for _, _, p in chains], failures)
        have.update(verdicts(syntax, junk, failures))
        elapsed = cpu_time() - start
        if elapsed > 120:
            failures.append(("all", "took %.0f s" % elapsed))
        for name in ("bad_list-199", "bad_dict-199", "bad_call-199", "bad_walrus-199", "names-20000"):
            path = os.path.join(folder, name + ".py")
            start = cpu_time()
            verdicts(syntax, [path], failures)
            timed.append((name, cpu_time() - start))
        for name, seconds in timed:
            if seconds > 5:
                failures.append((name, "took %.1f s" % seconds))
        # CPython takes very long over some of the sizes; what it is asked stays small.
        asked = [(name, n, p) for name, n, p in chains
                 if not (name.startswith(("bad", "names", "open", "comprehension")) and n > 20)
                 and not (name == "for clauses" and n > 1000)]
        asked += [("junk", 1, p) for p in junk if os.path.getsize(p) < 5000]
        want = {}
        for i in range(0, len(asked), 50):
            batch = asked[i:i + 50]
            out = subprocess.run([sys.executable, "-c", ORACLE],
                                 input="\n".join(p for _, _, p in batch) + "\n",
                                 capture_output=True, text=True)
            for line in out.stdout.split("\n"):
                verdict, _, path = line.partition(" ")
                want[path] = verdict
        for name, n, path in asked:
            w, h = want.get(path), have.get(path)
            if w == "memory" and (h == "refused" or (name, n) in GRAMMAR_STACK):
                continue
            if w != h:
                detail = ""
                if name == "junk":
                    with open(path, "rb") as f:
                        detail = repr(f.read(300))
                failures.append((os.path.basename(path), "CPython: %s, krait: %s %s" % (w, h, detail)))
        total = len(chains) + len(junk) + len(timed)
    return total - len(failures), failures


def main():
    passed, failures = run(sys.argv[1])
    for what, why in failures:
        print("FAIL %s: %s" % (what, why))
    print("%d passed, %d failed" % (passed, len(failures)))
    return 1 if failures else 0


if __name__ == "__main__":
    sys.exit(main())
