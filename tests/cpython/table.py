"""Keeps the verdicts on CPython's tests in results.json and writes docs/cpython_tests.md from them."""
import collections
import json
import pathlib
import re

ROOT = pathlib.Path(__file__).resolve().parent.parent.parent
RESULTS = pathlib.Path(__file__).resolve().parent / "results.json"
PAGE = ROOT / "docs/cpython_tests.md"
KINDS = ["equal", "refused", "different", "crashed", "timeout", "leak", "out of scope"]
INTRODUCTION = """# CPython's own tests

CPython's tests (Debian's libpython3.11-testsuite, never copied here), cut into one program a test method by
`tests/cpython/slicer.py`, compiled with `--types=dynamic`, run under the leak check and compared with CPython: *equal* is the same
output and exit code. *Out of scope* are methods that need what a program without an interpreter inside cannot have
(eval, frames, pickle, processes, threads, CPython's own C interfaces) or that CPython skips; the reasons are below.

This file is made by `tests/cpython/run.py --table`. Every test run compares the methods that are equal here again.
"""


def load():
    return json.loads(RESULTS.read_text()) if RESULTS.exists() else {}


def known_equal(names, file):
    """The methods of a file, of all its `names`, that were equal when it was measured."""
    known = load()
    return [name for name in names if file in known and name not in known[file]["others"]]


def store(file, results):
    """Replaces the verdicts on one file."""
    known = load()
    known[file] = {"equal": sum(kind == "equal" for _, kind, _ in results),
                   "others": {name: [kind, detail] for name, kind, detail in results if kind != "equal"}}
    RESULTS.write_text(json.dumps(known, indent=0, sort_keys=True) + "\n")


def without_names(message):
    """A diagnostic's text without the program's own names, so that equal causes have equal texts."""
    if re.search(r"no module named|a subclass of|the builtin", message):
        return message
    return re.sub(r"'[^']*'", "'…'", message)


def causes(results, kind):
    """(text, how often, one method) of the details of a kind, the most frequent first."""
    count, example = collections.Counter(), {}
    for name, (found, detail) in results:
        if found == kind:
            text = without_names(detail) if kind == "refused" else detail
            if text.startswith("slice fails in CPython"):
                text = "the program fails in CPython"
            count[text] += 1
            example.setdefault(text, name)
    return [(text, number, example[text]) for text, number in count.most_common()]


def cell(text):
    return text.replace("|", "\\|").replace("\n", " ")


def write():
    """Writes the page from what is known."""
    known = load()
    lines = [INTRODUCTION, "| file | in scope | " + " | ".join(KINDS) + " |", "|---" * (len(KINDS) + 2) + "|"]
    total = collections.Counter()
    for file in sorted(known):
        counts = collections.Counter(kind for kind, _ in known[file]["others"].values())
        counts["equal"] = known[file]["equal"]
        lines.append(row(file, counts))
        total += counts
    lines.append(row("all", total))
    results = [item for file in sorted(known) for item in sorted(known[file]["others"].items())]
    lines += ["", "## Why programs are refused", "", "| how often | first error | for example |", "|---|---|---|"]
    lines += [f"| {number} | {cell(text)} | {name} |" for text, number, name in causes(results, "refused")]
    for kind, title in (("different", "Different"), ("crashed", "Crashed"), ("timeout", "Too slow"), ("leak", "Leaks")):
        rows = [f"- {name}: {cell(detail)}" for name, (found, detail) in results if found == kind]
        lines += ["", f"## {title}", "", *(rows or ["None."])]
    lines += ["", "## Why methods are out of scope", "", "| how often | what they need | for example |", "|---|---|---|"]
    lines += [f"| {number} | {cell(text)} | {name} |" for text, number, name in causes(results, "out of scope")]
    PAGE.write_text("\n".join(lines) + "\n")


def row(file, counts):
    scope = sum(counts.values()) - counts["out of scope"]
    return f"| {file} | {scope} | " + " | ".join(str(counts[kind]) for kind in KINDS) + " |"
