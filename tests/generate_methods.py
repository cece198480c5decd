"""Makes the programs of tests/conformance/generated: every method and operator of the builtin types with many kinds of arguments.

usage: generate_methods.py      writes the programs; then run tests/record.py, which asks CPython what they print

Each program is a list of expressions; an exception prints its type and message. Expressions with arguments of
wrong types are in programs of their own, compiled with --types=dynamic.
"""
import builtins
import contextlib
import io
import itertools
import pathlib
import re

FOLDER = pathlib.Path(__file__).resolve().parent / "conformance/generated"
PENDING = pathlib.Path(__file__).resolve().parent / "conformance_pending/generated"  # what does not pass yet
CHUNK = 60

STRINGS = ["''", "'a'", "'Hello World'", "'  two  words\\t\\n'", "'aXbXc'", "'ß straße ÆØ'", "'日本語 text'", "'a\\U0001f600b'", "'123'", "'١٢'",
           "'x=1;y=2'", "'MiXeD cAsE'", "'\\x00nul'", "'ǆ ﬁ İ'"]
BYTES = ["b''", "b'a'", "b'Hello World'", "b'  two  words\\t\\n'", "b'aXbXc'", "b'\\x00\\xff\\x80'", "b'123'", "b'MiXeD cAsE'"]
INTS = ["0", "1", "-1", "7", "-7", "255", "2**31", "-2**63", "2**64+1", "10**30", "True"]
FLOATS = ["0.0", "-0.0", "1.0", "-2.5", "0.1", "1e16", "1e-7", "123456789.125", "float('inf')", "float('-inf')", "float('nan')", "1e308", "5e-324"]
LISTS = ["[]", "[1]", "[3, 1, 2]", "['b', 'a', 'c', 'a']", "[1, 'x', None, 2.5]", "[[1], [2, 3]]", "[True, 1.0, 2]"]
TUPLES = ["()", "(1,)", "(3, 1, 2)", "('b', 'a', 'c', 'a')", "(1, 'x', None, 2.5)", "((1,), [2, 3])"]
SETS = ["set()", "{1}", "{3, 1}", "{'b', 'a'}", "{1, 'x', None, 2.5}", "set(range(20))", "{10, 20, 30, 1, 9}"]
DICTS = ["{}", "{1: 'a'}", "{'b': 2, 'a': 1, 'c': 3}", "{1: None, 'x': [1], (1, 2): 2.5}"]
RANGES = ["range(0)", "range(5)", "range(2, 10, 3)", "range(10, 0, -2)", "range(-3, 3)"]


def calls(receivers, methods):
    """receiver.method(arguments) for every receiver and arguments."""
    return [f"{r}.{m}" for m in methods for r in receivers]


def binary(operators, lefts, rights):
    return [f"{a} {o} {b}" if not a.startswith("-") else f"({a}) {o} {b}" for o in operators for a in lefts for b in rights]


def mutations(receivers, actions):
    """(receiver, statement on x): prints the result of the expression and what became of x."""
    return [(r, a) for a in actions for r in receivers]


STR_NO_ARGUMENTS = [f"{m}()" for m in (
    "upper lower title capitalize swapcase casefold strip lstrip rstrip split rsplit splitlines expandtabs encode isalpha isdigit "
    "isdecimal isnumeric isalnum isspace isupper islower istitle isidentifier isprintable isascii __len__ __repr__ __str__").split()]
STR_METHODS = [
    "find('a')", "find('')", "find('o', 5)", "find('o', -4, -1)", "rfind('a')", "rfind('')", "rfind('o', 0, 6)", "index('X')", "index('a', 1)",
    "rindex('X')", "count('a')", "count('')", "count('X', 2)", "count('o', 0, 5)", "startswith('a')", "startswith(('He', ' '))", "startswith('', 3)",
    "startswith('l', 2)", "startswith('l', 2, 2)", "endswith('c')", "endswith(('d', 'c'))", "endswith('')", "endswith('o', 0, 5)", "replace('a', 'zz')",
    "replace('', '-')", "replace('X', '', 1)", "replace('o', '0', -1)", "replace('', '.', 2)", "split('X')", "split(' ')", "split(None, 1)",
    "split('X', 1)", "split('X', maxsplit=0)", "split(sep=' ', maxsplit=1)", "split('')", "rsplit('X', 1)", "rsplit(None, 1)", "rsplit(' ', 1)",
    "splitlines(True)", "splitlines(keepends=True)", "strip('ac')", "strip(' \\n')", "lstrip('aH')", "rstrip('c\\n')", "strip('')", "strip(None)",
    "partition('X')", "partition(' ')", "partition('')", "rpartition('X')", "rpartition('zz')", "center(15)", "center(15, '*')", "center(4, '**')",
    "ljust(14, '.')", "rjust(14, '.')", "ljust(0)", "zfill(8)", "zfill(0)", "expandtabs(4)", "expandtabs(0)", "join(['1', '2', '3'])", "join([])", "join('pqr')",
    "join(('x',))", "join({'k': 1})", "join(x for x in 'ab')", "removeprefix('He')", "removesuffix('c')", "encode('utf-8')", "encode('latin-1')",
    "encode('ascii', 'replace')", "encode('ascii', 'ignore')", "encode('ascii', errors='backslashreplace')", "encode('ascii', 'xmlcharrefreplace')",
    "encode('utf-16-le')", "encode('nope')", "translate({97: 'A', 98: None})", "translate({ord('X'): 89})", "translate(str.maketrans('abc', 'xyz'))",
    "translate(str.maketrans({'a': '1', 'H': None}))", "translate(str.maketrans('lo', 'LO', 'X '))", "format()", "__contains__('a')", "__add__('z')",
    "__getitem__(0)", "__eq__('a')", "__mul__(2)", "__format__('>8')"]
STR_OPERATORS = [f"{s}{x}" for s in ("'abcdef'", "'日本語テキスト'", "''") for x in (
    "[0]", "[-1]", "[6]", "[-7]", "[1:3]", "[:-1]", "[::2]", "[::-1]", "[5:1:-2]", "[10:]", "[-100:100]", "[::0]", " * 3", " * 0", " * -1", " * True")]
STR_FORMATS = [f"'{f}'.format({a})" for f, a in (
    ("{}", "1"), ("{} {}", "1, 'x'"), ("{1} {0} {1}", "1, 2"), ("{a} {b}", "a=1, b='q'"), ("{0} {k}", "5, k=[1]"), ("{0[1]}", "[1, 2]"),
    ("{0[k]}", "{'k': 9}"), ("{0.real} {0.imag}", "5"), ("{!r} {!s} {!a}", "'é', 'é', 'é'"), ("{:>{}}", "'x', 5"), ("{:{w}.{p}f}", "2.34567, w=10, p=2"),
    ("{{}} {}", "1"), ("{:,}", "1234567"), ("{:08.3f}", "3.14159"), ("{:+d} {: d}", "5, 5"), ("{:#x} {:#b} {:#o}", "255, 5, 8"), ("{:e}", "12345.678"),
    ("{:%}", "0.256"), ("{:^11}|{:*<5}|{:=+6}", "'mid', 1, 3"), ("{:c}", "65"), ("{:g} {:g}", "1e10, 0.0001"), ("{}", ""), ("{0} {}", "1, 2"), ("{} {0}", "1, 2"),
    ("{a}", ""), ("{", "1"), ("}", "1"), ("{0.x}", "1"), ("{0[9]}", "[1]"), ("{:d}", "'x'"), ("{:s}", "1"), ("{:5}|{:5}", "True, None"), ("{!x}", "1"),
    ("{:_}", "10**9"), ("{:.3}", "'abcdef'"), ("{:.2e} {:G}", "1.5, 1e-10"), ("{0!r:>6}", "'a'"), ("{:10}|", "2.5"), ("{:<10}|{:^10}|", "2, 3"))]
STR_PERCENT = [f"'{f}' % {a}" for f, a in (
    ("%s", "1"), ("%s %s", "(1, 'x')"), ("%d|%5d|%-5d|%05d|%+d", "(1, 2, 3, 4, 5)"), ("%x %X %o %#x %#o", "(255, 255, 8, 255, 8)"),
    ("%f %.2f %10.3f %-10.1f|", "(1.5, 2.345, 3.14159, 2.25)"), ("%e %E %g %G", "(12345.678, 0.00012, 1e10, 1e-10)"), ("%c%c", "('x', 65)"), ("%r %a", "('é', 'é')"),
    ("%(a)s %(b)d", "{'a': 1, 'b': 2}"), ("%%", "()"), ("%5s|%-5s|%.2s", "('ab', 'cd', 'efgh')"), ("%*d", "(5, 42)"), ("%s", "[1, 2]"), ("%s", "(None,)"),
    ("%d", "3.99"), ("%d", "True"), ("%i %u", "(10**20, 7)"), ("%s %s", "(1,)"), ("%s", "(1, 2)"), ("%d", "'x'"), ("%y", "1"), ("%", "1"), ("%(a)s", "{}"), ("%(a)s", "1"),
    ("%c", "'xy'"), ("%x", "1.5"), ("%.0f %.1f", "(0.5, 0.25)"), ("%s", "{'k': 1}"), ("%-+6d|% d", "(3, 4)"), ("%5.1f%%", "12.34"))]

BYTES_NO_ARGUMENTS = [f"{m}()" for m in (
    "upper lower title capitalize swapcase strip lstrip rstrip split rsplit splitlines expandtabs isalpha isdigit isalnum isspace "
    "isupper islower istitle isascii hex __len__ __repr__").split()]
BYTES_METHODS = [
    "decode('latin-1')", "decode('utf-8')", "decode('ascii', 'replace')", "decode(errors='ignore')", "find(b'o')", "find(97)", "rfind(b'o', 0, 6)", "index(b'X')", "rindex(b'X')",
    "count(b'o')", "count(b'')", "count(97)", "startswith(b'a')", "startswith((b'H', b' '))", "endswith(b'c')", "replace(b'a', b'zz')", "replace(b'', b'-')",
    "replace(b'o', b'0', 1)", "split(b'X')", "split(None, 1)", "split(b' ', 1)", "rsplit(b'X', 1)", "rsplit(b' ', 1)", "rsplit(None, 1)", "splitlines(True)", "strip(b'ac')", "lstrip(b' ')",
    "rstrip(b'\\n')", "partition(b'X')", "partition(b'')", "rpartition(b'X')", "center(14)", "center(14, b'*')", "ljust(14, b'.')", "rjust(14)", "zfill(8)", "expandtabs(4)",
    "join([b'1', b'2'])", "join([])", "removeprefix(b'He')", "removesuffix(b'c')", "translate(None, b'o')", "translate(bytes.maketrans(b'abc', b'xyz'))",
    "hex('-')", "hex(':', 2)", "__contains__(b'a')"]
BYTES_OPERATORS = [f"{s}{x}" for s in ("b'abcdef'", "b''") for x in (
    "[0]", "[-1]", "[6]", "[1:3]", "[::-1]", "[5:1:-2]", "[10:]", " * 3", " * -1", " + b'z'", " == b'abcdef'", " < b'b'", " != 'abcdef'")] + [
        "97 in b'abc'", "b'bc' in b'abc'", "300 in b'abc'", "list(b'abc')", "bytes(3)", "bytes([1, 2, 255])", "bytes([256])", "bytes('é', 'utf-8')", "bytes(b'x')", "bytes()", "bytes(-1)",
        "bytes.fromhex('00 ff 1A')", "bytes.fromhex('0')", "bytes.fromhex('zz')", "hash(b'a') == hash('a')", "b'%d %s %x' % (5, b'x', 255)", "b'%c|%5.1f' % (65, 2.5)", "str(b'ab', 'ascii')",
        "str(b'ab')", "sorted(b'cab')", "max(b'abc')", "sum(b'abc')", "bool(b'')", "b'\\'\"'", "b'\"'", "b\"'\"", "bytes(range(5))", "b'a' + b'b' * 2"]

BYTEARRAY_STATEMENTS = ["x.append(65)", "x.append(256)", "x.extend(b'zz')", "x.extend([1, 2])", "x.insert(0, 66)", "x.insert(-1, 66)", "x.pop()", "x.pop(0)", "x.remove(97)", "x.reverse()", "x.clear()", "x.copy()", "x[0] = 90", "x[-1] = 90", "x[1:3] = b'123456'",
                        "x[::2] = bytes(len(x[::2]))", "x[::2] = b'1'", "x[:] = b''", "x += b'q'", "x *= 2", "x *= 0", "x = x + b'q'", "x = x * 2", "x = x[1:]", "x = x[::-1]", "x = x[0]", "x = x[50]", "x = bytes(x)", "x = list(x)", "x = x == bytes(x)", "x = x < b'b'",
                        "x = 97 in x", "x = b'ell' in x", "del x[0]", "del x[1:3]", "del x[::2]", "x[0] = 256", "x[0] = 'a'", "x = len(x), bool(x)", "x = bytearray(x)", "x = memoryview(x).tolist()", "x = memoryview(x)[::2].tobytes()", "x = hash(x)", "x = b''.join([x, x])"]

INT_METHODS = [f"{m}" for m in (
    "bit_length()", "bit_count()", "conjugate()", "as_integer_ratio()", "real", "imag", "numerator", "denominator", "__abs__()", "__neg__()", "__pos__()", "__invert__()",
    "__bool__()", "__hash__()", "__float__()", "__int__()", "__index__()", "__round__()", "__round__(-1)", "__trunc__()", "__floor__()", "__ceil__()", "__repr__()",
    "__format__('>5')", "__divmod__(3)", "to_bytes(9, 'big', signed=True)", "to_bytes(16, 'little', signed=True)", "to_bytes(1, 'big')")]
INT_FUNCTIONS = [f"{f}" for f in (
    "abs({0})", "hex({0})", "oct({0})", "bin({0})", "str({0})", "repr({0})", "float({0})", "bool({0})", "int({0})", "round({0})", "round({0}, -1)", "round({0}, 2)", "divmod({0}, 7)",
    "divmod({0}, -7)", "divmod({0}, 2.5)", "pow({0}, 2)", "pow({0}, 3, 7)", "pow({0}, -1)", "hash({0})", "format({0}, ',')", "format({0}, 'x')", "format({0}, '+d')", "format({0}, '010d')", "format({0}, '.3e')",
    "format({0}, 'n')", "format({0}, 'b')", "format({0}, '>30')", "format({0}, '_x')", "{0} << 3", "{0} >> 2", "~{0}", "-{0}", "+{0}", "{0} // 3", "{0} % -3", "{0} / 4", "not {0}", "min({0}, 2)", "max({0}, 2.5)", "sum([{0}, 1])")]
INT_PARSES = [f"int({s!r})" for s in ("0", " 12 ", "-5", "+7", "1_000", "1__0", "_1", "", " ", "x", "0x1f", "1.5", "٣", "9" * 30, "--1", "1 2")] + [
    f"int({s!r}, {b})" for s, b in (("ff", 16), ("0xff", 16), ("0xff", 0), ("0b101", 0), ("0o17", 0), ("101", 2), ("z", 36), ("12", 2), ("010", 0), ("9", 8), ("1", 1), ("1", 37), ("-0b1", 2), ("10", 5))] + [
        "int()", "int(3.99)", "int(-3.99)", "int(1e30)", "int(True)", "int(b'12')", "int(float('nan'))", "int(float('inf'))", "int.from_bytes(b'\\x01\\x02', 'big')",
        "int.from_bytes(b'\\xff\\xfe', 'little', signed=True)", "int.from_bytes([1, 2], byteorder='big')", "int.from_bytes(b'\\x05')"]
FLOAT_METHODS = ["is_integer()", "as_integer_ratio()", "hex()", "conjugate()", "real", "imag", "__abs__()", "__neg__()", "__hash__() == hash(1)", "__int__()", "__trunc__()", "__floor__()",
                 "__ceil__()", "__round__()", "__round__(2)", "__repr__()", "__format__('.2f')", "__bool__()", "__divmod__(2.0)", "__float__()"]
FLOAT_FUNCTIONS = ["repr({0})", "abs({0})", "int({0})", "round({0})", "round({0}, 1)", "round({0}, -2)", "round({0}, 20)", "divmod({0}, 3)", "divmod({0}, -0.3)", "{0} // 2", "{0} % 3", "{0} % -3.5", "{0} ** 2",
                   "{0} ** 0.5", "{0} ** -1", "2 ** {0}", "-{0}", "{0} == {0}", "{0} < 1", "{0} >= 10**400", "hash({0}) == hash({0})", "bool({0})", "format({0}, '')", "format({0}, '.3f')", "format({0}, 'e')",
                   "format({0}, 'g')", "format({0}, '10.2f')", "format({0}, ',.1f')", "format({0}, '%')", "format({0}, '+')", "format({0}, '010')", "format({0}, '.0f')", "format({0}, '#.0f')", "format({0}, 'n')", "format({0}, '.17g')", "min({0}, 0)",
                   "max({0}, 1)", "sum([{0}, 0.5])", "str({0})", "{0} / 3", "{0} / 0"]
FLOAT_PARSES = [f"float({s!r})" for s in ("0", "1.5", " 2.5\n", "-1e5", "1_0.5", "inf", "-Infinity", "nan", "1e400", "1e-400", "", "x", "1.5.2", "0x1p3", ".5", "5.", ".", "1e", "+3", "١٢", "1__0", "infinit")] + [
    "float()", "float(3)", "float(True)", "float(10**30)", "float(10**400)", "float(b'1.5')", "float.fromhex('0x1.8p1')", "float.fromhex('zz')", "float.fromhex('inf')"]

LIST_METHODS = ["index(1)", "index('a')", "index(2, 1)", "index(1, -2, 5)", "count(1)", "count('a')", "copy()", "__len__()", "__contains__(1)", "__repr__()", "__getitem__(0)", "__eq__([1])"]
LIST_MUTATIONS = ["x.append(9)", "x.insert(0, 9)", "x.insert(-1, 9)", "x.insert(100, 9)", "x.insert(-100, 9)", "x.extend([7, 8])", "x.extend('ab')", "x.extend({1: 2})", "x.extend(range(3))", "x.extend(x)",
                  "x.pop()", "x.pop(0)", "x.pop(-2)", "x.pop(5)", "x.remove(1)", "x.remove('a')", "x.reverse()", "x.clear()", "x.sort()", "x.sort(reverse=True)", "x.sort(key=str)",
                  "x.sort(key=lambda v: str(v), reverse=True)", "x.__setitem__(0, 5)", "x.__delitem__(0)", "x.__iadd__([1])"]
LIST_STATEMENTS = ["x[0] = 9", "x[-1] = 9", "x[5] = 9", "x[1:2] = [7, 8, 9]", "x[:] = []", "x[::2] = [0] * len(x[::2])", "x[::2] = [1]", "x[10:] = 'ab'", "x[-1:0] = (5,)", "x[::-1] = list(x)", "del x[0]", "del x[-1]",
                   "del x[1:]", "del x[::2]", "del x[::-1]", "del x[9]", "x += [1]", "x += 'ab'", "x += (1, 2)", "x *= 2", "x *= 0", "x *= -1", "x = x + [1]", "x = x * 2", "x = 2 * x", "x = x[::-1]", "x = x[1:-1]", "x = x[-2:]",
                   "x = x[2:0:-1]", "x = x[::-2]", "x = x[::0]", "x = [*x, 1]", "x = sorted(x, key=repr)", "x = list(reversed(x))", "list(enumerate(x))", "list(zip(x, x))", "x = tuple(x)", "x = [y for y in x if y]",
                   "x = list(map(str, x))", "x = list(filter(None, x))", "x = any(x), all(x)", "x = len(x), bool(x)", "x = min(x, key=str)", "x = max(x, key=str)", "x = max(x, key=str, default=0)"]
SEQUENCE_COMPARISONS = ["==", "!="]
SEQUENCE_ORDERS = ["<", "<=", ">", ">="]

TUPLE_METHODS = ["index(1)", "index('a')", "index(2, 1)", "index(1, -2, 5)", "count(1)", "count('a')", "__len__()", "__contains__(1)", "__repr__()", "__getitem__(0)", "__eq__((1,))", "__add__((1,))", "__hash__() == hash(0)"]
TUPLE_STATEMENTS = ["x = x + (1,)", "x = x * 2", "x = 0 * x", "x = x[::-1]", "x = x[1:]", "x = x[-2:]", "x = x[0]", "x = x[-1]", "x = x[9]", "x = x[::0]", "x += ('q',)", "x *= 2", "x = (*x, 1)", "x = list(x)", "x = sorted(x, key=repr)",
                    "x = tuple(reversed(x))", "x = len(x), bool(x)", "x = any(x), all(x)", "x = str(x)", "x = 1 in x, 'a' in x", "list(zip(x, x))", "list(enumerate(x, 5))", "x = tuple(map(str, x))", "x = max(x, key=str)"]

SET_METHODS = ["union([1, 2])", "union({5}, 'ab')", "union()", "intersection([1, 2, 3])", "intersection({1}, (1, 2))", "intersection()", "difference([1])", "difference({1}, 'ab')", "symmetric_difference([1, 7])",
               "isdisjoint([5])", "isdisjoint({1})", "issubset([1, 2, 3])", "issubset(range(50))", "issuperset([1])", "issuperset(())", "copy()", "__len__()", "__contains__(1)", "__repr__()", "__eq__({1})", "__or__({1})"]
SET_MUTATIONS = ["x.add(9)", "x.add(1)", "x.discard(1)", "x.discard('zz')", "x.remove(1)", "x.remove('zz')", "x.pop()", "x.clear()", "x.update([1, 2])", "x.update('ab', {5})", "x.update()",
                 "x.intersection_update([1, 3])", "x.intersection_update({1}, [1])", "x.difference_update([1])", "x.symmetric_difference_update([1, 7])"]
SET_STATEMENTS = ["x |= {1, 2}", "x &= {1, 2}", "x -= {1, 2}", "x ^= {1, 2}", "x = x | {50}", "x = x & {1, 'a'}", "x = x - {1}", "x = x ^ {1, 100}", "x = sorted(x, key=repr)", "x = len(x), bool(x)", "x = frozenset(x)", "x = 1 in x",
                  "x = {y for y in x if y}", "x = [y for y in x]", "x = x == set(list(x))", "x = x < set(range(50))", "x = min(x, key=str)", "x = list(x)", "x = hash(frozenset(x)) == hash(frozenset(list(x)))"]
DICT_METHODS = ["get(1)", "get('a', 0)", "get('zz', 'd')", "keys()", "values()", "items()", "copy()", "__len__()", "__contains__(1)", "__repr__()", "__getitem__(1)", "__eq__({})"]
DICT_MUTATIONS = ["x.pop(1)", "x.pop('a')", "x.pop('zz', None)", "x.popitem()", "x.clear()", "x.setdefault('new', 5)", "x.setdefault('a')", "x.update({1: 2})", "x.update([('p', 1), ('q', 2)])", "x.update(k=1)",
                  "x.update({5: 6}, k=1)", "x.update()", "x.__setitem__('k', 0)", "x.__delitem__(1)"]
DICT_STATEMENTS = ["x['k'] = 1", "x[1] = 'one'", "del x[1]", "del x['zz']", "x |= {5: 6}", "x |= [(5, 6)]", "x = x | {1: 'new'}", "x = list(x)", "x = list(x.items())", "x = list(x.values())", "x = list(reversed(x))", "x = len(x), bool(x)",
                   "x = 1 in x, 'a' in x.keys()", "x = {**x, 'z': 0}", "x = {v: k for k, v in x.items() if not isinstance(v, list)}", "x = dict(x)", "x = dict(x, extra=1)", "x = dict(x.items())", "x = sorted(x, key=repr)", "x = x == dict(x)",
                   "x = x.keys() & {1, 'a'}", "x = x.keys() | {1}", "x = x.items() == x.items()", "x = x.keys() - {1}", "x = str(x.values())", "x = max(x, key=str)", "x = list(enumerate(x))", "x = dict.fromkeys(x, 0)", "x = x[0]", "x = x['a']"]
DICT_MAKING = ["dict()", "dict(a=1, b='x')", "dict([(1, 2), ('a', 'b')])", "dict({1: 2}, c=3)", "dict(zip('abc', range(3)))", "dict([[1, 2]])", "dict(['ab'])", "dict([(1, 2, 3)])", "dict([(1,)])", "dict.fromkeys('aba')", "dict.fromkeys([1, 2], [])",
               "dict((k, k * k) for k in range(4))", "{}", "{1: 1, True: 2, 1.0: 3}", "{'a': 1, 'a': 2}"]
RANGE_METHODS = ["index(2)", "index(100)", "count(2)", "count('x')", "start", "stop", "step", "__len__()", "__contains__(2)", "__repr__()", "__getitem__(0)", "__getitem__(-1)", "__getitem__(9)", "__eq__(range(5))"]
RANGE_FUNCTIONS = ["list({0})", "len({0})", "sum({0})", "{0}[1:]", "{0}[::-1]", "{0}[:2]", "{0}[-2]", "list(reversed({0}))", "2 in {0}", "2.0 in {0}", "'x' in {0}", "{0} == range(5)", "hash({0}) == hash({0})", "bool({0})", "max({0}, default=None)",
                   "min({0}, default=None)", "tuple({0})", "set({0})", "sorted({0}, reverse=True)", "str({0})", "list(enumerate({0}))", "list(zip({0}, {0}))"]

# Arguments of wrong types and wrong numbers of arguments: the messages.
WRONG = [
    "'a'.find(1)", "'a'.split(1)", "'a'.join([1])", "'a'.join(5)", "'a'.replace(1, 2)", "'a'.startswith(1)", "'a'.startswith((1,))", "'a'.endswith(1)", "'a'.strip(1)", "'a'.center('x')", "'a'.center(5, 1)",
    "'a'.zfill('x')", "'a'.count(1)", "'a'.index(1)", "'a'.partition(1)", "'a'.encode(1)", "'a'.upper(1)", "'a' + 1", "'a' * 'b'", "'a' * 1.5", "'a' < 1", "1 + 'a'", "'a' - 'b'", "1 in 'a'", "'abc'['a':]",
    "-'a'", "~1.5", "abs('x')", "len(5)", "len(None)", "int([])", "int(None)", "int('1', 'x')", "int(5, 2)", "float([])", "float(None)", "ord('ab')", "ord(5)", "chr('a')", "chr(-1)", "chr(1114112)", "hex(1.5)", "bin('x')", "oct(None)", "round('x')",
    "round(1.5, 'x')", "divmod('a', 1)", "divmod(1, 0)", "divmod(1.5, 0)", "pow(2, 'x')", "pow(2, 3, 0)", "pow(2.0, 3, 5)", "sum(['a'])", "sum('ab')", "sum(5)", "min(5)", "max([])", "max(1, 'a')", "sorted(5)", "sorted([1, 'a'])",
    "list(5)", "tuple(5)", "set(5)", "dict(5)", "dict([1])", "iter(5)", "reversed(5)", "reversed({1})", "enumerate(5)", "zip(5)", "map(str, 5)", "range('a')", "range(1.5)", "range(1, 2, 0)", "hash([])", "hash({})", "hash(set())", "{[]: 1}", "{{}}",
    "[1] + (2,)", "[1] + 'a'", "(1,) + [2]", "[1] * 'a'", "[1] * [2]", "{1: 2}[[]]", "[1] < (1,)", "[1] < 5", "{1} < [1]", "{1} | [1]", "{1} + {2}", "{1: 2} + {}", "None + 1", "None < None", "1 < 'a'",
    "1.5 // 'a'", "1 % None", "1 & 1.5", "1 << 1.5", "1 << -1", "1 >> -1", "1 // 0", "1 % 0", "1 / 0", "1.0 / 0", "1.0 // 0", "1.0 % 0", "0 ** -1", "0.0 ** -1", "next(5)", "next(iter([]))", "callable()", "print(sep=5)", "bytes('a')",
    "bytes([1, 'a'])", "bytes(1.5)", "b'a' + 'a'", "b'a'.find('a')", "b'a'.join(['a'])", "'a' in b'a'", "'%d' % 'a'", "'%s %s' % 1", "'{:d}'.format('a')", "f'{1:s}'", "f'{\"a\":d}'", "f'{[]:5}'", "f'{None:5}'", "format(1, 5)",
    "[].pop()", "[1].pop('a')", "[1].index(2)", "[1].remove(2)", "[1].insert('a', 1)", "[1].append()", "[1].extend(5)", "{}.pop(1)", "{}.popitem()", "{1}.remove(2)", "set().pop()", "{1}.add([])", "{1}.update(5)", "{1}.union(5)", "frozenset(5)", "(1,).index(2)",
    "{}.get([])", "{}.update(5)", "{}.update([1])", "{}.fromkeys(5)", "None.x", "(5).x", "'a'.nope()", "[].nope", "str(b'a', 5)", "abs()", "abs(1, 2)", "len()", "len([], [])", "ord()", 
    "sorted([1, 2], key=5)", "'a'.split(sep=5)", "'a'.splitlines('x')", "'ab'.expandtabs('x')", "(1).to_bytes(-1, 'big')", "(1).to_bytes(1, 'x')", "(300).to_bytes(1, 'big')",
    "(-1).to_bytes(1, 'big')", "int.from_bytes(5, 'big')", "1.5 .hex(1)", "(1.5).as_integer_ratio(1)", "'a'.translate(5)", "str.maketrans('a', 'bc')", "str.maketrans('a')", "str.maketrans({'ab': 1})", "'x'.removeprefix(1)"]

# Wrong numbers of arguments.
COUNTS = ["input(1, 2)", "str(1, 2)", "bool(1, 2)", "isinstance(1)", "'abc'.upper(x=1)", "[3, 1].sort(lambda v: v)", "sorted([1], 5)", "'a'.replace('a')", "'a'.find()", "min()", "range()", "isinstance(1, 5)", "int(x='5')", "round(1, 2, 3)", "'x'.ljust()", "len(1, 2)", "'a'.split(1, 2, 3)", "[].append(1, 2)", "[].insert(1)", "{}.get()",
          "{}.pop()", "{}.setdefault()", "{1}.add()", "sorted()", "sum()", "open()", "print(1, x=2)", "ord('a', 'b')", "divmod(1)", "pow(1)", "zip(1)", "enumerate()", "map(str)", "filter(None)", "iter()", "next()", "getattr(1)"]


def miscounted():
    """Calls of every builtin function, class and method with too few, too many and unknown arguments, as far as CPython refuses them."""
    receivers = ["'a'", "b'a'", "bytearray(b'a')", "[1]", "(1,)", "{1: 2}", "{1}", "frozenset([1])", "(5)", "2.5", "1j", "range(3)", "slice(1)", "memoryview(b'a')"]
    callables = [f"{r}.{m}" for r in receivers for m in dir(eval(r)) if not m.startswith("_")]
    skipped = {"breakpoint", "compile", "copyright", "credits", "delattr", "dir", "eval", "exec", "exit", "globals", "help", "input", "license", "locals", "object",
               "quit", "super", "aiter", "anext", "classmethod", "staticmethod", "property", "type", "vars"}
    callables += [n for n in dir(builtins) if n[0].islower() and n not in skipped]
    out = []
    for c in callables:
        for arguments in ("", ", ".join(["None"] * 9), "*NONE", "*NINE", "krait=1"):
            try:
                with contextlib.redirect_stdout(io.StringIO()):
                    eval(f"{c}({arguments})", {"NONE": [], "NINE": [None] * 9})
            except TypeError as error:
                if re.search("given|expected|missing|keyword", str(error)):
                    out.append(f"{c}({arguments})")
            except Exception:
                pass
    return out


def show(lines, label, expression):
    lines += ["try:", f"    print({label!r}, {expression})", "except Exception as e:", f"    print({label!r}, type(e).__name__, e)"]


def write(name, header, cases):
    """Programs of CHUNK cases each. A case is an expression, or (value of x, what is done with x)."""
    for number, start in enumerate(range(0, len(cases), CHUNK), 1):
        # Hundreds of expressions in one function take the optimiser a minute.
        lines = ["# Generated by tests/generate_methods.py.", "# variants: dev leak"] + header
        for k, case in enumerate(cases[start:start + CHUNK]):
            if isinstance(case, str):
                show(lines, str(k), case)
                continue
            value, action = case
            names = f"x{k}"
            action = replace_name(action, names)
            statement = action if action.startswith("del ") or is_assignment(action) else f"r{k} = {action}"
            lines += [f"{names} = {value}", "try:", f"    {statement}"]
            lines += [f"    print({k}, {names})" if statement == action else f"    print({k}, r{k}, {names})", "except Exception as e:", f"    print({k}, type(e).__name__, e, {names})"]
        file = f"{name}_{number:02}.py"
        (PENDING if (PENDING / file).exists() else FOLDER).joinpath(file).write_text("\n".join(lines) + "\n")


def is_assignment(action):
    head = action.split("'")[0]
    return " = " in head or " += " in head or " *= " in head or " |= " in head or " &= " in head or " -= " in head or " ^= " in head


def replace_name(action, name):
    """`x` as a whole word becomes `name`."""
    out, k = "", 0
    while k < len(action):
        word = action[k] == "x" and not (k and (action[k - 1].isalnum() or action[k - 1] in "_'")) and not (k + 1 < len(action) and (action[k + 1].isalnum() or action[k + 1] in "_'"))
        out += name if word else action[k]
        k += 1
    return out


def main():
    FOLDER.mkdir(parents=True, exist_ok=True)
    write("str_plain", [], calls(STRINGS, STR_NO_ARGUMENTS))
    write("str_methods", [], calls(STRINGS[:5] + STRINGS[6:7], STR_METHODS))
    write("str_operators", [], STR_OPERATORS + binary(["==", "<", ">=", "+", "in"], STRINGS[:4], STRINGS[:4]))
    write("str_format", ["# types: dynamic"], STR_FORMATS + STR_PERCENT)
    write("bytes_plain", [], calls(BYTES, BYTES_NO_ARGUMENTS))
    write("bytes_methods", [], calls(BYTES, BYTES_METHODS) + BYTES_OPERATORS)
    write("bytearray", ["# types: dynamic"], mutations([f"bytearray({b})" for b in BYTES[:3] + BYTES[5:6]], BYTEARRAY_STATEMENTS))
    write("bytearray_methods", [], calls(["bytearray(b'aXb Xc')"], BYTES_NO_ARGUMENTS + BYTES_METHODS))
    write("int_methods", [], calls([f"({i})" for i in INTS], INT_METHODS))
    write("int_functions", [], [f.format(f"({i})") for f in INT_FUNCTIONS for i in INTS] + INT_PARSES)
    write("int_operators", [], binary(["+", "-", "*", "//", "%", "/", "&", "|", "^", "==", "<"], INTS[1:10:2], INTS[2:11:2]))
    write("float_methods", [], calls([f"({i})" for i in FLOATS], FLOAT_METHODS))
    write("float_functions", [], [f.format(f"({i})") for f in FLOAT_FUNCTIONS for i in FLOATS] + FLOAT_PARSES)
    write("list_methods", [], calls(LISTS, LIST_METHODS))
    write("list_mutations", ["# types: dynamic"], mutations(LISTS, LIST_MUTATIONS))
    write("list_statements", ["# types: dynamic"], mutations(LISTS[:5], LIST_STATEMENTS))
    write("list_comparisons", [], binary(SEQUENCE_COMPARISONS, LISTS, LISTS[1:4]) + binary(SEQUENCE_ORDERS, LISTS[:3] + LISTS[6:], LISTS[:3]))
    write("tuple_methods", ["# types: dynamic"], calls(TUPLES, TUPLE_METHODS))
    write("tuple_statements", ["# types: dynamic"], mutations(TUPLES, TUPLE_STATEMENTS))
    write("tuple_comparisons", [], binary(SEQUENCE_COMPARISONS, TUPLES, TUPLES[1:4]) + binary(SEQUENCE_ORDERS, TUPLES[:3], TUPLES[:3]))
    write("set_methods", [], calls(SETS, SET_METHODS) + calls([f"frozenset({s})" for s in SETS[:5]], SET_METHODS))
    write("set_mutations", [], mutations(SETS, SET_MUTATIONS))
    write("set_statements", [], mutations(SETS, SET_STATEMENTS))
    write("dict_methods", [], calls(DICTS, DICT_METHODS) + DICT_MAKING)
    write("dict_mutations", [], mutations(DICTS, DICT_MUTATIONS))
    write("dict_statements", ["# types: dynamic"], mutations(DICTS, DICT_STATEMENTS))
    write("range_methods", [], calls(RANGES, RANGE_METHODS) + [f.format(r) for f in RANGE_FUNCTIONS for r in RANGES])
    write("wrong_arguments", ["# types: dynamic"], WRONG)
    write("wrong_counts", ["# types: dynamic"], COUNTS)
    write("wrong_numbers", ["# types: dynamic", "NONE = [None][:0]", "NINE = [None] * 9"], miscounted())


if __name__ == "__main__":
    main()
