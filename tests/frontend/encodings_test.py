#!/usr/bin/python3
"""Source encodings: byte order marks, coding lines and 8-bit codecs give the tree that CPython gives.

encodings_test.py SYNTAX
"""
import os
import subprocess
import sys
import tempfile

import compare_ast

CODECS = ["latin-1", "iso-8859-1", "iso8859-15", "iso-latin-1-unix", "l1", "ascii", "us-ascii", "cp1252",
          "windows-1252", "cp1250", "cp1251", "cp1253", "koi8-r", "koi8-u", "cp437", "cp850", "cp866",
          "mac-roman", "iso-8859-2", "iso-8859-5", "iso-8859-7", "utf-8", "utf8", "UTF-8", "utf_8",
          "utf-8-unix", "Latin_1", "nonsense", "uft-8", "utf8-sig"]
LINES = [
    b"# -*- coding: %s -*-\n", b"#coding=%s\n", b"#!/usr/bin/python\n# vim: set fileencoding=%s :\n",
    b"\n# coding: %s\n", b"\x0c # coding: %s\n", b"x = 1\n# coding: %s\n", b"# one\n# two\n# coding: %s\n",
    b"'''\n# coding: %s\n'''\n", b"# coding:%s", b"# coding : %s\n", b"# encoding: %s\r\n",
    b"# coding: %s\rx = 1\r",
]
BODIES = [b"x = '\xe9'\n", b"x = 'a'\n", "é = 'ü€'\n".encode(), b"# \xe4\nx = 1\n", b"x = '\x81\xfe'\n"]
WHOLE = [
    b"\xef\xbb\xbfx = 1\n", b"\xef\xbb\xbf# coding: utf-8\nx = '\xc3\xa9'\n",
    b"\xef\xbb\xbf# coding: latin-1\nx = 1\n", b"\xef\xbb\xbf", b"\xef\xbb", b"\xef\xbb\xbf\xef\xbb\xbfx = 1",
    b"x = 1\r\ny = '''a\r\nb\rc'''\r\n", b"x = 1\ry = 2\r", b"if x:\r\n  y\r\n  z\r\n", b"x = 'a\\\r\nb'\r\n",
    b"x = \\\r\n 1\r\n", b"x = '\xed\xa0\x80'\n", b"x = '\xf4\x90\x80\x80'\n", b"x = '\xc0\x80'\n",
    b"x = '\xf0\x90\x8d\x88'\n", b"x = '\xe9'\n", b"\xff\xfex\x00", b"x\x00 = 1\n", b"# a\x00\n", b"x = 1\x1a\n",
    b"x = 1\x0cy = 2\n", b"\x0cx = 1\n \x0cy = 2\n", b"if x:\n\x0c  y\n  z\n", b"x = 1 # \xc3\xa9\n",
]


def declared_utf8_with_malformed_comment(program):
    """3.11 lets these pass where UTF-8 is declared; later versions and Krait refuse them."""
    try:
        program.decode()
    except UnicodeDecodeError:
        return b"# \xe4" in program and b"utf" in program.lower()
    return False


def programs():
    return [p for p in all_programs() if not declared_utf8_with_malformed_comment(p)]


def all_programs():
    for codec in CODECS:
        for body in BODIES:
            yield LINES[0].replace(b"%s", codec.encode()) + body
    for line in LINES:
        for codec in (b"latin-1", b"utf-8", b"cp1251"):
            for body in BODIES:
                yield line.replace(b"%s", codec) + body
    yield from WHOLE


def refused_when_run(path):
    """Whether the interpreter itself refuses to read the file (stricter than compile() on bytes)."""
    run = subprocess.run([sys.executable, "-I", "-c", "import sys; sys.exit(7)"], capture_output=True)
    assert run.returncode == 7
    run = subprocess.run([sys.executable, "-I", path], capture_output=True, text=True, errors="replace")
    return "SyntaxError" in run.stderr or "ValueError: source code" in run.stderr


def run(syntax):
    """Returns (number of checks passed, failures)."""
    with tempfile.TemporaryDirectory() as folder:
        for i, program in enumerate(programs()):
            with open(os.path.join(folder, "e%d.py" % i), "wb") as f:
                f.write(program)
        passed, failures = compare_ast.run(syntax, [folder])
        real = []
        for path, why in failures:
            # compile() on bytes lets malformed UTF-8 in comments pass; reading the file does not.
            if "krait refused" in why and refused_when_run(path):
                passed += 1
            else:
                with open(path, "rb") as f:
                    real.append((repr(f.read()), why))
    return passed, real


def main():
    passed, failures = run(sys.argv[1])
    for what, why in failures:
        print("FAIL %s: %s" % (what, why))
    print("%d passed, %d failed" % (passed, len(failures)))
    return 1 if failures else 0


if __name__ == "__main__":
    sys.exit(main())
