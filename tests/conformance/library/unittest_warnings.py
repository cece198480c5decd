# assertWarns, as a function and in with statements, and warnings in tests.
import io
import re
import unittest
import warnings


def old(x=1):
    warnings.warn("old is old", DeprecationWarning)
    return x


def quiet():
    return 1


class Warns(unittest.TestCase):
    def test_with(self):
        with self.assertWarns(DeprecationWarning) as cm:
            old()
        self.assertEqual(str(cm.warning), "old is old")
        self.assertEqual(cm.filename, __file__)
        self.assertEqual(cm.lineno, 9)

    def test_function(self):
        self.assertWarns(DeprecationWarning, old, 5)

    def test_regex(self):
        self.assertWarnsRegex(DeprecationWarning, "old$", old)
        with self.assertWarnsRegex(UserWarning, r"\d+"):
            warnings.warn("number 5")

    def test_none(self):
        with self.assertWarns(UserWarning):
            quiet()

    def test_none_function(self):
        self.assertWarns(UserWarning, quiet)

    def test_other(self):
        with self.assertWarns(UserWarning, msg="wanted"):
            old()

    def test_regex_differs(self):
        with self.assertWarnsRegex(DeprecationWarning, "new"):
            old()

    def test_recorded(self):
        with warnings.catch_warnings(record=True) as seen:
            warnings.simplefilter("always")
            old()
            old()
        self.assertEqual(len(seen), 2)
        self.assertTrue(issubclass(seen[0].category, DeprecationWarning))

    def test_error(self):
        with warnings.catch_warnings():
            warnings.simplefilter("error")
            old()


stream = io.StringIO()
unittest.TextTestRunner(stream=stream, verbosity=2).run(unittest.defaultTestLoader.loadTestsFromTestCase(Warns))
print(re.sub(r"in \d+\.\d+s", "in no time", stream.getvalue()))
