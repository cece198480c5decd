#!/usr/bin/python3
"""Runs a built text_bench program and the same operations in this Python: ns a call, side by side.

usage: text_bench.py PROGRAM
"""
import subprocess
import sys
import timeit

hello, name = "hello world", "some name of a thing"
russian = "\u043f\u0440\u0438\u0432\u0435\u0442 \u043c\u0438\u0440"
page = "the quick brown fox jumps over the lazy dog. " * 250
copy = "".join(list(page))
russian_page = "\u0421\u044a\u0435\u0448\u044c \u0435\u0449\u0451 " * 1000
b1, b2 = page.encode(), russian_page.encode()
padded = "   hello world  "
worst, needle = "a" * 100000, "a" * 500 + "b" + "a" * 500
worst_wide, needle_wide = "\u0431" * 100000, "\u0431" * 500 + "b" + "\u0431" * 500
CODE = {
    "concat short": "hello + name", "concat bmp": "russian + name", "append 1 char x 1000": "s = ''\nfor i in range(1000): s += 'x'",
    "find absent in 11k": "page.find('lazy cat')", "find char absent in 11k": "page.find('#')", "count fox in 11k": "page.count('fox')",
    "find worst case 100k": "worst.find(needle)", "find worst case bmp": "worst_wide.find(needle_wide)", "replace fox in 11k": "page.replace('fox', 'wolves')", "replace o by 0 in 11k": "page.replace('o', '0')", "upper 11k": "page.upper()",
    "upper short": "hello.upper()", "upper bmp 9k": "russian_page.upper()", "lower bmp 9k": "russian_page.lower()",
    "eq 11k": "page == copy", "slice 5:15": "page[5:15]",
    "reverse 11k": "page[::-1]", "strip": "padded.strip()", "repr short": "repr(hello)", "encode utf8 ascii 11k": "page.encode()",
    "encode utf8 bmp 9k": "russian_page.encode()", "decode utf8 ascii 11k": "b1.decode()", "decode utf8 bmp 9k": "b2.decode()",
    "format int empty": "f'{12345}'", "format int 05d": "f'{n:05d}'", "format int ,": "f'{n:,}'", "format int #x": "f'{n:#x}'",
    "format float .2f": "f'{x:.2f}'", "format float 10.3f": "f'{x:10.3f}'", "format float e": "f'{x:e}'", "format float empty": "f'{x}'",
    "format str >20": "f'{hello:>20}'", "isalpha bmp 9k": "russian.isalpha()",
}
n, x = 1234567, 123456.789


def main():
    ours = dict(line.split("\t") for line in subprocess.run(sys.argv[1:2], capture_output=True, text=True).stdout.splitlines())
    for what, ns in ours.items():
        line = f"{what:26} {float(ns):12.1f}"
        if what in CODE:
            timer = timeit.Timer(CODE[what], globals=globals())
            number, total = timer.autorange()
            best = min([total, *timer.repeat(2, number)]) / number * 1e9
            line += f" {best:12.1f} {best / max(float(ns), 0.1):8.1f}x"
        print(line, flush=True)


if __name__ == "__main__":
    main()
