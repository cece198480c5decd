"""The assert methods of TestCase."""
import difflib
import pprint
import re
import warnings
from unittest.util import _pair, safe_repr

__unittest = True


# Stands for arguments that are not given.
class _Missing:
    pass


_missing = _Missing()


class _Assertions:
    failureException = AssertionError
    longMessage = True
    maxDiff = 640
    _diffThreshold = 65536

    def fail(self, msg=None):
        """Fails, with the message."""
        raise self.failureException(msg)

    def _formatMessage(self, msg, standardMsg):
        if not self.longMessage:
            return msg or standardMsg
        if msg is None:
            return standardMsg
        return standardMsg + " : " + str(msg)

    def _fail_with(self, msg, text):
        raise self.failureException(self._formatMessage(msg, text))

    def _truncateMessage(self, message, diff):
        most = self.maxDiff
        if most is None or len(diff) <= most:
            return message + diff
        return message + "\nDiff is " + str(len(diff)) + " characters long. Set self.maxDiff to None to see it."

    def assertTrue(self, expr, msg=None):
        """Fails unless it is true."""
        if not expr:
            self._fail_with(msg, safe_repr(expr) + " is not true")

    def assertFalse(self, expr, msg=None):
        """Fails if it is true."""
        if expr:
            self._fail_with(msg, safe_repr(expr) + " is not false")

    def addTypeEqualityFunc(self, typeobj, function):
        """assertEqual calls the function where both are of that type."""
        if isinstance(function, str):
            _k.refuse("the name of a method as function of addTypeEqualityFunc")
        self._type_equality.append((typeobj, function))

    def assertEqual(self, first, second, msg=None):
        """Fails unless first == second, and says where containers and texts differ."""
        for cls, function in self._type_equality:
            if type(first) is cls and type(second) is cls:
                try:
                    function(first, second, msg=msg)
                except AssertionError as e:
                    # A failure's traceback ends where the test calls the assert method.
                    e.__traceback__ = None
                    raise
                return
        if isinstance(first, dict) and isinstance(second, dict):
            if type(first) is dict and type(second) is dict:
                return self.assertDictEqual(first, second, msg)
        if isinstance(first, list) and isinstance(second, list):
            if type(first) is list and type(second) is list:
                return self.assertListEqual(first, second, msg)
        if isinstance(first, tuple) and isinstance(second, tuple):
            if type(first) is tuple and type(second) is tuple:
                return self.assertTupleEqual(first, second, msg)
        if isinstance(first, (set, frozenset)) and isinstance(second, (set, frozenset)):
            if type(first) is set and type(second) is set or type(first) is frozenset and type(second) is frozenset:
                return self.assertSetEqual(first, second, msg)
        if isinstance(first, str) and isinstance(second, str):
            if type(first) is str and type(second) is str:
                return self.assertMultiLineEqual(first, second, msg)
        self._baseAssertEqual(first, second, msg)

    def _baseAssertEqual(self, first, second, msg=None):
        if not first == second:
            self._fail_with(msg, _pair(safe_repr(first), safe_repr(second), " != "))

    def assertNotEqual(self, first, second, msg=None):
        """Fails unless first != second."""
        if not first != second:
            self._fail_with(msg, safe_repr(first) + " == " + safe_repr(second))

    def assertAlmostEqual(self, first, second, places=None, msg=None, delta=None):
        """Fails unless they are equal, or nearly so: by places of the difference, or by delta."""
        if first == second:
            return
        if delta is not None and places is not None:
            raise TypeError("specify delta or places not both")
        difference = abs(first - second)
        if delta is not None:
            if difference <= delta:
                return
            text = safe_repr(first) + " != " + safe_repr(second) + " within " + safe_repr(delta) + " delta ("
        else:
            if places is None:
                places = 7
            if round(difference, places) == 0:
                return
            text = safe_repr(first) + " != " + safe_repr(second) + " within " + repr(places) + " places ("
        self._fail_with(msg, text + safe_repr(difference) + " difference)")

    def assertNotAlmostEqual(self, first, second, places=None, msg=None, delta=None):
        """Fails if assertAlmostEqual would not."""
        if delta is not None and places is not None:
            raise TypeError("specify delta or places not both")
        difference = abs(first - second)
        if delta is not None:
            if not first == second and difference > delta:
                return
            text = (safe_repr(first) + " == " + safe_repr(second) + " within " + safe_repr(delta) + " delta (" +
                    safe_repr(difference) + " difference)")
        else:
            if places is None:
                places = 7
            if not first == second and round(difference, places) != 0:
                return
            text = safe_repr(first) + " == " + safe_repr(second) + " within " + repr(places) + " places"
        self._fail_with(msg, text)

    def assertSequenceEqual(self, seq1, seq2, msg=None, seq_type=None):
        """Fails unless both sequences have equal items."""
        if seq_type is None:
            if seq1 != seq2:
                self._sequences(seq1, seq2, msg, "sequence")
            return
        self._is_a(seq1, seq_type, "First sequence")
        self._is_a(seq2, seq_type, "Second sequence")
        if seq1 != seq2:
            self._sequences(seq1, seq2, msg, seq_type.__name__)

    def _is_a(self, x, cls, what):
        if not isinstance(x, cls):
            raise self.failureException(what + " is not a " + cls.__name__ + ": " + safe_repr(x))

    def assertListEqual(self, list1, list2, msg=None):
        """Fails unless both are lists and equal."""
        self._is_a(list1, list, "First sequence")
        self._is_a(list2, list, "Second sequence")
        if list1 != list2:
            self._sequences(list1, list2, msg, "list")

    def assertTupleEqual(self, tuple1, tuple2, msg=None):
        """Fails unless both are tuples and equal."""
        self._is_a(tuple1, tuple, "First sequence")
        self._is_a(tuple2, tuple, "Second sequence")
        if tuple1 != tuple2:
            self._sequences(tuple1, tuple2, msg, "tuple")

    # Says how two sequences differ.
    def _sequences(self, a, b, msg, kind):
        na = len(a)
        nb = len(b)
        text = kind.capitalize() + "s differ: " + _pair(safe_repr(a), safe_repr(b), " != ") + "\n"
        found = False
        i = 0
        for x, y in zip(a, b):
            if x != y:
                text += "\nFirst differing element " + str(i) + ":\n" + _pair(safe_repr(x), safe_repr(y), "\n") + "\n"
                found = True
                break
            i += 1
        if not found and na == nb and kind == "sequence" and type(a) is not type(b):
            return
        if na > nb:
            text += ("\nFirst " + kind + " contains " + str(na - nb) + " additional elements.\nFirst extra element " +
                     str(nb) + ":\n" + safe_repr(a[nb]) + "\n")
        elif na < nb:
            text += ("\nSecond " + kind + " contains " + str(nb - na) + " additional elements.\nFirst extra element " +
                     str(na) + ":\n" + safe_repr(b[na]) + "\n")
        self._fail_with(msg, self._truncateMessage(text, _difference(pprint.pformat(a), pprint.pformat(b))))

    def assertSetEqual(self, set1, set2, msg=None):
        """Fails unless both have the same items."""
        if not _k.has_method(set1, "difference"):
            self.fail("invalid type when attempting set difference: first argument does not support set difference: '" +
                      _k.type_name(set1) + "' object has no attribute 'difference'")
        first = set1.difference(set2)
        second = set2.difference(set1)
        if not first and not second:
            return
        lines = []
        if first:
            lines.append("Items in the first set but not the second:")
            for item in first:
                lines.append(repr(item))
        if second:
            lines.append("Items in the second set but not the first:")
            for item in second:
                lines.append(repr(item))
        self._fail_with(msg, "\n".join(lines))

    def assertDictEqual(self, d1, d2, msg=None):
        """Fails unless both are dicts and equal."""
        self.assertIsInstance(d1, dict, "First argument is not a dictionary")
        self.assertIsInstance(d2, dict, "Second argument is not a dictionary")
        if d1 != d2:
            text = _pair(safe_repr(d1), safe_repr(d2), " != ")
            self._fail_with(msg, self._truncateMessage(text, _difference(pprint.pformat(d1), pprint.pformat(d2))))

    def assertCountEqual(self, first, second, msg=None):
        """Fails unless both have the same items, each as often, in whatever order."""
        lines = _count_differences(list(first), list(second))
        if lines:
            self._fail_with(msg, self._truncateMessage("Element counts were not equal:\n", "\n".join(lines)))

    def assertMultiLineEqual(self, first, second, msg=None):
        """Fails unless both are texts and equal."""
        self.assertIsInstance(first, str, "First argument is not a string")
        self.assertIsInstance(second, str, "Second argument is not a string")
        if first != second:
            if len(first) > self._diffThreshold or len(second) > self._diffThreshold:
                self._baseAssertEqual(first, second, msg)
            a = first.splitlines(keepends=True)
            b = second.splitlines(keepends=True)
            if len(a) == 1 and first.strip("\r\n") == first:
                a = [first + "\n"]
                b = [second + "\n"]
            text = _pair(safe_repr(first), safe_repr(second), " != ")
            self._fail_with(msg, self._truncateMessage(text, "\n" + "".join(difflib.ndiff(a, b))))

    def assertDictContainsSubset(self, subset, dictionary, msg=None):
        """Deprecated."""
        _k.refuse("assertDictContainsSubset, which is deprecated")

    def assertEquals(self, first, second, msg=None):
        """Deprecated."""
        _k.refuse("assertEquals, which is deprecated (assertEqual)")

    def assertNotEquals(self, first, second, msg=None):
        """Deprecated."""
        _k.refuse("assertNotEquals, which is deprecated (assertNotEqual)")

    def assertAlmostEquals(self, first, second, places=None, msg=None, delta=None):
        """Deprecated."""
        _k.refuse("assertAlmostEquals, which is deprecated (assertAlmostEqual)")

    def assert_(self, expr, msg=None):
        """Deprecated."""
        _k.refuse("assert_, which is deprecated (assertTrue)")

    def assertRaisesRegexp(self, expected_exception, expected_regex, *args):
        """Deprecated."""
        _k.refuse("assertRaisesRegexp, which is deprecated (assertRaisesRegex)")

    def assertRegexpMatches(self, text, expected_regex, msg=None):
        """Deprecated."""
        _k.refuse("assertRegexpMatches, which is deprecated (assertRegex)")

    def assertIn(self, member, container, msg=None):
        """Fails unless member in container."""
        if member not in container:
            self._fail_with(msg, safe_repr(member) + " not found in " + safe_repr(container))

    def assertNotIn(self, member, container, msg=None):
        """Fails if member in container."""
        if member in container:
            self._fail_with(msg, safe_repr(member) + " unexpectedly found in " + safe_repr(container))

    def assertIs(self, expr1, expr2, msg=None):
        """Fails unless both are one object."""
        if expr1 is not expr2:
            self._fail_with(msg, safe_repr(expr1) + " is not " + safe_repr(expr2))

    def assertIsNot(self, expr1, expr2, msg=None):
        """Fails if both are one object."""
        if expr1 is expr2:
            self._fail_with(msg, "unexpectedly identical: " + safe_repr(expr1))

    def assertLess(self, a, b, msg=None):
        """Fails unless a < b."""
        if not a < b:
            self._fail_with(msg, safe_repr(a) + " not less than " + safe_repr(b))

    def assertLessEqual(self, a, b, msg=None):
        """Fails unless a <= b."""
        if not a <= b:
            self._fail_with(msg, safe_repr(a) + " not less than or equal to " + safe_repr(b))

    def assertGreater(self, a, b, msg=None):
        """Fails unless a > b."""
        if not a > b:
            self._fail_with(msg, safe_repr(a) + " not greater than " + safe_repr(b))

    def assertGreaterEqual(self, a, b, msg=None):
        """Fails unless a >= b."""
        if not a >= b:
            self._fail_with(msg, safe_repr(a) + " not greater than or equal to " + safe_repr(b))

    def assertIsNone(self, obj, msg=None):
        """Fails unless it is None."""
        if obj is not None:
            self._fail_with(msg, safe_repr(obj) + " is not None")

    def assertIsNotNone(self, obj, msg=None):
        """Fails if it is None."""
        if obj is None:
            self._fail_with(msg, "unexpectedly None")

    def assertIsInstance(self, obj, cls, msg=None):
        """Fails unless it is of the class, or of one of the classes."""
        if not isinstance(obj, cls):
            self._fail_with(msg, safe_repr(obj) + " is not an instance of " + repr(cls))

    def assertNotIsInstance(self, obj, cls, msg=None):
        """Fails if it is of the class, or of one of the classes."""
        if isinstance(obj, cls):
            self._fail_with(msg, safe_repr(obj) + " is an instance of " + repr(cls))

    def assertRegex(self, text, expected_regex, msg=None):
        """Fails unless the pattern is found in the text."""
        pattern = _compiled(expected_regex)
        if not pattern.search(text):
            self._fail_with(msg, "Regex didn't match: " + repr(pattern.pattern) + " not found in " + repr(text))

    def assertNotRegex(self, text, unexpected_regex, msg=None):
        """Fails if the pattern is found in the text."""
        pattern = _compiled(unexpected_regex)
        match = pattern.search(text)
        if match:
            self._fail_with(msg, "Regex matched: " + repr(text[match.start():match.end()]) + " matches " +
                            repr(pattern.pattern) + " in " + repr(text))

    def assertRaises(self, expected_exception, _function=_missing, *args, msg=None, **kwargs):
        """Fails unless the function raises the exception, or what runs in the with statement."""
        context = _AssertRaisesContext(self, expected_exception, None)
        if isinstance(_function, _Missing):
            context.msg = msg
            return context
        context.name = _name_of(_function)
        try:
            with context:
                if msg is None:
                    _function(*args, **kwargs)
                else:
                    _function(*args, msg=msg, **kwargs)
        except AssertionError as e:
            e.__traceback__ = None
            raise

    def assertRaisesRegex(self, expected_exception, expected_regex, _function=_missing, *args, msg=None, **kwargs):
        """Like assertRaises; the pattern must be found in the exception's text, too."""
        context = _AssertRaisesContext(self, expected_exception, _compiled(expected_regex))
        if isinstance(_function, _Missing):
            context.msg = msg
            return context
        context.name = _name_of(_function)
        try:
            with context:
                if msg is None:
                    _function(*args, **kwargs)
                else:
                    _function(*args, msg=msg, **kwargs)
        except AssertionError as e:
            e.__traceback__ = None
            raise


    def assertWarns(self, expected_warning, _function=_missing, *args, msg=None, **kwargs):
        """Fails unless the function warns of that category, or what runs in the with statement."""
        context = _AssertWarnsContext(self, expected_warning, None)
        if isinstance(_function, _Missing):
            context.msg = msg
            return context
        context.name = _name_of(_function)
        with context:
            _function(*args, **kwargs)

    def assertWarnsRegex(self, expected_warning, expected_regex, _function=_missing, *args, msg=None, **kwargs):
        """Like assertWarns; the pattern must be found in the warning's text, too."""
        context = _AssertWarnsContext(self, expected_warning, _compiled(expected_regex))
        if isinstance(_function, _Missing):
            context.msg = msg
            return context
        context.name = _name_of(_function)
        with context:
            _function(*args, **kwargs)


    def assertLogs(self, logger=None, level=None):
        """Fails unless what runs in the with statement logs something of that level or above."""
        from unittest._log import _AssertLogsContext
        return _AssertLogsContext(self, logger, level)

    def assertNoLogs(self, logger=None, level=None):
        """Fails if what runs in the with statement logs something of that level or above."""
        from unittest._log import _AssertNoLogsContext
        return _AssertNoLogsContext(self, logger, level)


def _compiled(pattern):
    if isinstance(pattern, (str, bytes)):
        return re.compile(pattern)
    return pattern


def _name_of(function):
    if hasattr(function, "__name__"):
        return function.__name__
    return str(function)


def _names_of(classes):
    if isinstance(classes, type):
        return classes.__name__
    return str(classes)


def _difference(a, b):
    return "\n" + "\n".join(difflib.ndiff(a.splitlines(), b.splitlines()))


class _AssertWarnsContext:
    __generic__ = True

    def __init__(self, case, expected, pattern):
        self.test_case = case
        self.expected = expected
        self.expected_regex = pattern
        self.name = None
        self.msg = None
        self._manager = warnings.catch_warnings(record=True)
        self.warnings = []

    def __enter__(self):
        self.warnings = self._manager.__enter__()
        warnings.simplefilter("always", self.expected)
        return self

    def __exit__(self, kind, value, traceback):
        self._manager.__exit__(None, None, None)
        if value is not None:
            return
        pattern = self.expected_regex
        first = None
        for m in self.warnings:
            message = m.message
            if not isinstance(message, self.expected):
                continue
            if first is None:
                first = str(message)
            if pattern is not None and not pattern.search(str(message)):
                continue
            self.warning = message
            self.filename = m.filename
            self.lineno = m.lineno
            return
        if first is not None and pattern is not None:
            self.test_case._fail_with(self.msg, '"' + pattern.pattern + '" does not match "' + first + '"')
        text = _names_of(self.expected) + " not triggered"
        name = self.name
        if name:
            text += " by " + name
        self.test_case._fail_with(self.msg, text)


class _AssertRaisesContext:
    __generic__ = True

    def __init__(self, case, expected, pattern):
        self.test_case = case
        self.expected = expected
        self.expected_regex = pattern
        self.name = None
        self.msg = None

    def __enter__(self):
        return self

    def __exit__(self, kind, value, traceback):
        if value is None:
            text = _names_of(self.expected) + " not raised"
            name = self.name
            if name:
                text += " by " + name
            self.test_case._fail_with(self.msg, text)
        elif isinstance(value, self.expected):
            self.exception = value
            value.__traceback__ = None
            pattern = self.expected_regex
            if pattern is not None:
                if not pattern.search(str(value)):
                    self.test_case._fail_with(self.msg, '"' + pattern.pattern + '" does not match "' + str(value) + '"')
            return True
        return False


# How often each item is there; None where there are others than texts and numbers, which may not be hashable.
def _tally(items):
    counts = {}
    for x in items:
        if not isinstance(x, (str, int, float, bytes)):
            return None
        counts[x] = counts.get(x, 0) + 1
    return counts


# "First has 1, Second has 0:  x" for the items that are not equally often in both.
def _count_differences(a, b):
    counts = _tally(a)
    if counts is not None and counts == _tally(b):
        return []
    lines = []
    taken_a = [False] * len(a)
    taken_b = [False] * len(b)
    for i, x in enumerate(a):
        if taken_a[i]:
            continue
        na = 0
        nb = 0
        for j in range(i, len(a)):
            if not taken_a[j] and (a[j] is x or a[j] == x):
                na += 1
                taken_a[j] = True
        for j, y in enumerate(b):
            if not taken_b[j] and (y is x or y == x):
                nb += 1
                taken_b[j] = True
        if na != nb:
            lines.append("First has " + str(na) + ", Second has " + str(nb) + ":  " + repr(x))
    for i, y in enumerate(b):
        if taken_b[i]:
            continue
        nb = 0
        for j in range(i, len(b)):
            if not taken_b[j] and (b[j] is y or b[j] == y):
                nb += 1
                taken_b[j] = True
        lines.append("First has 0, Second has " + str(nb) + ":  " + repr(y))
    return lines
