"""Broken and odd input for what reads texts: run.py [--build DIR] [--count N] [--seed N]

Texts for json, csv, re, struct, datetime, format strings and numbers are made from seeds by mutation, and given to one program (reader.py),
compiled and under CPython: what comes of each has to be the same.
"""
import argparse
import pathlib
import random
import re
import subprocess
import sys
import tempfile

ROOT = pathlib.Path(__file__).resolve().parent.parent.parent
READER = pathlib.Path(__file__).resolve().parent / "reader.py"
ORACLE = "/usr/bin/python3"
ENVIRONMENT = {"PATH": "/usr/bin:/bin", "HOME": "/nonexistent", "LC_ALL": "C.UTF-8", "PYTHONHASHSEED": "0", "PYTHONWARNINGS": "ignore"}
SHOWN = 20

# By kind: texts to begin with, and pieces that mutation puts in.
SEEDS = {
    "json": (['{"a": [1, 2.5e-3, true, false, null], "b": {"c": "x\\u00e9\\n"}}', "[]", '"text"', "-0.5", '[{"k": [[]]}, "\\ud83d\\ude00"]', "12345678901234567890"],
             ['{', '}', '[', ']', '"', ',', ':', '\\', '\\u', 'd800', 'e', 'E', '+', '-', '.', '0', '9', 'null', 'NaN', 'Infinity', ' ', '\n', '\t', '\x00', '\x1f', '\u00e9', '\ufeff', '\U0001f600']),
    "csv": (['a,b,c\r\n1,2,3\r\n', '"x, y","q ""z""",\n', 'a\n\nb', ',,\n', '"multi\nline",2\r'],
            [',', '"', '""', '\n', '\r', '\r\n', ' ', 'x', '\x00', '\u00e9', "'"]),
    "re": (["a*b+c?", "(a|b)*?x", "[^a-z0-9]{2,3}", r"\d\w\s\b\Z", "(?P<n>a)(?P=n)", "(?:x)(?=y)(?!z)(?<=a)(?<!b)", "(?i)a(?-i:B)", "a{2}b{,3}c{1,}", r"\x41\u0042\101\1()", "^$.|"],
           list("()[]{}*+?|^$.\\-,:=!<>#&~'") + ["?P<", "(?P=", "(?:", "(?<=", "(?(1)", "\\1", "\\g", "\\N", "\\x", "\\u", "{1,2}", "{,}", "(?i)", "(?x)", "(?a", "++", "*+", "?+", "(?>", "[[:", "]]", "\u00e9", "0", "99"]),
    "struct": (["<ihq", ">2s4xB", "=d f", "@P", "10p", "!?c", "0s", "3h 2i", "<e"],
               list("<>=@!xcbBhHiIlLqQnNefdspP? 0123456789z_-\x00\u00e9")),
    "date": (["2020-02-29", "20200229", "2021-W53-1", "2020W014", "0001-01-01", "9999-12-31"], list("0123456789-WwT ") + ["\u0660", "\u00e9"]),
    "datetime": (["2020-02-29T12:30:45.123456+05:30", "2020-02-29 23:59", "20200229T010203Z", "2020-W01-1T00:00:00,5", "2020-02-29T24:00", "2020-01-01T00:00:00-00:00:01.5"],
                 list("0123456789-:TWZ+., ") + ["\u0660", "\u00e9"]),
    "time": (["12:30", "12:30:45.123456", "T235959", "00:00Z", "01:02:03,4+01", "23:59:59.999999-23:59"], list("0123456789:TZ+-., ") + ["\u0660"]),
    "strptime": (["2020-02-29 12:30:45.123456 +0530", "1999-12-31 23:59:59.0 Z", "2020-1-2 3:4:5.6 -01:30"], list("0123456789-:Z+. ") + ["\u0660", "\n", "%"]),
    "spec_int": ([">10d", "<+#x", "^_b", "08,d", "*^20o", "c", "n", "+.2e", " ,"], list("<>=^+- #0,_.bcdeEfFgGnosxX%z123456789{}\u00e9*")),
    "spec_float": ([">10.3f", "+e", "010.4g", ",.2f", "%", "_^20.1%", ".0f", "n", "z.1f"], list("<>=^+- #0,_.bcdeEfFgGnosxX%z123456789{}\u00e9*")),
    "spec_str": ([">10", "^20s", ".3s", "*<8", "=5", "\u00e9>9.2"], list("<>=^+- #0,_.bdefgnsx%z123456789{}\u00e9*")),
    "format": (["{} {1} {name}", "{0!r:>5} {x[k]}", "{3[0]:d} {{}}", "{2:.{0}f}", "{name.zz}", "{!a}"],
               ["{", "}", "{{", "}}", "!", ":", ".", "[", "]", "0", "1", "9", "name", "x", "k", "r", "s", ">", "d", " ", "\u00e9", "{0}"]),
    "percent": (["%d %s %f", "%5.2f%%%s%d", "%(a)s", "%*d%s", "%-5d|%+x|%e", "%c%r%a"], list("%dsfxXeEgGcroiau()*.+- #0123456789l\u00e9") + ["%%"]),
    "int": (["123", "-1_000", " 42\n", "+0", "\u0661\u0662"], list("0123456789_+- xob\n") + ["\u0660", "\u00e9", "\x00", "1" * 50, "\ud800"]),
    "int_base": (["0x1F", "0b101", "0o17", "-0xff", "10", "0"], list("0123456789abcdefxobXOB_+- ") + ["\u0661"]),
    "float": (["1.5", "-1e10", "inf", "nan", " 3.25 ", "1_0.0_1", ".5", "5.", "-Infinity"], list("0123456789.eE+-_ infatyx") + ["\u0661", "1e400", "\x00"]),
    "complex": (["1+2j", "-1.5j", "(3-4j)", " 1e5 ", "j", "nan+infj"], list("0123456789.eEjJ+-()_ infa") + ["\u0661"]),
}

BOUNDED = {"re", "struct", "spec_int", "spec_float", "spec_str", "format", "percent"}  # their numbers are lengths


def mutated(random_, seeds, pieces, bounded):
    text = random_.choice(seeds)
    if random_.random() < 0.2:
        text = "".join(random_.choice(pieces) for _ in range(random_.randrange(1, 12)))
    for _ in range(random_.choice([1, 1, 1, 2, 2, 3, 5])):
        at = random_.randrange(len(text) + 1)
        action = random_.randrange(4)
        if action == 0:
            text = text[:at] + random_.choice(pieces) + text[at:]
        elif action == 1:
            text = text[:at] + text[at + random_.randrange(1, 4):]
        elif action == 2:
            text = text[:at] + random_.choice(pieces) + text[at + 1:]
        else:
            end = random_.randrange(at, len(text) + 1)
            text = text[:end] + text[at:end] + text[end:]
    # No gigabytes of padding.
    return re.sub(r"\d{5,}", lambda digits: digits[0][:4], text[:200]) if bounded else text[:200]


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--build", type=pathlib.Path, default=ROOT / "build")
    parser.add_argument("--count", type=int, default=1500, help="texts of each kind")
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    random_ = random.Random(options.seed)
    lines = []
    for kind, (seeds, pieces) in SEEDS.items():
        texts = seeds + [mutated(random_, seeds, pieces, kind in BOUNDED) for _ in range(options.count)]
        lines += [f"{kind} {text.encode('utf-8', 'surrogatepass').hex()}\n" for text in texts]
    with tempfile.TemporaryDirectory() as folder:
        program = pathlib.Path(folder) / "reader"
        subprocess.run([options.build.resolve() / "bin/krait", "build", READER, "-o", program], check=True)
        outputs = []
        for command in [ORACLE, READER], [program]:
            done = subprocess.run(command, input="".join(lines).encode(), capture_output=True, env=ENVIRONMENT | {"KRAIT_LEAKCHECK": "1"}, timeout=600)
            if done.returncode or done.stderr:
                print(f"{command[0]}: exit code {done.returncode}\n{done.stderr.decode(errors='replace')[-2000:]}")
                print("0 passed, 1 failed")
                return 1
            outputs.append(done.stdout.decode("utf-8", "surrogatepass").splitlines())
    expected, actual = outputs
    different = [(e, a) for e, a in zip(expected, actual) if e != a]
    for e, a in different[:SHOWN]:
        print(f"CPython: {e}\nKrait:   {a}")
    failed = len(different) + abs(len(expected) - len(actual))
    print(f"{len(lines) - failed} passed, {failed} failed")
    return 1 if failed else 0


sys.exit(main())
