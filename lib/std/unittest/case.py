"""TestCase: how one test runs."""
from unittest.result import TestResult
from unittest.util import strclass
from unittest._asserts import _Assertions

__unittest = True


class SkipTest(Exception):
    pass


# Ends a test without a word: everything is known.
class _ShouldStop(Exception):
    pass


_module_cleanups = []


def addModuleCleanup(function, /, *args, **kwargs):
    """To be called behind the module's last test."""
    _module_cleanups.append(lambda: function(*args, **kwargs))


def enterModuleContext(cm):
    """Enters cm, to be left behind the module's last test."""
    result = _enter(cm)
    _module_cleanups.append(lambda: cm.__exit__(None, None, None))
    return result


def doModuleCleanups():
    """Calls what addModuleCleanup was given, the last first."""
    first = None
    while _module_cleanups:
        try:
            _module_cleanups.pop()()
        except Exception as error:
            if first is None:
                first = error
    if first is not None:
        raise first


def _enter(cm):
    if _k.has_method(cm, "__enter__"):
        return cm.__enter__()
    cls = type(cm)
    raise TypeError("'" + cls.__module__ + "." + cls.__qualname__ + "' object does not support the context manager protocol")


def skip(reason):
    """Decorates what is not to be tested, a method or a class."""
    if not isinstance(reason, (str, bytes, int, float, type(None), tuple, list)):
        return _skipped(reason, "")
    return lambda item: _skipped(item, reason)


def _skipped(item, reason):
    if isinstance(item, type):
        item.__unittest_skip__ = True
        item.__unittest_skip_why__ = reason
        return item

    def skip_wrapper(*args, **kwargs):
        raise SkipTest(reason)
    skip_wrapper.__name__ = item.__name__
    skip_wrapper.__qualname__ = item.__qualname__
    skip_wrapper.__doc__ = item.__doc__
    skip_wrapper.__unittest_skip__ = True
    skip_wrapper.__unittest_skip_why__ = reason
    return skip_wrapper


# The same where the condition decides while the program runs: both ways give one thing.
def _perhaps_skipped(item, condition, reason):
    if isinstance(item, type):
        if condition:
            item.__unittest_skip__ = True
            item.__unittest_skip_why__ = reason
        return item

    def skip_wrapper(*args, **kwargs):
        if condition:
            raise SkipTest(reason)
        return item(*args, **kwargs)
    skip_wrapper.__name__ = item.__name__
    skip_wrapper.__qualname__ = item.__qualname__
    skip_wrapper.__doc__ = item.__doc__
    skip_wrapper.__unittest_skip__ = True if condition else False
    skip_wrapper.__unittest_skip_why__ = reason
    skip_wrapper.__unittest_expecting_failure__ = getattr(item, "__unittest_expecting_failure__", False)
    return skip_wrapper


def skipIf(condition, reason):
    """Like skip, if the condition is true."""
    return lambda item: _perhaps_skipped(item, condition, reason)


def skipUnless(condition, reason):
    """Like skip, if the condition is false."""
    return lambda item: _perhaps_skipped(item, not condition, reason)


def expectedFailure(test_item):
    """Decorates a test that is known to fail."""
    if isinstance(test_item, type):
        test_item.__unittest_expecting_failure__ = True
        return test_item

    def expecting(*args, **kwargs):
        return test_item(*args, **kwargs)
    expecting.__name__ = test_item.__name__
    expecting.__qualname__ = test_item.__qualname__
    expecting.__doc__ = test_item.__doc__
    expecting.__unittest_skip__ = getattr(test_item, "__unittest_skip__", False)
    expecting.__unittest_skip_why__ = getattr(test_item, "__unittest_skip_why__", "")
    expecting.__unittest_expecting_failure__ = True
    return expecting


# What derived methods call: what is known of a decorated test before it runs.
def _about(method):
    return (method.__doc__, getattr(method, "__unittest_skip__", False), getattr(method, "__unittest_skip_why__", ""),
            getattr(method, "__unittest_expecting_failure__", False))


def _no_method(case, name):
    raise AttributeError("'" + type(case).__name__ + "' object has no attribute '" + name + "'")


def _no_test(case, name):
    raise AttributeError("'" + type(case).__name__ + "' object has no attribute '" + name + "'")


# How the parts of one test ended so far.
class _Outcome:
    def __init__(self):
        self.success = True
        self.expecting = False
        self.expected = None


class TestCase(_Assertions):
    """A class of tests; each object runs one of them."""
    _classSetupFailed = False
    _class_cleanups = []

    def __init__(self, methodName="runTest"):
        self._testMethodName = methodName
        self._testMethodDoc = "No test"
        self._cleanup_calls = []
        self._type_equality = []
        self._subtest = None
        self._outcome = None
        self._result = None
        try:
            self._testMethodDoc = self._unittest_about_(methodName)[0]
        except AttributeError:
            if methodName != "runTest":
                raise ValueError("no such test method in " + repr(self.__class__) + ": " + methodName)

    @classmethod
    def _unittest_names_(cls):
        return []

    def _unittest_call_(self, name):
        return _no_test(self, name)

    def _unittest_about_(self, name):
        return _no_method(self, name)

    @staticmethod
    def _unittest_set_up_():
        pass

    @staticmethod
    def _unittest_tear_down_():
        pass

    def setUp(self):
        """Runs before each test."""

    def tearDown(self):
        """Runs behind each test whose setUp succeeded."""

    @classmethod
    def setUpClass(cls):
        """Runs before the tests of the class."""

    @classmethod
    def tearDownClass(cls):
        """Runs behind the tests of the class."""

    def addCleanup(self, function, /, *args, **kwargs):
        """To be called behind the test and its tearDown, the last first."""
        self._cleanup_calls.append(lambda: function(*args, **kwargs))

    # The compiler makes calls of addCleanup calls of this one.
    def _add_cleanup(self, function):
        self._cleanup_calls.append(function)

    @classmethod
    def _add_class_cleanup(cls, function):
        cls._class_cleanups.append(function)

    def enterContext(self, cm):
        """Enters cm, to be left behind the test."""
        result = _enter(cm)
        self._cleanup_calls.append(lambda: cm.__exit__(None, None, None))
        return result

    @classmethod
    def addClassCleanup(cls, function, /, *args, **kwargs):
        """To be called behind the tests of the class."""
        cls._class_cleanups.append(lambda: function(*args, **kwargs))

    @classmethod
    def enterClassContext(cls, cm):
        """Enters cm, to be left behind the tests of the class."""
        result = _enter(cm)
        cls._class_cleanups.append(lambda: cm.__exit__(None, None, None))
        return result

    @classmethod
    def doClassCleanups(cls):
        """Calls what addClassCleanup was given."""
        cls._class_cleanup_errors()

    # The exceptions of what addClassCleanup was given.
    @classmethod
    def _class_cleanup_errors(cls):
        errors = []
        while cls._class_cleanups:
            try:
                cls._class_cleanups.pop()()
            except Exception as error:
                errors.append(error)
        return errors

    def countTestCases(self):
        """A test is one test."""
        return 1

    def defaultTestResult(self):
        """What run() collects in if it gets nothing for that."""
        return TestResult()

    def shortDescription(self):
        """The first line of the method's docstring, or None."""
        doc = self._testMethodDoc
        if doc:
            return doc.strip().split("\n")[0].strip()
        return None

    def id(self):
        """The whole name of the test."""
        return strclass(self.__class__) + "." + self._testMethodName

    def __eq__(self, other):
        if type(self) is not type(other):
            return NotImplemented
        return self._testMethodName == other._testMethodName

    def __hash__(self):
        return hash((type(self), self._testMethodName))

    def __str__(self):
        name = self._testMethodName
        return name + " (" + strclass(self.__class__) + "." + name + ")"

    def __repr__(self):
        return "<" + strclass(self.__class__) + " testMethod=" + self._testMethodName + ">"

    def subTest(self, msg=..., **params):
        """A part of the test that fails for itself; what it is about is shown then."""
        return _SubTestContext(self, msg, params)

    def skipTest(self, reason):
        """Ends the test, which counts as left out."""
        raise SkipTest(reason)

    def __call__(self, result=None):
        return self.run(result)

    def run(self, result=None):
        """Runs the test; what comes of it goes to the result."""
        if result is None:
            made = self.defaultTestResult()
            made.startTestRun()
            try:
                return self._run_in(made)
            finally:
                made.stopTestRun()
        return self._run_in(result)

    def _run_in(self, result):
        result.startTest(self)
        try:
            doc, skipped, why, expecting = self._unittest_about_(self._testMethodName)
            cls = type(self)
            if getattr(cls, "__unittest_skip__", False) or skipped:
                result.addSkip(self, getattr(cls, "__unittest_skip_why__", "") or why)
                return result
            expecting = expecting or getattr(cls, "__unittest_expecting_failure__", False)
            outcome = _Outcome()
            self._outcome = outcome
            self._result = result
            try:
                self._part(result, outcome, 0)
                if outcome.success:
                    outcome.expecting = expecting
                    self._part(result, outcome, 1)
                    outcome.expecting = False
                    self._part(result, outcome, 2)
                self.doCleanups()
                if outcome.success:
                    if expecting:
                        error = outcome.expected
                        if error is not None:
                            result.addExpectedFailure(self, (type(error), error, error.__traceback__))
                        else:
                            result.addUnexpectedSuccess(self)
                    else:
                        result.addSuccess(self)
                return result
            finally:
                outcome.expected = None
                self._outcome = None
                self._result = None
        finally:
            result.stopTest(self)

    # One part of the test: 0 setUp, 1 the test, 2 tearDown, 3 the last cleanup.
    def _part(self, result, outcome, which):
        before = outcome.success
        outcome.success = True
        try:
            if which == 0:
                self.setUp()
            elif which == 1:
                self._unittest_call_(self._testMethodName)
            elif which == 2:
                self.tearDown()
            else:
                self._cleanup_calls.pop()()
        except KeyboardInterrupt:
            raise
        except SkipTest as e:
            outcome.success = False
            result.addSkip(self, str(e))
        except _ShouldStop:
            pass
        except BaseException as e:
            if outcome.expecting:
                outcome.expected = e
            else:
                outcome.success = False
                if isinstance(e, self.failureException):
                    result.addFailure(self, (type(e), e, e.__traceback__))
                else:
                    result.addError(self, (type(e), e, e.__traceback__))
        outcome.success = outcome.success and before

    def doCleanups(self):
        """Calls what addCleanup was given, the last first."""
        outcome = self._outcome
        result = self._result
        if outcome is None or result is None:
            while self._cleanup_calls:
                self._cleanup_calls.pop()()
            return True
        while self._cleanup_calls:
            self._part(result, outcome, 3)
        return outcome.success

    def debug(self):
        """Runs the test without a result: exceptions leave it."""
        doc, skipped, why, expecting = self._unittest_about_(self._testMethodName)
        cls = type(self)
        if getattr(cls, "__unittest_skip__", False) or skipped:
            raise SkipTest(getattr(cls, "__unittest_skip_why__", "") or why)
        self.setUp()
        self._unittest_call_(self._testMethodName)
        self.tearDown()
        while self._cleanup_calls:
            self._cleanup_calls.pop()()


class FunctionTestCase(TestCase):
    """A test that is a function."""

    def __init__(self, testFunc, setUp=None, tearDown=None, description=None):
        self._testFunc = testFunc
        self._setUpFunc = setUp
        self._tearDownFunc = tearDown
        self._description = description
        super().__init__()

    def _unittest_call_(self, name):
        self._testFunc()

    def _unittest_about_(self, name):
        return None, False, "", False

    def setUp(self):
        f = self._setUpFunc
        if f is not None:
            f()

    def tearDown(self):
        f = self._tearDownFunc
        if f is not None:
            f()

    def runTest(self):
        self._testFunc()

    def id(self):
        return self._testFunc.__name__

    def __str__(self):
        return strclass(self.__class__) + " (" + self._testFunc.__name__ + ")"

    def __repr__(self):
        return "<" + strclass(self.__class__) + " tec=" + repr(self._testFunc) + ">"

    def shortDescription(self):
        description = self._description
        if description is not None:
            return description
        doc = self._testFunc.__doc__
        return doc.split("\n")[0].strip() or None if doc else None


# Stands for a part of a test in results.
class _SubTest:
    failureException = AssertionError

    def __init__(self, test_case, message, params):
        self.test_case = test_case
        self._message = message
        self.params = params

    def _subDescription(self):
        parts = []
        message = self._message
        if message is not ...:
            parts.append("[" + str(message) + "]")
        if self.params:
            parts.append("(" + ", ".join([k + "=" + repr(v) for k, v in self.params.items()]) + ")")
        return " ".join(parts) or "(<subtest>)"

    def id(self):
        return self.test_case.id() + " " + self._subDescription()

    def shortDescription(self):
        return self.test_case.shortDescription()

    def countTestCases(self):
        return 1

    def __str__(self):
        return str(self.test_case) + " " + self._subDescription()

    def __repr__(self):
        return "<unittest.case._SubTest testMethod=runTest>"


class _SubTestContext:
    def __init__(self, case, message, params):
        self._case = case
        self._message = message
        self._params = params
        self._before = True
        self._parent = None

    def __enter__(self):
        case = self._case
        outcome = case._outcome
        if outcome is None:
            return
        parent = case._subtest
        params = {}
        for k, v in self._params.items():
            params[k] = v
        if parent is not None:
            for k, v in parent.params.items():
                if k not in params:
                    params[k] = v
        self._parent = parent
        case._subtest = _SubTest(case, self._message, params)
        self._before = outcome.success
        outcome.success = True

    def __exit__(self, kind, value, traceback):
        case = self._case
        outcome = case._outcome
        result = case._result
        subtest = case._subtest
        if outcome is None or result is None or subtest is None:
            return False
        try:
            if value is None:
                if outcome.success:
                    result.addSubTest(case, subtest, None)
            elif isinstance(value, KeyboardInterrupt):
                return False
            elif isinstance(value, SkipTest):
                outcome.success = False
                result.addSkip(subtest, str(value))
            elif isinstance(value, _ShouldStop):
                pass
            elif outcome.expecting:
                outcome.expected = value
            else:
                outcome.success = False
                result.addSubTest(case, subtest, (type(value), value, value.__traceback__))
            outcome.success = outcome.success and self._before
            if not outcome.success:
                if result.failfast:
                    raise _ShouldStop
            elif outcome.expected is not None:
                raise _ShouldStop
            return True
        finally:
            case._subtest = self._parent
