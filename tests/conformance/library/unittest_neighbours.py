# Cleanups with all kinds of arguments, helpers, failures inside of what assertRaises calls.
import io
import re
import unittest
from unittest import TestCase, main


class Config:
    def __init__(self, **values):
        self.values = values

    def get(self, key, default=None):
        return self.values.get(key, default)


class ConfigTest(TestCase):
    def test_get(self):
        config = Config(debug=True, level=3, name="x")
        self.assertEqual(config.get("debug"), True)
        self.assertEqual(config.get("level"), 3)
        self.assertIsNone(config.get("nothing"))
        self.assertEqual(config.get("nothing", 5), 5)

    def test_cleanup_in_function(self):
        def clean(x, y):
            self.assertEqual(x, y)
        self.addCleanup(clean, 1, y=1)
        self.addCleanup(clean, "a", "a")
        args = (2, 2)
        self.addCleanup(clean, *args)
        kw = {"x": 1, "y": 2}
        self.addCleanup(clean, **kw)

    def helper(self, value):
        self.assertGreater(value, 3, "helper")

    def test_helper(self):
        self.helper(5)
        self.helper(1)

    def test_lambda_raises(self):
        self.assertRaises(ZeroDivisionError, lambda: 1 / 0)
        with self.assertRaises(Exception):
            raise ValueError("x")

    def test_msg(self):
        with self.assertRaises(KeyError, msg="no key") as cm:
            {}["a"]
        self.assertTrue("a" in str(cm.exception), msg=str(cm.exception))

    def test_inner_failure(self):
        def check():
            self.assertEqual(1, 2)
        self.assertRaises(AssertionError, check)
        self.assertRaises(ValueError, check)

    def test_custom_exception(self):
        class Oops(Exception):
            code = 3
        with self.assertRaises(Oops) as cm:
            raise Oops("now")
        self.assertEqual(cm.exception.code, 3)

    def test_bool(self):
        self.assertIs(bool([]), False)
        self.assertIs(True, 1 == 1)
        self.assertEqual(0.1 + 0.2, 0.3)

    def test_bytes(self):
        self.assertEqual("é".encode(), b"\xc3\xa9")
        self.assertIn(b"a", b"abc")
        self.assertIn(2, range(3))
        self.assertIn("x", {"x": 1}.keys())
        self.assertEqual(str(3), "3")
        self.assertEqual([*map(str, [1, 2])], ["1", "2"])
        self.assertEqual(sorted({3, 1, 2}), [1, 2, 3])
        self.assertNotEqual([1], [2])


stream = io.StringIO()
program = main(testRunner=unittest.TextTestRunner(stream=stream, verbosity=2), exit=False)
print(re.sub(r"in \d+\.\d+s", "in no time", stream.getvalue()))
print(program.result)
