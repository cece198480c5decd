# Roman numerals, matrices, captured output and mixins, as in tutorials.
import io
import math
import os
import random
import re
import sys
import unittest
from contextlib import redirect_stdout
from functools import wraps


def to_roman(n):
    if not isinstance(n, int):
        raise TypeError("not an integer")
    if not 0 < n < 4000:
        raise ValueError("out of range: %d" % n)
    out = ""
    for value, letters in [(1000, "M"), (900, "CM"), (500, "D"), (400, "CD"), (100, "C"), (90, "XC"), (50, "L"),
                           (40, "XL"), (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I")]:
        while n >= value:
            out += letters
            n -= value
    return out


class Matrix:
    def __init__(self, rows):
        self.rows = [list(r) for r in rows]
        if len({len(r) for r in self.rows}) > 1:
            raise ValueError("ragged")

    def __add__(self, other):
        return Matrix([a + b for a, b in zip(r, s)] for r, s in zip(self.rows, other.rows))

    def __mul__(self, k):
        if isinstance(k, Matrix):
            return Matrix([[sum(a * b for a, b in zip(r, c)) for c in zip(*k.rows)] for r in self.rows])
        return Matrix([[a * k for a in r] for r in self.rows])

    def __eq__(self, other):
        return self.rows == other.rows

    def __repr__(self):
        return f"Matrix({self.rows})"


def timed(function):
    @wraps(function)
    def wrapper(self, *args):
        self.calls.append(function.__name__)
        return function(self, *args)
    return wrapper


class TestRoman(unittest.TestCase):
    KNOWN = ((1, "I"), (4, "IV"), (1994, "MCMXCIV"), (3999, "MMMCMXCIX"))

    def test_known(self):
        for n, text in self.KNOWN:
            self.assertEqual(to_roman(n), text)

    def test_too_large(self):
        self.assertRaises(ValueError, to_roman, 4000)

    def test_zero(self):
        with self.assertRaises(ValueError) as cm:
            to_roman(0)
        self.assertEqual(str(cm.exception), "out of range: 0")

    def test_non_integer(self):
        self.assertRaises(TypeError, to_roman, 0.5)


class TestMatrix(unittest.TestCase):
    calls = []

    @classmethod
    def setUpClass(cls):
        cls.a = Matrix([[1, 2], [3, 4]])
        cls.identity = Matrix([[1, 0], [0, 1]])

    @timed
    def test_add(self):
        """Adding a matrix to itself doubles it."""
        self.assertEqual(self.a + self.a, self.a * 2)

    @timed
    def test_identity(self):
        self.assertEqual(self.a * self.identity, self.a)
        self.assertEqual(self.identity * self.a, self.a)

    def test_wrong(self):
        self.assertEqual(self.a * self.a, Matrix([[7, 10], [15, 21]]))

    def test_ragged(self):
        with self.assertRaisesRegex(ValueError, "ragged"):
            Matrix([[1], [1, 2]])

    def test_calls(self):
        self.assertIn("test_add", self.calls)


class TestOutput(unittest.TestCase):
    def test_captured(self):
        out = io.StringIO()
        with redirect_stdout(out):
            print("hello", 42)
        self.assertEqual(out.getvalue(), "hello 42\n")

    def test_saved_stdout(self):
        saved = sys.stdout
        sys.stdout = io.StringIO()
        try:
            print("inside")
            text = sys.stdout.getvalue()
        finally:
            sys.stdout = saved
        self.assertEqual(text, "inside\n")

    def test_file(self):
        name = "test_output.tmp"
        self.addCleanup(os.remove, name)
        with open(name, "w") as f:
            f.write("line\n" * 3)
        with open(name) as f:
            self.assertEqual(len(f.readlines()), 3)
        self.assertTrue(os.path.exists(name))

    def test_floats(self):
        self.assertAlmostEqual(math.pi, 3.14159265, places=6)
        self.assertAlmostEqual(math.e, 2.71, 2)
        self.assertAlmostEqual(math.sqrt(2) ** 2, 2)

    def test_random(self):
        random.seed(1)
        numbers = [random.randint(1, 6) for _ in range(100)]
        self.assertTrue(all(1 <= n <= 6 for n in numbers), numbers)
        self.assertGreater(len(set(numbers)), 3)
        self.assertLessEqual(max(numbers), 6)

    def test_exit(self):
        with self.assertRaises(SystemExit) as cm:
            sys.exit(2)
        self.assertEqual(cm.exception.code, 2)

    @unittest.skipUnless(sys.platform.startswith("linux"), "requires Linux")
    def test_linux(self):
        self.assertEqual(os.sep, "/")

    @unittest.skipIf(sys.version_info < (3, 12), "needs 3.12")
    def test_new(self):
        self.fail("not reached")

    def test_assert_statement(self):
        total = sum(range(5))
        assert total == 10
        assert total == 11, f"total is {total}"

    def test_several(self):
        with self.subTest("keys"):
            self.assertEqual({"a": 1}.keys(), {"a": 2}.keys())
        with self.subTest("values"):
            self.assertEqual(list({"a": 1}.values()), [2])


class ParserMixin:
    text = ""
    expected = []

    def parse(self):
        return [int(x) for x in self.text.split(",") if x]

    def test_parse(self):
        self.assertEqual(self.parse(), self.expected)


class TestEmpty(ParserMixin, unittest.TestCase):
    pass


class TestOne(ParserMixin, unittest.TestCase):
    text = "1"
    expected = [1]


class TestMany(ParserMixin, unittest.TestCase):
    text = "1,2,,3"
    expected = [1, 2, 3, 4]

    def test_count(self):
        self.assertEqual(len(self.parse()), 3, msg="number of items")


stream = io.StringIO()
program = unittest.main(testRunner=unittest.TextTestRunner(stream=stream, verbosity=2), exit=False)
print(re.sub(r"in \d+\.\d+s", "in no time", stream.getvalue()))
print(program.result)
