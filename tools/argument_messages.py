"""Writes compiler/infer/argument_messages.def: what CPython's builtins say when they are called with wrong arguments.

usage: /usr/bin/python3 tools/argument_messages.py [--check]

Builtins that are written in C have texts of their own for too few, too many and unknown keyword arguments; which one a
function has depends on how it parses its arguments. So each is called with wrong arguments, and what it says is kept: {n} is
the number of positional arguments given, {k} the unknown keyword, {t} the number of all arguments.
"""
import collections
import contextlib
import functools
import io
import itertools
import math
import operator
import pathlib
import re
import sys
import time
import types

TARGET = pathlib.Path(__file__).resolve().parent.parent / "compiler/infer/argument_messages.def"
MODULES = [math, operator, itertools, functools, time, collections]
MOST = 9  # positional arguments tried

generator = (x for x in ())
SAMPLES = {
    "int": 5, "float": 2.5, "complex": 1j, "bool": True, "str": "abc", "bytes": b"abc", "bytearray": bytearray(b"abc"),
    "memoryview": memoryview(b"abc"), "list": [1], "tuple": (1,), "dict": {1: 2}, "set": {1}, "frozenset": frozenset((1,)),
    "range": range(3), "slice": slice(1, 2), "generator": generator, "dict_keys": {1: 2}.keys(), "property": property(),
    "BaseException": BaseException(1), "deque": collections.deque([1]), "OrderedDict": collections.OrderedDict(a=1),
    "defaultdict": collections.defaultdict(int),
}
SKIPPED = {"breakpoint", "exit", "quit", "help", "license", "copyright", "credits", "__build_class__", "__import__"}


class Probe:
    """An argument that no builtin takes: what goes past the count of arguments fails with another text."""


def said(function, args, keywords):
    """The text of the TypeError that a call ends with; None if it ends otherwise."""
    try:
        with contextlib.redirect_stdout(io.StringIO()):
            function(*args, **keywords)
    except TypeError as error:
        return str(error)
    except BaseException:
        return None
    return None


COUNTED = re.compile(r"expected|takes|missing required argument|must have at least|invalid keyword argument|unexpected keyword|requires at least")


def template(text, n, keyword=None, total=None):
    """The text with the count that was given replaced, if it is about the arguments' number or names."""
    if text is None or not COUNTED.search(text) or "instance" in text or "Probe" in text:
        return None
    text = re.sub(rf"\({n} given\)", "({n} given)", text)
    text = re.sub(rf", got {n}$", ", got {n}", text)
    if keyword:
        text = text.replace(f"'{keyword}'", "'{k}'")
        text = re.sub(rf"\({total} given\)", "({t} given)", text)
    return text


def probe(name, function):
    """(name, too many, unknown keyword, too few), lists of texts; None if it never complains about its arguments' number."""
    texts = [template(said(function, [Probe()] * n, {}), n) for n in range(MOST)]
    # Calls of a right number of arguments are where no text is about it; without any there is a function of no arguments.
    right = [n for n, text in enumerate(texts) if text is None] or [0]
    few, many = texts[:right[0]], texts[right[-1] + 1:]
    if not many and texts[-1]:
        many = [texts[-1]]
    while len(many) > 1 and many[-1] == many[-2]:
        many.pop()
    text = said(function, [Probe()] * len(few), {"krait_k": 1})
    keyword = template(text, len(few), "krait_k", len(few) + 1) or ""
    if not few and not many and not keyword or any("positional argument:" in x for x in few + many):
        return None  # takes anything, or is written in Python
    return name, many, keyword, few


def functions():
    """(name, callable) of every builtin function, class and method."""
    import builtins
    for name, value in sorted(vars(builtins).items()):
        if name.startswith("_") or name in SKIPPED:
            continue
        if isinstance(value, types.BuiltinFunctionType):
            yield name, value
        elif isinstance(value, type) and not issubclass(value, BaseException):
            yield name, value
    for module in MODULES:
        for name, value in sorted(vars(module).items()):
            if name.startswith("_") or getattr(value, "__module__", None) not in (module.__name__, "_" + module.__name__):
                continue
            if isinstance(value, types.BuiltinFunctionType) or (isinstance(value, type) and not value.__flags__ & 512):
                yield f"{module.__name__}.{name}", value
    for kind, sample in SAMPLES.items():
        module = "collections." if isinstance(sample, (collections.deque, collections.OrderedDict, collections.defaultdict)) else ""
        for name in sorted(dir(type(sample))):
            value = getattr(type(sample), name, None)
            if name.startswith("__") and name not in ("__getitem__", "__contains__", "__reversed__"):
                continue
            if isinstance(value, (types.MethodDescriptorType, types.BuiltinFunctionType)):
                yield f"{module}{kind}.{name}", getattr(sample, name)


def main():
    lines = []
    for name, function in functions():
        line = probe(name, function)
        if line:
            name, many, keyword, few = line
            lines.append((name, f'X("{name}", "{"|".join(many)}", "{keyword}", "{"|".join(few)}")'))
    lines.sort(key=lambda x: x[0])
    text = ("// Written by tools/argument_messages.py: what CPython's builtins say about wrong arguments.\n"
            "// name, too many, unknown keyword, too few (for 0, 1 … arguments)\n" + "\n".join(x for _, x in lines) + "\n")
    if "--check" in sys.argv:
        sys.exit(TARGET.read_text() != text)
    TARGET.write_text(text)


main()
