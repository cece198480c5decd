"""Makes suites of what classes and modules have of tests."""
from functools import cmp_to_key
from unittest.case import TestCase
from unittest.suite import TestSuite
from unittest.util import _matches, three_way_cmp

__unittest = True


# A test that could not be made: running it raises.
class _FailedTest(TestCase):
    def __init__(self, method_name, message):
        self._message = message
        super().__init__(method_name)

    def _unittest_call_(self, name):
        raise AttributeError(self._message)

    def _unittest_about_(self, name):
        return None, False, "", False


class TestLoader:
    """Finds the tests of classes and modules."""
    testMethodPrefix = "test"
    sortTestMethodsUsing = staticmethod(three_way_cmp)
    testNamePatterns = None
    suiteClass = TestSuite

    def __init__(self):
        self.errors = []

    def getTestCaseNames(self, testCaseClass):
        """The names of the class's tests, sorted."""
        prefix = self.testMethodPrefix
        patterns = self.testNamePatterns
        names = []
        for name in testCaseClass._unittest_names_():
            if not name.startswith(prefix):
                continue
            if patterns is not None:
                whole = testCaseClass.__module__ + "." + testCaseClass.__qualname__ + "." + name
                if not any(_matches(whole, pattern) for pattern in patterns):
                    continue
            names.append(name)
        order = self.sortTestMethodsUsing
        names.sort()
        if order:
            names.sort(key=cmp_to_key(order))
        return names

    def loadTestsFromTestCase(self, testCaseClass):
        """A suite of the class's tests."""
        names = self.getTestCaseNames(testCaseClass)
        if not names and hasattr(testCaseClass, "runTest"):
            names = ["runTest"]
        return self.suiteClass([testCaseClass(name) for name in names])

    def loadTestsFromModule(self, module, *, pattern=None):
        """A suite of the tests of the module's classes."""
        return self._from_module(module._unittest_classes_, module._unittest_load_, pattern)

    def _from_module(self, classes, load, pattern):
        suites = []
        for name, cls in classes():
            suites.append(self.loadTestsFromTestCase(cls))
        tests = self.suiteClass(suites)
        made = load(self, tests, pattern)
        if made is not None:
            return made
        return tests

    def loadTestsFromName(self, name, module=None):
        """The test, the class or the function of the module that the name means."""
        if module is None:
            _k.refuse("names of tests without their module")
        return self._from_name(name, module.__name__, module._unittest_classes_, module._unittest_make_)

    def _from_name(self, name, module, classes, make):
        parts = name.split(".")
        for known, cls in classes():
            if known != parts[0]:
                continue
            if len(parts) == 1:
                return self.loadTestsFromTestCase(cls)
            try:
                return self.suiteClass([cls(parts[1])])
            except ValueError:
                return self.suiteClass([_FailedTest(parts[1], "type object '" + known + "' has no attribute '" + parts[1] + "'")])
        made = make(parts[0])
        if made is not None:
            return made
        return self.suiteClass([_FailedTest(parts[0], "module '" + module + "' has no attribute '" + parts[0] + "'")])

    def loadTestsFromNames(self, names, module=None):
        """A suite of what the names mean."""
        return self.suiteClass([self.loadTestsFromName(name, module) for name in names])

    def discover(self, start_dir, pattern="test*.py", top_level_dir=None):
        """Tests of files that nothing imports are not there when the program runs."""
        _k.refuse("the discovery of test files")


defaultTestLoader = TestLoader()
