#!/usr/bin/python3
"""Random programs that are syntactically right but often refused by the checks of compile().

generate.py SYNTAX [--count N] [--seed N] [--show N] [--kind K]

Scopes, declarations, comprehensions, walruses, async code, patterns, loops and handlers in each other,
from a few names, so that they conflict.
"""
import argparse
import collections
import random

import snippets

NAMES = ["a", "b", "c", "__d", "x", "y"]


class Generator:
    def __init__(self, seed):
        self.rng = random.Random(seed)

    def name(self):
        if self.rng.random() < 0.01:
            return "__debug__"
        return self.rng.choice(NAMES)

    def pick(self, *options):
        return self.rng.choice(options)()

    def expr(self, depth):
        r = self.rng
        if depth <= 0 or r.random() < 0.35:
            return r.choice((self.name, self.name, lambda: "1", lambda: "'s'", lambda: "None"))()
        sub = lambda: self.expr(depth - 1)
        return r.choice((
            lambda: "(%s + %s)" % (sub(), sub()),
            lambda: "%s(%s)" % (self.name(), self.arguments(depth - 1)),
            lambda: "%s.%s" % (self.name(), self.name()),
            lambda: "%s[%s]" % (self.name(), sub()),
            lambda: "[%s]" % ", ".join(self.element(depth - 1) for _ in range(r.randint(0, 3))),
            lambda: "(%s,)" % ", ".join(self.element(depth - 1) for _ in range(r.randint(1, 3))),
            lambda: "{%s}" % ", ".join(self.element(depth - 1) for _ in range(r.randint(1, 3))),
            lambda: "(%s := %s)" % (self.name(), sub()),
            lambda: "(%s := %s)" % (self.name(), sub()),
            lambda: "(lambda %s: %s)" % (self.parameters(depth - 1, False), sub()),
            lambda: "(yield %s)" % sub(),
            lambda: "(yield)",
            lambda: "(yield from %s)" % sub(),
            lambda: "(await %s)" % sub(),
            lambda: "[%s %s]" % (sub(), self.clauses(depth - 1)),
            lambda: "{%s %s}" % (sub(), self.clauses(depth - 1)),
            lambda: "{%s: %s %s}" % (sub(), sub(), self.clauses(depth - 1)),
            lambda: "(%s %s)" % (sub(), self.clauses(depth - 1)),
            lambda: "[%s %s]" % (sub(), self.clauses(depth - 1)),
            lambda: "(%s if %s else %s)" % (sub(), sub(), sub()),
        ))()

    def element(self, depth):
        return ("*" if self.rng.random() < 0.1 else "") + self.expr(depth)

    def clauses(self, depth):
        out = []
        for _ in range(self.rng.choice((1, 1, 1, 2))):
            out.append("%sfor %s in %s" % ("async " if self.rng.random() < 0.15 else "",
                                           self.target(1), self.expr(depth)))
            if self.rng.random() < 0.3:
                out.append("if " + self.expr(depth))
        return " ".join(out)

    def target(self, depth):
        r = self.rng.random()
        if r < 0.7 or depth <= 0:
            return self.name()
        if r < 0.8:
            return "(%s, %s%s)" % (self.target(depth - 1), "*" if self.rng.random() < 0.5 else "",
                                   self.target(depth - 1))
        if r < 0.85:
            return "[*%s, *%s]" % (self.name(), self.name()) if self.rng.random() < 0.2 else "[%s]" % self.name()
        if r < 0.92:
            return "%s.%s" % (self.name(), self.name())
        return "%s[0]" % self.name()

    def arguments(self, depth):
        out = [self.element(depth) for _ in range(self.rng.randint(0, 2))]
        out += ["%s=%s" % (self.name(), self.expr(depth)) for _ in range(self.rng.choice((0, 0, 1, 2)))]
        if self.rng.random() < 0.1:
            out.append("**" + self.expr(depth))
        return ", ".join(out)

    def parameters(self, depth, annotated):
        r = self.rng
        note = lambda: ": " + self.expr(depth) if annotated and r.random() < 0.2 else ""
        pool = NAMES[:]
        r.shuffle(pool)
        take = lambda: pool.pop() if pool and r.random() < 0.97 else self.name()
        out = [take() + note() for _ in range(r.choice((0, 0, 1, 2)))]
        if out and r.random() < 0.1:
            out.append("/")
        if r.random() < 0.2:
            out.append("%s%s=%s" % (take(), note(), self.expr(depth)))
        if r.random() < 0.15:
            out.append("*" + take() + note())
            if r.random() < 0.5:
                out.append(take() + note())
        if r.random() < 0.1:
            out.append("**" + take() + note())
        return ", ".join(out)

    def pattern(self, depth):
        r = self.rng
        if depth <= 0 or r.random() < 0.4:
            return r.choice((self.name, lambda: "_", lambda: "1", lambda: "None", lambda: "-1",
                             lambda: "'s'", lambda: "a.b", lambda: "1+2j"))()
        sub = lambda: self.pattern(depth - 1)
        return r.choice((
            lambda: "[%s]" % ", ".join(("*" if r.random() < 0.2 else "") + r.choice((self.name(), "_"))
                                       if r.random() < 0.5 else sub() for _ in range(r.randint(0, 3))),
            lambda: "(%s | %s)" % (sub(), sub()),
            lambda: "(%s | %s)" % (sub(), sub()),
            lambda: "(%s as %s)" % (sub(), self.name()),
            lambda: "{%s: %s, %s: %s}" % (r.choice(("1", "'s'", "None", "a.b", "1.0", "True", "-1")), sub(),
                                          r.choice(("1", "'s'", "None", "a.b", "2", "0", "-1.0")), sub()),
            lambda: "{'k': %s, **%s}" % (sub(), self.name()),
            lambda: "a(%s, %s=%s)" % (sub(), self.name(), sub()),
            lambda: "a(%s=%s, %s=%s)" % (self.name(), sub(), self.name(), sub()),
        ))()

    def block(self, depth, indent, count=None):
        return "".join(self.statement(depth, indent) for _ in range(count or self.rng.randint(1, 3)))

    def statement(self, depth, indent):
        r = self.rng
        pad = "  " * indent
        body = lambda: self.block(depth - 1, indent + 1)
        simple = (
            lambda: self.expr(2),
            lambda: "%s = %s" % (self.target(2), self.expr(2)),
            lambda: "%s = %s" % (self.target(2), self.expr(2)),
            lambda: "%s%s, %s = %s" % (r.choice(("", "", "*")), self.target(1), self.target(1), self.expr(1)),
            lambda: "*%s = %s" % (self.name(), self.expr(1)),
            lambda: "%s += %s" % (self.name(), self.expr(2)),
            lambda: "%s: %s" % (self.target(0), self.expr(2)),
            lambda: "(%s): %s = %s" % (self.name(), self.expr(1), self.expr(1)),
            lambda: "%s.%s: %s" % (self.name(), self.name(), self.expr(2)),
            lambda: "global " + self.name(),
            lambda: "nonlocal " + self.name(),
            lambda: "global " + self.name(),
            lambda: "nonlocal " + self.name(),
            lambda: "del " + self.target(1).replace("*", ""),
            lambda: "return",
            lambda: "return " + self.expr(1),
            lambda: "break",
            lambda: "continue",
            lambda: "pass",
            lambda: "pass",
            lambda: "import %s" % self.name(),
            lambda: "import %s.b as %s" % (self.name(), self.name()),
            lambda: "from m import " + self.name(),
            lambda: "from m import *" if r.random() < 0.1 else "pass",
            lambda: "from __future__ import annotations" if r.random() < 0.1 else "pass",
            lambda: "assert " + self.expr(1),
            lambda: "raise " + self.expr(1),
        )
        if depth <= 0 or r.random() < 0.45:
            return pad + r.choice(simple)() + "\n"
        is_async = "async " if r.random() < 0.25 else ""
        return pad + r.choice((
            lambda: "%sdef %s(%s)%s:\n%s" % (is_async, self.name(), self.parameters(1, True),
                                             " -> " + self.expr(1) if r.random() < 0.2 else "", body()),
            lambda: "%sdef %s(%s):\n%s" % (is_async, self.name(), self.parameters(1, True), body()),
            lambda: "%sdef %s(%s):\n%s" % (is_async, self.name(), self.parameters(1, True), body()),
            lambda: "class %s(%s):\n%s" % (self.name(), self.arguments(1), body()),
            lambda: "class __C:\n%s" % body(),
            lambda: "if %s:\n%s%selse:\n%s" % (self.expr(1), body(), pad, body()),
            lambda: "while %s:\n%s" % (self.expr(1), body()),
            lambda: "%sfor %s in %s:\n%s%selse:\n%s" % (is_async, self.target(1), self.expr(1), body(), pad, body()),
            lambda: "%swith %s as %s, %s:\n%s" % (is_async, self.expr(1), self.target(1), self.expr(1), body()),
            lambda: "try:\n%s%sexcept%s:\n%s%sexcept %s as %s:\n%s" % (
                body(), pad, r.choice((" a", " a", " a", "")), body(), pad, self.expr(1), self.name(), body()),
            lambda: "try:\n%s%sexcept* %s as %s:\n%s" % (body(), pad, self.expr(1), self.name(), body()),
            lambda: "try:\n%s%sfinally:\n%s" % (body(), pad, body()),
            lambda: "match %s:\n%s" % (self.expr(1), "".join(
                "%s  case %s%s:\n%s" % (pad, self.pattern(2), " if a" if r.random() < 0.2 else "",
                                        self.block(depth - 1, indent + 2, 1))
                for _ in range(r.randint(1, 3)))),
        ))()

    def program(self):
        head = "from __future__ import annotations\n" if self.rng.random() < 0.15 else ""
        return head + self.block(3, 0, self.rng.randint(1, 3))


def programs(count, seed):
    generator = Generator(seed)
    out = []
    while len(out) < count:
        text = generator.program()
        if len(text) < 1500:
            out.append(text)
    return out


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("syntax")
    parser.add_argument("--count", type=int, default=5000)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--show", type=int, default=5)
    parser.add_argument("--kind", default="verdict")
    options = parser.parse_args()
    outcomes = snippets.compare(options.syntax, programs(options.count, options.seed))
    shown = 0
    for o in sorted(outcomes, key=lambda o: len(o.source)):
        if o.kind == options.kind and shown < options.show:
            shown += 1
            print("=== %s\n%s\n  CPython: %s\n  krait: %s" % (o.kind, o.source, o.want, o.have))
    print(sum(1 for o in outcomes if o.want), "refused by CPython;", dict(collections.Counter(o.kind for o in outcomes)))


if __name__ == "__main__":
    main()
