"""Start-up, exceptions, tracebacks, files and the end of the program, compared with CPython."""
import os
import random
import subprocess
import sys
import threading

HERE = os.path.dirname(os.path.abspath(__file__))
sys.path.insert(0, HERE)
import traceback_programs  # noqa: E402

PYTHON = "/usr/bin/python3"
ENV = {"PATH": "/usr/bin:/bin", "PYTHONHASHSEED": "0", "LC_ALL": "C.UTF-8", "KRAIT_LEAKCHECK": "1"}


def run(argv, data=None, stdout=subprocess.PIPE, env=None, **more):
    """(exit code, stdout, stderr) as bytes."""
    r = subprocess.run(argv, input=data, stdout=stdout, stderr=subprocess.PIPE, env={**ENV, **(env or {})},
                       timeout=60, **more)
    return r.returncode, r.stdout, r.stderr


def python(code, scratch, **more):
    path = os.path.join(scratch, "oracle_system.py")
    with open(path, "w", encoding="utf-8") as f:
        f.write(code)
    return run([PYTHON, path], **more)


def oracle_traceback(path, target):
    described = run([PYTHON, os.path.join(HERE, "tracebacks.py"), path, target])
    if described[2] == b"the program did not raise\n":
        return None
    if described[0] != 0:
        raise RuntimeError(f"{path}: {described[2]}")
    return run([PYTHON, path])


def check_tracebacks(t, driver):
    programs = traceback_programs.PROGRAMS + list(traceback_programs.generated(150))
    for i, program in enumerate(programs):
        path = os.path.join(t.scratch, f"p{i}.py")
        target = os.path.join(t.scratch, f"p{i}.txt")
        with open(path, "wb") as f:
            f.write(program if isinstance(program, bytes) else program.encode("utf-8"))
        expected = oracle_traceback(path, target)
        if expected is None:
            continue
        rc, _, err = expected
        got = run([driver, "raise", target])
        t.equal((got[0], got[2]), (rc, err), f"traceback of {program!r}")
        if i % 10 == 0:  # the file is gone, or shorter than it was
            with open(path, "w") as f:
                f.write("# short")
            changed = python(CHANGED.format(path=path, text=program), t.scratch)
            t.equal(run([driver, "raise", target])[2], changed[2], f"source shortened: {program!r}")
            os.remove(path)
            removed = python(REMOVED.format(path=path, text=program), t.scratch)
            t.equal(run([driver, "raise", target])[2], removed[2], f"source gone: {program!r}")


# The uncaught traceback when the file changed after compilation. The frame of this file itself is taken off.
CHANGED = """
import sys
path = {path!r}
text = {text!r}
code = compile(text, path, "exec")
with open(path, "w") as f:
    f.write("# short")
try:
    exec(code, {{"__name__": "__main__"}})
except BaseException as e:
    e.__traceback__ = e.__traceback__.tb_next
    sys.excepthook(type(e), e, e.__traceback__)
"""
REMOVED = CHANGED.replace('with open(path, "w") as f:\n    f.write("# short")', "")


def check_exits(t, driver):
    def both(args, code, what, **more):
        expected = python(code, t.scratch, **more)
        got = run([driver, *args], **more)
        t.equal((got[0], got[1]), (expected[0], expected[1]), what + " (code, stdout)")
        return got, expected

    def all_three(args, code, what, **more):
        got, expected = both(args, code, what, **more)
        t.equal(got[2], expected[2], what + " (stderr)")

    all_three(["hello"], "print('hello')", "hello")
    all_three(["exit-none"], "raise SystemExit(None)", "exit None")
    all_three(["exit-empty"], "raise SystemExit", "exit without a value")
    all_three(["exit-true"], "raise SystemExit(True)", "exit True")
    for n in (0, 1, 3, 255, 256, 259, -1, -300, 2**31, 2**32 + 5, 2**40 + 3):
        all_three(["exit-int", str(n)], f"raise SystemExit({n})", f"exit {n}")
    all_three(["exit-str", "msg"], "print('a')\nraise SystemExit('msg')", "exit with a message")
    full = {"stdout": open("/dev/full", "wb")}
    all_three(["hello"], "print('hello')", "full device", **full)
    all_three(["exit-int", "3"], "raise SystemExit(3)", "full device, exit, nothing printed", **full)
    all_three(["exit-str", "m"], "print('a')\nraise SystemExit('m')", "full device, exit", **full)
    got, expected = both(["flush"], "print('5', flush=True)", "full device, flush", **full)
    t.equal(got[2].split(b"\n")[-3:], expected[2].split(b"\n")[-3:], "full device, flush (stderr)")
    for n in (100, 1859, 1860, 1861, 1862, 5000, 100000):
        got, expected = both(["count", str(n)], f"for i in range({n}): print(i)", f"full device, {n} lines", **full)
        t.equal(b"ignored" in got[2], b"ignored" in expected[2], f"full device, {n} lines: error at exit")

    # both streams in one pipe
    def joined(argv):
        r = subprocess.run(argv, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, env=ENV)
        return r.returncode, [line for line in r.stdout.split(b"\n") if not line.startswith((b"  ", b"Trace"))]
    path = os.path.join(t.scratch, "order.py")
    with open(path, "w") as f:
        f.write("import sys\nprint('o1')\nprint('e1', file=sys.stderr)\nprint('o2')\n1 / 0\n")
    t.equal(joined([driver, "order"]), joined([PYTHON, path]), "stdout after stderr")

    # closed streams
    for closed in ("<&-", ">&-", "2>&-", "<&- >&- 2>&-"):
        code = "import sys\nprint(*[int(s is not None) for s in (sys.stdin, sys.stdout, sys.stderr)])"
        path = os.path.join(t.scratch, "present.py")
        with open(path, "w") as f:
            f.write(code)
        t.equal(run(["sh", "-c", f"{driver} present {closed}"])[:2],
                run(["sh", "-c", f"{PYTHON} {path} {closed}"])[:2], f"closed: {closed}")

    # broken pipe: what the reader got, code and message
    def broken(argv, lines):
        p = subprocess.Popen(argv, stdout=subprocess.PIPE, stderr=subprocess.PIPE, env=ENV)
        for _ in range(lines):
            p.stdout.readline()
        p.stdout.close()
        err = p.stderr.read()
        return p.wait(), b"ignored" in err
    path = os.path.join(t.scratch, "broken.py")
    with open(path, "w") as f:
        f.write("for i in range(300000): print(i)")
    t.equal(broken([driver, "count", "300000"], 3), broken([PYTHON, path], 3), "broken pipe")

    # dying of SIGINT
    path = os.path.join(t.scratch, "interrupt.py")
    with open(path, "w") as f:
        f.write("raise KeyboardInterrupt")
    t.equal(run([driver, "interrupt"])[0], run([PYTHON, path])[0], "KeyboardInterrupt ends by SIGINT")
    p = subprocess.Popen([driver, "wait"], stdout=subprocess.PIPE, stderr=subprocess.PIPE, env=ENV)
    threading.Timer(0.3, lambda: p.send_signal(2)).start()
    out, err = p.communicate(timeout=30)
    t.equal((p.returncode, out, err), (-2, b"waiting\n", b"KeyboardInterrupt\n"), "SIGINT while running")

    for message in ("boom", ""):
        got = run([driver, "ignored", message])
        args = repr(message) if message else ""
        expected = python("import sys\nclass A:\n    def __del__(self): pass\n"
                          "class H: pass\nh = H()\n"
                          f"h.exc_type, h.exc_value, h.exc_traceback = ValueError, ValueError({args}), None\n"
                          "h.err_msg, h.object = None, A.__del__\n"
                          "try:\n    raise h.exc_value\nexcept ValueError: pass\n"
                          "class D:\n    def __del__(self): raise e\n"
                          f"e = ValueError({args})\nD()\n", t.scratch)
        t.equal(got[2].split(b"\n")[-2:], expected[2].split(b"\n")[-2:], f"ignored exception {message!r}")
    all_three(["strerror"], "import os\nfor i in range(140): print(repr(os.strerror(i)))", "strerror")
    words = ["", "a b", "é日本", "\udcff\udc80x", "\U0001f600"]
    got = run([driver, "argv", *[os.fsencode(w) for w in words]])
    path = os.path.join(t.scratch, "argv.py")
    with open(path, "w") as f:
        f.write("import sys\nfor a in sys.argv[1:]: print(repr(a))")
    t.equal(got, run([PYTHON, path, *[os.fsencode(w) for w in words]]), "argv")


def check_print(t, driver):
    texts = ["x", "é", "日本", "\U0001f600", "aé日\U0001f600b" * 50, "\x80\xff" * 3000, "日" * 9000, "z" * 8191,
             "z" * 8192, "z" * 70000]
    path = os.path.join(t.scratch, "print.py")
    with open(path, "w") as f:
        f.write("import sys\nprint(sys.argv[1])")
    for env in ({}, {"LC_ALL": "C"}, {"PYTHONIOENCODING": "latin-1"}, {"PYTHONIOENCODING": "ascii"},
                {"PYTHONIOENCODING": "ascii:replace"}, {"PYTHONIOENCODING": "utf-16"},
                {"PYTHONIOENCODING": ":backslashreplace"}, {"PYTHONIOENCODING": "utf-8-sig"},
                {"PYTHONIOENCODING": "utf-8"}, {"PYTHONUTF8": "1"}, {"PYTHONUNBUFFERED": "1"},
                {"LC_ALL": "", "LANG": "C.UTF-8"}, {"LC_ALL": "POSIX", "PYTHONIOENCODING": "cp1252:xmlcharrefreplace"}):
        for text in [*texts, "a\udcffb", "\ud800"]:
            if text == "\ud800":
                data = None
                got = run([driver, "print", b"\xed\xa0\x80"], env=env)  # surrogateescape of each byte
                expected = run([PYTHON, path, b"\xed\xa0\x80"], env=env)
            else:
                got = run([driver, "print", os.fsencode(text)], env=env)
                expected = run([PYTHON, path, os.fsencode(text)], env=env)
            t.equal((got[0], got[1]), (expected[0], expected[1]), f"print {text[:20]!r} {len(text)} {env}")
            if expected[0] and env.get("PYTHONIOENCODING") != "utf-16":
                # "'ascii' codec can't encode character '\xe9' in position 0: ordinal not in range(128)"
                words = expected[2].decode(errors='replace').strip().split("\n")[-1]
                mine = got[2].decode(errors='replace').strip().split("\n")[-1]
                encoding, start, _, reason = mine.split(": ", 1)[1].split(" ", 3)
                t.check(f"'{encoding}' codec" in words and f"position {start}" in words
                        and words.endswith(": " + reason), f"print {text!r} {env}: {mine} | {words}")


READER = """
import sys
path, encoding, errors, newline, binary, operations = {spec!r}
f = open(0 if path == "-" else path, "rb" if binary else "r", **({{}} if binary else dict(
    encoding=encoding, errors=errors, newline=newline)))
def fail(e):
    e = e.args
    print("UnicodeDecodeError", e[0], len(e[1]), e[2], e[3], e[4])
for op in operations:
    kind, number = op[0], int(op[1:] or 0)
    try:
        if kind in "l*L":
            while True:
                line = f.readline(number) if kind == "L" else f.readline()
                if not line:
                    print("end")
                    break
                print(repr(line))
                if kind == "l":
                    break
        elif kind == "r":
            print(repr(f.read(number)))
        elif kind == "a":
            print(repr(f.read()))
        elif kind == "t":
            print(repr(str(f.tell())))
        elif kind == "s":
            f.seek(number)
    except UnicodeDecodeError as e:
        fail(e)
    except UnicodeError as e:
        print("error -5008")
"""
NEWLINES = [None, "", "\n", "\r", "\r\n"]


def random_content(rng, kind):
    """Bytes with line ends of all sorts, sometimes many, around the chunk size."""
    pieces = {"ascii": ["a", "hello world", " ", "x" * 50],
              "text": ["a", "é", "日本", "\U0001f600", "hello", "\u2028", "\x85", "z" * 30]}[kind]
    ends = rng.choice([["\n"], ["\r\n"], ["\r"], ["\n", "\r", "\r\n", "\n\r", "\r\r\n"]])
    size = rng.choice([0, 1, 3, 20, 300, 3000])
    out = []
    for _ in range(size):
        out.append(rng.choice(pieces))
        if rng.random() < .3:
            out.append(rng.choice(ends))
    text = "".join(out)
    if rng.random() < .3:  # put a line end or a wide character across the end of a chunk
        fill = 8192 * rng.randrange(1, 3) - rng.randrange(4)
        text = "q" * fill + rng.choice(["\r\n", "é" if kind == "text" else "e", "\r", "日" if kind == "text" else "n"]) + text
    return text


def check_reading(t, driver, count=int(os.environ.get("RUNTIME_TEST_READS", 400))):
    rng = random.Random(11)
    encodings = ["utf-8"] * 6 + ["ascii", "latin-1", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "utf-8-sig",
                                 "cp1252", "iso-8859-15"]
    for i in range(count):
        encoding = rng.choice(encodings)
        text = random_content(rng, rng.choice(["ascii", "text"]))
        data = text.encode(encoding, "ignore")
        errors = rng.choice(["strict", "strict", "replace", "ignore", "surrogateescape", "backslashreplace"])
        if rng.random() < .3 and data and not (encoding == "utf-32" and errors == "surrogateescape"):
            data = bytearray(data)
            for _ in range(rng.randrange(1, 4)):
                at = rng.randrange(len(data) + 1)
                data[at:at] = rng.choice([b"\xff", b"\x80", b"\xe9", b"\xf0\x9f", b"\xed\xa0\x80", b"\xc3", b"\x81"])
            if rng.random() < .3:
                del data[-1]
            data = bytes(data)
        path = os.path.join(t.scratch, "content")
        with open(path, "wb") as f:
            f.write(data)
        newline = rng.randrange(5)
        binary = rng.random() < .15
        operations = rng.choice([["*"], ["a"], ["l", "l", "r5", "l", "a"], ["r1"] * 12 + ["*"], ["r100", "l", "r3", "a", "l"],
                                 ["L3"], ["L40"], ["r8190", "r3", "r5", "*"], ["l", "s0", "*", "l"], ["r20000", "a"],
                                 ["l", "a", "a", "l", "r4"]])
        # tell() is opaque but where it is a plain byte position
        if encoding == "utf-8" and data == text.encode("utf-8") and b"\r" not in data and rng.random() < .4:
            operations = [x for op in operations for x in ((op, "t") if op != "L3" else (op,))]
        stdin = rng.random() < .15 and not any(op[0] in "ts" for op in operations)
        spec = ("-" if stdin else path, encoding, errors, NEWLINES[newline], binary, operations)
        more = {"data": data} if stdin else {}
        expected = python(READER.format(spec=spec), t.scratch, **more)
        got = run([driver, "read-binary" if binary else "read", spec[0], encoding, errors, str(newline), *operations],
                  **more)
        if not t.equal(got, expected, f"reading {data[:40]!r} ({len(data)} bytes) {spec}"):
            with open(os.path.join(t.scratch, f"failed{i}"), "wb") as f:
                f.write(data)


def check_writing(t, driver, count=120):
    rng = random.Random(12)
    for _ in range(count):
        encoding = rng.choice(["utf-8", "utf-8", "latin-1", "utf-16", "utf-8-sig", "utf-32", "ascii", "cp1252"])
        errors = rng.choice(["strict", "replace", "backslashreplace", "xmlcharrefreplace"])
        newline = rng.randrange(5)
        pieces = [rng.choice(["a", "é\n", "日本\n", "\r\n", "line\n", "", "@9000", "@8192", "@8191", "!", "x" * 3000 + "\n",
                              "\U0001f600"]) for _ in range(rng.randrange(12))]
        mine, theirs = os.path.join(t.scratch, "mine"), os.path.join(t.scratch, "theirs")
        expected = python(f"""
f = open({theirs!r}, "w", encoding={encoding!r}, errors={errors!r}, newline={NEWLINES[newline]!r})
for piece in {pieces!r}:
    try:
        if piece == "!": f.flush()
        else: f.write("x" * int(piece[1:]) if piece[:1] == "@" else piece)
    except UnicodeEncodeError:
        print("write failed")
f.close()
""", t.scratch)
        got = run([driver, "write", mine, encoding, errors, str(newline), *pieces])
        t.equal(got, expected, f"writing {pieces} {encoding} {errors}")
        with open(mine, "rb") as a, open(theirs, "rb") as b:
            t.equal(a.read(), b.read(), f"written {pieces} {encoding} {errors} {newline}")


def check_stdin(t, driver):
    path = os.path.join(t.scratch, "stdin.py")
    with open(path, "w") as f:
        f.write("import sys\nfor line in sys.stdin: print(repr(line))")
    for data in (b"", b"x\r\n y\n", b"a\rb\n\nc", b"\xff\xfe\n\xed\xa0\x80\n", "é日\n".encode() * 4000, b"q" * 70000):
        for env in ({}, {"LC_ALL": "C"}, {"PYTHONIOENCODING": "latin-1"}):
            t.equal(run([driver, "stdin"], data, env=env), run([PYTHON, path], data, env=env), f"stdin {data[:20]} {env}")


def run_all(t):
    driver = t.driver("system_driver.cpp")
    check_reading(t, driver)
    check_writing(t, driver)
    check_stdin(t, driver)
    check_exits(t, driver)
    check_print(t, driver)
    check_tracebacks(t, driver)


run_ = run


def run(*args, **more):  # noqa: F811 - the harness calls run(context)
    if len(args) == 1 and hasattr(args[0], "driver"):
        return run_all(args[0])
    return run_(*args, **more)
