#!/usr/bin/python3
"""Compares verdicts and messages on many small programs with compile().

snippets.py SYNTAX [--show N]

The programs are those of refused.txt (one wrong program an error, and right ones beside them) and
every string in CPython's own tests that may be a program: test_syntax's doctests, eval() and exec()
arguments and so on, read from the installed test suite.
"""
import argparse
import ast
import collections
import doctest
import glob
import os
import subprocess
import sys
import tempfile
import warnings

HERE = os.path.dirname(os.path.abspath(__file__))
SUITE = "/usr/lib/python3.11/test"
HARVESTED = """
    test_syntax test_grammar test_patma test_fstring test_named_expressions test_exceptions
    test_tokenize test_eof test_positional_only_arg test_keywordonlyarg test_global test_scope
    test_future test_coroutines test_unpack_ex test_unicode_identifiers test_except_star test_compile
    test_ast test_string_literals test_generators test_asyncgen test_flufl test_parser test_type_comments
    test_genexps test_listcomps test_setcomps test_dictcomps test_unparse test_int test_float test_complex
    test_symtable test_dis test_peephole test_traceback test_codeop test_cmd_line test_annotations
    test_unpack test_lambda test_with test_class test_decorators test_source_encoding test_builtin
""".split()


def read_refused():
    with open(os.path.join(HERE, "refused.txt"), encoding="utf-8") as f:
        text = f.read()
    return [part for part in text.split("\n----\n") if part.strip()]


def harvest():
    found = {}
    for name in HARVESTED:
        path = os.path.join(SUITE, name + ".py")
        if not os.path.exists(path):
            continue
        with open(path, "rb") as f:
            tree = ast.parse(f.read())
        for node in ast.walk(tree):
            if not isinstance(node, ast.Constant) or not isinstance(node.value, str):
                continue
            text = node.value
            if ">>> " in text:
                try:
                    for example in doctest.DocTestParser().get_examples(text):
                        found[example.source] = name
                except ValueError:
                    pass
            elif len(text) < 4000:
                found[text] = name
                stripped = text.lstrip("\n")
                indent = len(stripped) - len(stripped.lstrip(" "))
                if indent and "\n" in text:
                    found["\n".join(l[indent:] for l in text.split("\n"))] = name
    return list(found)


def oracle(source):
    """None if compile() accepts, else its message."""
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            compile(source, "<s>", "exec", dont_inherit=True)
    except SyntaxError as e:
        return e.msg, (e.lineno or 0)
    except (ValueError, RecursionError, MemoryError, OverflowError) as e:
        return type(e).__name__ + ": " + str(e), 0
    return None


def krait(syntax, sources):
    """For each source None, or the list of (line, column, end line, end column, message)."""
    results = []
    for start in range(0, len(sources), 3000):
        batch = sources[start:start + 3000]
        with tempfile.NamedTemporaryFile("wb", suffix=".txt", delete=False) as f:
            for i, source in enumerate(batch):
                f.write(b"#### %d %d\n" % (i, len(source.encode())))
                f.write(source.encode() + b"\n")
        run = subprocess.run([syntax, "--split", f.name], capture_output=True)
        os.unlink(f.name)
        got = {}
        current = None
        for line in run.stdout.decode("utf-8", "replace").split("\n"):
            if line.startswith(("ok ", "refused ")):
                verdict, _, number = line.partition(" ")
                current = int(number)
                got[current] = None if verdict == "ok" else []
            elif line.startswith("\t"):
                parts = line[1:].split("\t", 4)
                got[current].append(tuple(map(int, parts[:4])) + (parts[4],))
        if run.returncode or len(got) != len(batch):
            missing = [i for i in range(len(batch)) if i not in got]
            results += [got.get(i, "crash") for i in range(len(batch))]
            print("krait-syntax: exit status %d, first program without an answer: %r\n%s" % (
                run.returncode, batch[missing[0]][:300] if missing else "-",
                run.stderr.decode(errors="replace")[-2000:]))
        else:
            results += [got[i] for i in range(len(batch))]
    return results


def usable(source):
    try:
        source.encode()
    except UnicodeEncodeError:
        return False
    # Newer syntax is compared with the Python that knows it.
    return True


Outcome = collections.namedtuple("Outcome", "source want have kind")


def compare(syntax, sources):
    """A list of outcomes; kind: same, message, verdict, line or crash."""
    sources = [s for s in sources if usable(s)]
    results = krait(syntax, sources)
    out = []
    for source, have in zip(sources, results):
        want = oracle(source)
        if have == "crash":
            kind = "crash"
        elif (want is None) != (have is None):
            kind = "verdict"
        elif want is None:
            kind = "same"
        elif not have:
            kind = "crash"
        elif have[0][4] != want[0]:
            kind = "message"
        elif have[0][0] != want[1]:
            kind = "line"
        else:
            kind = "same"
        out.append(Outcome(source, want, have, kind))
    return out


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("syntax")
    parser.add_argument("--show", type=int, default=20)
    parser.add_argument("--kind", default="verdict")
    options = parser.parse_args()
    outcomes = compare(options.syntax, read_refused() + harvest())
    counts = collections.Counter(o.kind for o in outcomes)
    refused = sum(1 for o in outcomes if o.want)
    shown = 0
    for o in outcomes:
        if o.kind == options.kind and shown < options.show:
            shown += 1
            print("=== %s\n%s\n  CPython: %s\n  krait: %s" % (o.kind, o.source[:400], o.want, o.have))
    print(refused, "refused by CPython;", dict(counts))


if __name__ == "__main__":
    main()
