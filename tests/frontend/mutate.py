#!/usr/bin/python3
"""Mutation fuzzing: breaks pieces of real files and compares the verdict with compile().

mutate.py SYNTAX [--count N] [--seed N] [--show N] [--kind K]

A mutant deletes, doubles, swaps, replaces or inserts a token, an indentation or a character of a few
top-level statements of a file of the standard library. The seed decides everything.
"""
import argparse
import collections
import glob
import random
import re

import snippets

TOKEN = re.compile(
    r"""[rbuRBU]{0,2}(?:'''(?:[^\\]|\\.)*?'''|\"\"\"(?:[^\\]|\\.)*?\"\"\"|'(?:[^'\\\n]|\\.)*'|"(?:[^"\\\n]|\\.)*")"""
    r"""|\#[^\n]*|\w+|\*\*=?|//=?|>>=?|<<=?|->|:=|[-+*/%&|^=<>!]=|\.\.\.|\n[ \t]*|[ \t]+|.""", re.S)
EXTRA = (
    "( ) [ ] { } : , ; . = := == -> * ** @ + - ~ not if else elif for in while def class return yield "
    "await async lambda import from as with try except finally raise global nonlocal del pass break "
    "continue assert is and or None True x _ match case type print 1 0x 1.5 'a' b'a' f'{x}' \\ $ ? ! "
    "# \t"
).split(" ") + ["\n", "\n    ", "\n  ", "\n        ", "await x", "yield x", "return x", "*x", "**x",
                "x := 1", "for x in y", "if x", "global x", "nonlocal x", "import *", "x = 1", "x: int"]


def pieces(rng, files, count):
    """Runs of top-level statements, a few lines each."""
    out = []
    cache = {}
    while len(out) < count:
        path = rng.choice(files)
        if path not in cache:
            try:
                with open(path, encoding="utf-8") as f:
                    lines = f.read().split("\n")
            except UnicodeDecodeError:
                lines = []
            starts = [i for i, l in enumerate(lines) if l and not l[0].isspace() and l[0] not in "#)]}\"'"]
            cache[path] = lines, starts
        lines, starts = cache[path]
        if not starts:
            continue
        k = rng.randrange(len(starts))
        end = starts[min(k + rng.randint(1, 4), len(starts) - 1)]
        text = "\n".join(lines[starts[k]:min(end, starts[k] + 60)]) + "\n"
        if 3 < len(text) < 3000:
            out.append(text)
    return out


def mutate(rng, text):
    tokens = TOKEN.findall(text)
    for _ in range(rng.choice((1, 1, 1, 2, 3))):
        i = rng.randrange(len(tokens))
        kind = rng.randrange(8)
        if kind == 0:
            del tokens[i]
        elif kind == 1:
            tokens.insert(i, tokens[i])
        elif kind == 2:
            j = rng.randrange(len(tokens))
            tokens[i], tokens[j] = tokens[j], tokens[i]
        elif kind == 3:
            tokens[i] = rng.choice(EXTRA)
        elif kind == 4:
            tokens.insert(i, " " + rng.choice(EXTRA) + " ")
        elif kind == 5:
            tokens[i] = rng.choice(tokens)
        elif kind == 6 and len(tokens[i]) > 1:
            cut = rng.randrange(len(tokens[i]))
            tokens[i] = tokens[i][:cut] + tokens[i][cut + 1:]
        else:
            breaks = [k for k, t in enumerate(tokens) if t[0] == "\n"]
            if breaks:
                k = rng.choice(breaks)
                tokens[k] = rng.choice(("\n", "\n" + rng.choice(("", " ", "    ", "\t")) + tokens[k][1:],
                                        tokens[k][:-1] or "\n", " "))
        if not tokens:
            return ""
    return "".join(tokens)


def mutants(count, seed):
    rng = random.Random(seed)
    files = sorted(glob.glob("/usr/lib/python3.11/**/*.py", recursive=True))
    rng.shuffle(files)
    texts = pieces(rng, files[:max(20, count // 20)], count)
    return [mutate(rng, t) for t in texts]


NEWER = re.compile(
    r"\btype\s+\w+\s*[=\[]|\b(?:def|class)\s+\w+\s*\[|except[^\n:]*,|\bf?t[rR]?['\"]|[fF][rR]?['\"]|[rR][fF]['\"]")


def newer_syntax(source):
    """Whether a verdict may differ because the syntax changed after 3.11."""
    return bool(NEWER.search(source))


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("syntax")
    parser.add_argument("--count", type=int, default=3000)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--show", type=int, default=10)
    parser.add_argument("--kind", default="verdict")
    options = parser.parse_args()
    outcomes = snippets.compare(options.syntax, mutants(options.count, options.seed))
    shown = 0
    counts = collections.Counter()
    for o in outcomes:
        kind = o.kind
        if kind == "verdict" and newer_syntax(o.source):
            kind = "newer"
        counts[kind] += 1
        if kind == options.kind and shown < options.show:
            shown += 1
            print("=== %s\n%s\n  CPython: %s\n  krait: %s" % (kind, o.source[:1500], o.want, o.have))
    print(sum(1 for o in outcomes if o.want), "refused by CPython;", dict(counts))


if __name__ == "__main__":
    main()
