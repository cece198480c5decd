"""The part of unittest that slices of CPython's tests use, as plain Python: assertions that raise AssertionError."""
import re
import warnings


class SkipTest(Exception):
    """Ends a test that does not apply."""


class _Raises:
    """What `with self.assertRaises(…)` enters: keeps the exception, fails if there is none."""

    def __init__(self, expected, pattern):
        self.expected = expected
        self.pattern = pattern
        self.exception = None

    def __enter__(self):
        return self

    def __exit__(self, kind, error, traceback):
        if error is None:
            raise AssertionError(f"no exception, expected {self.expected}")
        if not isinstance(error, self.expected):
            return False
        self.exception = error.with_traceback(None)
        if self.pattern is not None and re.search(self.pattern, str(error)) is None:
            raise AssertionError(f"{self.pattern!r} does not match {str(error)!r}")
        return True


class _Warns:
    """What `with self.assertWarns(…)` enters: keeps the first warning that fits, fails if there is none."""

    def __init__(self, expected, pattern):
        self.expected = expected
        self.pattern = pattern

    def __enter__(self):
        self.catcher = warnings.catch_warnings(record=True)
        self.warnings = self.catcher.__enter__()
        warnings.simplefilter("always")
        return self

    def __exit__(self, kind, error, traceback):
        self.catcher.__exit__(kind, error, traceback)
        if error is not None:
            return False
        for found in self.warnings:
            if not isinstance(found.message, self.expected):
                continue
            if self.pattern is not None and re.search(self.pattern, str(found.message)) is None:
                continue
            self.warning = found.message
            self.filename = found.filename
            self.lineno = found.lineno
            return False
        raise AssertionError(f"no warning, expected {self.expected}")


class _SubTest:
    """What `with self.subTest(…)` enters: nothing is reported of it."""

    def __enter__(self):
        return None

    def __exit__(self, kind, error, traceback):
        return False


def _fail(message, default):
    raise AssertionError(default if message is None else f"{default} : {message}")


class TestCase:
    """Assertions and fixtures of a test."""
    maxDiff = 640
    longMessage = True
    failureException = AssertionError

    def __init__(self, method="runTest"):
        self._cleanups = []
        self._testMethodName = method

    def addCleanup(self, function, /, *args, **kwargs):
        self._cleanups.append(lambda: function(*args, **kwargs))

    def doCleanups(self):
        while self._cleanups:
            self._cleanups.pop()()

    def skipTest(self, reason):
        raise SkipTest(reason)

    def fail(self, msg=None):
        raise AssertionError(msg)

    def subTest(self, msg=None, **parameters):
        return _SubTest()

    def assertTrue(self, value, msg=None):
        if not value:
            _fail(msg, f"{value!r} is not true")

    def assertFalse(self, value, msg=None):
        if value:
            _fail(msg, f"{value!r} is not false")

    def assertEqual(self, first, second, msg=None):
        if not first == second:
            _fail(msg, f"{first!r} != {second!r}")

    def assertNotEqual(self, first, second, msg=None):
        if not first != second:
            _fail(msg, f"{first!r} == {second!r}")

    def assertIs(self, first, second, msg=None):
        if first is not second:
            _fail(msg, f"{first!r} is not {second!r}")

    def assertIsNot(self, first, second, msg=None):
        if first is second:
            _fail(msg, f"{first!r} is {second!r}")

    def assertIsNone(self, value, msg=None):
        if value is not None:
            _fail(msg, f"{value!r} is not None")

    def assertIsNotNone(self, value, msg=None):
        if value is None:
            _fail(msg, "None")

    def assertIn(self, member, container, msg=None):
        if member not in container:
            _fail(msg, f"{member!r} not in {container!r}")

    def assertNotIn(self, member, container, msg=None):
        if member in container:
            _fail(msg, f"{member!r} in {container!r}")

    def assertIsInstance(self, value, cls, msg=None):
        if not isinstance(value, cls):
            _fail(msg, f"{value!r} is not an instance of {cls!r}")

    def assertNotIsInstance(self, value, cls, msg=None):
        if isinstance(value, cls):
            _fail(msg, f"{value!r} is an instance of {cls!r}")

    def assertLess(self, first, second, msg=None):
        if not first < second:
            _fail(msg, f"{first!r} not less than {second!r}")

    def assertLessEqual(self, first, second, msg=None):
        if not first <= second:
            _fail(msg, f"{first!r} not less than or equal to {second!r}")

    def assertGreater(self, first, second, msg=None):
        if not first > second:
            _fail(msg, f"{first!r} not greater than {second!r}")

    def assertGreaterEqual(self, first, second, msg=None):
        if not first >= second:
            _fail(msg, f"{first!r} not greater than or equal to {second!r}")

    def assertAlmostEqual(self, first, second, places=7, msg=None, delta=None):
        if first == second:
            return
        if delta is not None:
            if abs(first - second) > delta:
                _fail(msg, f"{first!r} is further than {delta!r} from {second!r}")
        elif round(abs(first - second), places) != 0:
            _fail(msg, f"{first!r} and {second!r} differ within {places!r} places")

    def assertNotAlmostEqual(self, first, second, places=7, msg=None):
        if first == second or round(abs(first - second), places) == 0:
            _fail(msg, f"{first!r} and {second!r} agree in {places!r} places")

    def assertSequenceEqual(self, first, second, msg=None, seq_type=None):
        if len(first) != len(second):
            _fail(msg, f"{first!r} and {second!r} have different lengths")
        for one, other in zip(first, second):
            if one != other:
                _fail(msg, f"{one!r} != {other!r} in sequences")

    def assertListEqual(self, first, second, msg=None):
        self.assertIsInstance(first, list)
        self.assertIsInstance(second, list)
        self.assertEqual(first, second, msg)

    def assertTupleEqual(self, first, second, msg=None):
        self.assertIsInstance(first, tuple)
        self.assertIsInstance(second, tuple)
        self.assertEqual(first, second, msg)

    def assertDictEqual(self, first, second, msg=None):
        self.assertIsInstance(first, dict)
        self.assertIsInstance(second, dict)
        self.assertEqual(first, second, msg)

    def assertSetEqual(self, first, second, msg=None):
        if first - second or second - first:
            _fail(msg, f"{first!r} and {second!r} are different sets")

    def assertMultiLineEqual(self, first, second, msg=None):
        self.assertEqual(first, second, msg)

    def assertCountEqual(self, first, second, msg=None):
        left, right = list(first), list(second)
        for item in left:
            if item not in right:
                _fail(msg, f"{item!r} is missing")
            right.remove(item)
        if right:
            _fail(msg, f"{right!r} are too many")

    def assertRegex(self, text, pattern, msg=None):
        if re.search(pattern, text) is None:
            _fail(msg, f"{pattern!r} does not match {text!r}")

    def assertNotRegex(self, text, pattern, msg=None):
        if re.search(pattern, text) is not None:
            _fail(msg, f"{pattern!r} matches {text!r}")

    def assertRaises(self, expected, function=None, /, *args, msg=None, **kwargs):
        if function is None:
            return _Raises(expected, None)
        with _Raises(expected, None):
            function(*args, **kwargs)
        return None

    def assertRaisesRegex(self, expected, pattern, function=None, /, *args, msg=None, **kwargs):
        if function is None:
            return _Raises(expected, pattern)
        with _Raises(expected, pattern):
            function(*args, **kwargs)
        return None

    def assertWarns(self, expected, function=None, /, *args, msg=None, **kwargs):
        if function is None:
            return _Warns(expected, None)
        with _Warns(expected, None):
            function(*args, **kwargs)

    def assertWarnsRegex(self, expected, pattern, function=None, /, *args, msg=None, **kwargs):
        if function is None:
            return _Warns(expected, pattern)
        with _Warns(expected, pattern):
            function(*args, **kwargs)
