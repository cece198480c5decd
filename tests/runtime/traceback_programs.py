"""Programs that die of an exception, for the comparison of printed tracebacks with CPython's.

Only classes that tests/runtime/stub_types.cpp has. Each is written to a file as it stands.
"""
import itertools
import random

PROGRAMS = [
    # whole line: no marks; a part of it; an operator
    "raise ValueError('x')\n",
    "raise ValueError\n",
    "x = 1 / 0\n",
    "1 / 0\n",
    "x = [1]\ny = x[3] + 1\n",
    "x = [1]\nx[3]\n",
    "x = {}\nprint(x['a']['b'])\n" if False else "x = [[]]\nprint(x[0][1])\n",
    "a = 1\nb = 0\nprint(a // b)\n",
    "a = 1\nb = 0\nprint(a//b, a)\n",
    "a = 1\nb = 0\nprint(a  %  b)\n",
    "a = 1\nb = 0\nprint((a) / (b))\n",
    "a = 1\nb = 0\nprint( ( a ) / b )\n",
    "a = 1\nb = 0\na /= b\n",
    "a = 1\nb = 0\nprint(3 + 4 * (a / b) + 7)\n",
    "x = [1]\nx[5] = 3\n",
    "x = [1]\ndel x[5]\n",
    "x = [1]\ni = 7\nprint(x[i] if i else x [ i ])\n",
    "x = [1]\ni = 7\nprint(x [ i ])\n",
    "int('é')\n",
    "s = 'é'; x = int(s)  # é\n",
    "日本 = 'x'; int(日本); 1\n",
    "日本 = 0; 1 / 日本\n",
    "x = ['é'] + 5\n",
    "\tx = 1\n" if False else "if 1:\n\tx = 1 / 0\n",
    "if 1:\n  \t  x = 1 / 0   \n",
    "if 1:\n\f\tint('x')\n",
    "x = int(\n  'y'\n)\n",
    "x = (1 +\n     1 /\n     0)\n",
    "x = int(   \n  'y')   ; y = 2\n",
    "x = 'é' and int(   \n  'y')\n",
    "'é'; int(\n  'y')\n",
    "def f(a,\n      b): return a / b\nf(1,\n  0)\n",
    "f = lambda x: 1 / x\nf(0)\n",
    "def f():\n    raise TypeError('in f')\n\ndef g():\n    f()\n\ng()\n",
    "def f():\n    def g():\n        int('z')\n    return g\nf()()\n",
    "class A:\n    def m(self, n):\n        return self.k(n) + 1\n    def k(self, n):\n        return 10 / n\nA().m(0)\n",
    "[1 / n for n in (1, 0)]\n",
    "list(1 / n for n in (1, 0))\n",
    "x = sum([int(c) for c in '12x'])\n",
    "def g():\n    yield 1\n    yield int('q')\nfor x in g(): pass\n",
    "import contextlib\nwith contextlib.nullcontext(): int('q')\n",
    "try:\n    1 / 0\nexcept ZeroDivisionError as e:\n    raise ValueError('v') from e\n",
    "try:\n    1 / 0\nexcept ZeroDivisionError:\n    raise ValueError('v')\n",
    "try:\n    1 / 0\nexcept ZeroDivisionError:\n    raise ValueError('v') from None\n",
    "try:\n    1 / 0\nexcept ZeroDivisionError:\n    [][1]\n",
    "def f():\n    try:\n        int('a')\n    except ValueError:\n        [][1]\ntry:\n    f()\nexcept IndexError as e:\n    raise RuntimeError('r') from e\n",
    "try:\n    try:\n        1 / 0\n    finally:\n        int('x')\nexcept ValueError as e:\n    raise\n",
    "try:\n    1 / 0\nexcept ZeroDivisionError as e:\n    raise e\n",
    "def f():\n    try:\n        1 / 0\n    except ZeroDivisionError as e:\n        raise e\nf()\n",
    "e = ValueError('same')\ntry:\n    raise e\nexcept ValueError:\n    pass\nraise e\n",
    "e = ValueError('note')\ne.add_note('first')\ne.add_note('two\\nlines')\nraise e\n",
    "e = ValueError()\ne.add_note('')\nraise e\n",
    "raise ValueError('l1\\nl2')\n",
    "raise ValueError('')\n",
    "raise ValueError('é日本\\U0001f600 \\udc80')\n",
    "raise KeyboardInterrupt\n" if False else "raise EOFError('EOF when reading a line')\n",
    "def f(n):\n    if n == 0: raise ValueError('deep')\n    f(n - 1)\nf(2)\n",
    "def f(n):\n    if n == 0: raise ValueError('deep')\n    f(n - 1)\nf(3)\n",
    "def f(n):\n    if n == 0: raise ValueError('deep')\n    f(n - 1)\nf(4)\n",
    "def f(n):\n    if n == 0: raise ValueError('deep')\n    f(n - 1)\nf(5)\n",
    "def f(n):\n    if n == 0: raise ValueError('deep')\n    return f(n - 1) + 1\nf(300)\n",
    "def f(n): return g(n - 1)\ndef g(n):\n    return f(n) if n > 0 else 1 / 0\nf(20)\n",
    "import sys\nsys.setrecursionlimit(3000)\ndef f(n):\n    return f(n - 1) if n else 1 / 0\nf(1500)\n",
    "import sys\nsys.setrecursionlimit(5000)\ndef f(n):\n    return g(n - 1) if n else 1 / 0\ndef g(n):\n    return f(n)\ntry:\n    f(2400)\nexcept ZeroDivisionError:\n    int('x')\n",
    "def f(n): return f(n+1)\nf(0)\n",
    "def f(n):\n    return f(n + 1) + 1\nf(0)\n",
    "a = b = None\nclass E:\n    pass\ndef f():\n  x = 5;   int('x')   ;y = 3\nf()\n",
    "x = 1; y = x[0] if False else 'a' + 1\n" if False else "x = 'a' + str(1) + 1\n",
    "x = 'a'\ny = x.foo\n" if False else "x = -'a'\n",
    "x = not_defined\n" if False else "x = 'abc'.index('z')\n",
    "from math import sqrt\nprint(sqrt(-1))\n",
    "x = 2 ** 'a'\n",
    "x = 2**'a'\n",
    "x = 1 if 2 @ 3 else 4\n",
    "x = 1 << -1\n",
    "x = (1, 2)[5]\n",
    "x = 'abc'[10:][0]\n",
    "x = 'abc'[ 10 ] [0]\n",
    "x = ((('abc'[10])))\n",
    "assert_ = [0]\nassert_[1] += 1\n",
    "for i in range(3): print(end='') ; [][i]\n",
    "for a, b in [(1, 2, 3)]: pass\n",
    "a, b = 1, 2, 3\n",
    "x = f'{int(\"x\")} and more'\n",
    "print('a', int('x'), sep='')  ;  print('b')\n",
    "x = lambda: (yield)\nint('1' + 'x')\n",
    "def f(*, k): pass\nf()\n",
    "def f(a): pass\nf(1, 2)\n",
    "x = [\n  1,\n  int('x'),\n]\n",
    "x = int('x') + \\\n    1\n",
    "x = 1 + \\\n    int('x')\n",
    "if int('x') == 3:\n    pass\n",
    "while 1 / 0: pass\n",
    "return_ = {1: int('x')}\n",
    "x = 'aé日' + ('b' * (1 / 0))\n",
    "x = 'aé日'; y = 1 ; z = x [y + 5] ; w = 'é'\n",
    "x = 'aé日'; y = 1 ; z = y  //  0 ; w = 'é'\n",
    # groups
    "raise ExceptionGroup('g', [ValueError(1)])\n",
    "raise ExceptionGroup('g', [ValueError(1), TypeError('l1\\nl2'), KeyError(2)])\n",
    "raise ExceptionGroup('g\\nh', [ValueError(k) for k in range(15)])\n",
    "raise ExceptionGroup('g', [ValueError(k) for k in range(16)])\n",
    "raise ExceptionGroup('g', [ValueError(k) for k in range(40)])\n",
    "def nest(n):\n    return ExceptionGroup(f'g{n}', [nest(n - 1), ValueError(n)]) if n else TypeError('leaf')\nraise nest(4)\n",
    "def nest(n):\n    return ExceptionGroup(f'g{n}', [ValueError(n), nest(n - 1)]) if n else TypeError('leaf')\nraise nest(4)\n",
    "def nest(n):\n    return ExceptionGroup(f'g{n}', [nest(n - 1)]) if n else TypeError('leaf')\nraise nest(14)\n",
    "def f(n):\n    if n == 0: raise ValueError('deep')\n    f(n - 1)\nes = []\nfor k in (0, 5, 1):\n    try: f(k)\n"
    "    except ValueError as e: es.append(e)\ng = ExceptionGroup('in', es)\ng.add_note('note\\nline2')\ng.add_note('')\n"
    "es[1].add_note('x')\nraise g\n",
    "def f():\n    try: 1 / 0\n    except ZeroDivisionError as e: raise ValueError('v') from e\nes = []\nfor k in range(3):\n"
    "    try: f()\n    except ValueError as e: es.append(e)\ntry:\n    raise ExceptionGroup('in', es)\n"
    "except ExceptionGroup as g:\n    raise TypeError('last') from ExceptionGroup('again', [g, es[0]])\n",
    "try: [][1]\nexcept IndexError as c:\n    es = []\n    for k in range(3):\n        try: raise ValueError(k)\n"
    "        except ValueError as e: es.append(e)\n    raise ExceptionGroup('shared context', es)\n",
    "try:\n    raise ExceptionGroup('a', [ValueError(1), TypeError(2)])\nexcept* ValueError:\n    1 / 0\n",
    # no line end at the end of the file, old line ends, encodings
    "1 / 0",
    "x = 1\r\ny = x / 0\r\n",
    "x = 1\ry = x / 0\r",
    "x = 1\r\r\ny = x / 0 + 1\n",
    b"\xef\xbb\xbfx = 1 / 0\n",
    b"\xef\xbb\xbfx = 1\ny = x / 0\n",
    b"# -*- coding: latin-1 -*-\ns = '\xe9'; x = 1 / 0\n",
    b"#!/usr/bin/python3\n# vim: set fileencoding=iso-8859-15 :\ns = '\xa4'; x = int(s)\n",
    b"# coding: utf-8\ns = '\xc3\xa9'; x = 1 / 0\n",
    b"\n# coding: cp1252\ns = '\x80'; x = 1 / 0\n",
]


def generated(count, seed=7):
    """Lines with a failing expression in random surroundings: blanks, operators, wide characters."""
    rng = random.Random(seed)
    failing = ["1 / 0", "1//0", "[][1]", "int('x')", "'a' + 1", "(1)%(0)", "[0] [ 2 ]", "'é' * 'é'", "{}[1:2]"
               if False else "()[0]", "- 'x'", "1 << -1", "'日本'.index('z')", "(lambda: 1 / 0)()", "[1, 2][9][0]"]
    around = ["{}", "({})", "x + {}" if False else "1 + ({})", "str({})", "[{}, 1]", "'é' and {}", "1 if {} else 2",
              "(  {}  )", "not {}", "'日本' , {}", "str( {} ) + 'é'", "{} , 'tail é'", "(1,\n  {})", "({}\n)"]
    for _ in range(count):
        text = rng.choice(failing)
        for _ in range(rng.randrange(4)):
            text = rng.choice(around).format(text)
        head = rng.choice(["", "x = ", "y = 'é' ; x = ", "x =  ", "return_ = "])
        tail = rng.choice(["", "   ", " # é", " ; z = 1", ";"])
        body = head + "(" * ("\n" in text) + text + ")" * ("\n" in text) + tail
        indent = rng.choice(["", "", "    ", "\t", "  \t "])
        if indent:
            lines = body.split("\n")
            body = "if True:\n" + indent + "\n".join(lines)
        depth = rng.randrange(4)
        program = body + "\n"
        for level in range(depth):
            inner = "".join(" " + line + "\n" for line in program.split("\n") if line.strip() or line)
            program = f"def f{level}():\n{inner}f{level}()\n" if level == 0 or rng.random() < .7 else \
                f"try:\n{inner}except (ValueError, TypeError):\n raise RuntimeError('again')\n"
        try:
            compile(program, "x", "exec")
        except SyntaxError:
            continue
        yield program
