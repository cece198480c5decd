# Loaders, results and runners of the program's own, suites in suites, functions as tests, fixtures of all kinds.
import io
import re
import sys
import unittest
from contextlib import contextmanager

events = []


@contextmanager
def resource(name):
    events.append(f"open {name}")
    try:
        yield name.upper()
    finally:
        events.append(f"close {name}")


class Contexts(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.name = cls.enterClassContext(resource("class"))

    def setUp(self):
        self.opened = self.enterContext(resource("test"))

    def test_names(self):
        self.assertEqual((self.name, self.opened), ("CLASS", "TEST"))

    def test_ids(self):
        self.assertEqual(self.id(), "__main__.Contexts.test_ids")
        self.assertEqual(str(self), "test_ids (__main__.Contexts.test_ids)")
        self.assertEqual(repr(self), "<__main__.Contexts testMethod=test_ids>")
        self.assertIsNone(self.shortDescription())
        self.assertEqual(self.countTestCases(), 1)

    def test_not_a_context(self):
        with self.assertRaisesRegex(TypeError, "does not support the context manager protocol"):
            self.enterContext(Contexts)


class Described(unittest.TestCase):
    def test_doc(self):
        """   First line.
        Second line.
        """
        self.assertEqual(self.shortDescription(), "First line.")

    def check_named(self):
        self.assertTrue(True)

    def check_other(self):
        self.fail("other")


class Point:
    def __init__(self, x, y):
        self.x, self.y = x, y

    def __repr__(self):
        return f"<{self.x}|{self.y}>"


class TypeFunctions(unittest.TestCase):
    def setUp(self):
        self.addTypeEqualityFunc(Point, self.assertPointEqual)

    def assertPointEqual(self, first, second, msg=None):
        if (first.x, first.y) != (second.x, second.y):
            self.fail(self._formatMessage(msg, f"{first} is elsewhere than {second}"))

    def test_equal(self):
        self.assertEqual(Point(1, 2), Point(1, 2))

    def test_unequal(self):
        self.assertEqual(Point(1, 2), Point(2, 1), "moved")


class CountingResult(unittest.TestResult):
    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.names = []

    def startTest(self, test):
        super().startTest(test)
        self.names.append(test.id().split(".")[-1])

    def addSuccess(self, test):
        super().addSuccess(test)
        self.names.append("ok")

    def addFailure(self, test, err):
        super().addFailure(test, err)
        self.names.append(f"{err[0].__name__}: {err[1]}")


class ColourResult(unittest.TextTestResult):
    def addSuccess(self, test):
        super().addSuccess(test)
        self.stream.writeln("<green>")

    def addFailure(self, test, err):
        super().addFailure(test, err)
        self.stream.write("<red>")


class Printing(unittest.TestCase):
    def test_quiet(self):
        print("nobody sees this")

    def test_loud(self):
        print("to stdout")
        print("to stderr", file=sys.stderr)
        self.fail("printed")


def check_sum():
    """Sums are right."""
    assert 1 + 1 == 2


def check_product():
    assert 2 * 2 == 5, "not five"


def show(test, **options):
    stream = io.StringIO()
    runner = unittest.TextTestRunner(stream=stream, **options)
    result = runner.run(test)
    print(re.sub(r"in \d+\.\d+s", "in no time", stream.getvalue()))
    print(events)
    events.clear()
    return result


loader = unittest.TestLoader()
show(loader.loadTestsFromTestCase(Contexts), verbosity=2)
print(loader.getTestCaseNames(Contexts))
suite = unittest.TestSuite([Described("check_named"), Described("test_doc")])
suite.addTest(Described("check_other"))
outer = unittest.TestSuite()
outer.addTest(suite)
outer.addTests([loader.loadTestsFromTestCase(TypeFunctions), Contexts("test_ids")])
print(outer.countTestCases())
show(outer, verbosity=2)
try:
    Described("test_nothing")
except ValueError as e:
    print(e)
result = CountingResult()
try:
    outer.run(result)
except TypeError as e:
    print(e)
outer = unittest.TestSuite([Described("check_other"), TypeFunctions("test_unequal"), Contexts("test_names")])
result = CountingResult()
outer.run(result)
print(result.names, result)
for test, text in result.failures:
    print(test.id())
    print(text)
events.clear()
single = unittest.TestResult()
Described("check_other").run(single)
print(len(single.failures), single.testsRun, single.wasSuccessful())
print(Described("test_doc").run())
Described("check_named")()
try:
    Described("check_other").debug()
except AssertionError as e:
    print("debug", e)
show(loader.loadTestsFromTestCase(TypeFunctions), resultclass=ColourResult, verbosity=0)
functions = unittest.TestSuite([
    unittest.FunctionTestCase(check_sum),
    unittest.FunctionTestCase(check_product, setUp=lambda: events.append("set up"), description="products"),
])
show(functions, verbosity=2)
show(loader.loadTestsFromTestCase(Printing), buffer=True)
reverse = unittest.TestLoader()
reverse.sortTestMethodsUsing = lambda a, b: (a < b) - (a > b)
print(reverse.getTestCaseNames(Contexts))
some = unittest.TestLoader()
some.testNamePatterns = ["*ids", "*doc*"]
print(some.getTestCaseNames(Contexts), some.getTestCaseNames(Described))
checks = unittest.TestLoader()
checks.testMethodPrefix = "check"
print(checks.getTestCaseNames(Described))
for test in loader.loadTestsFromTestCase(Contexts):
    if not isinstance(test, unittest.TestSuite):
        print(test.id(), type(test).__name__)
stopping = unittest.TestResult()
stopping.failfast = True
unittest.TestSuite([Described("check_other"), Described("check_named")]).run(stopping)
print(stopping.testsRun, stopping.shouldStop)
try:
    unittest.TestSuite("abc")
except TypeError as e:
    print(e)
