"""What came of the tests."""
import io
import sys
from unittest.util import strclass

__unittest = True


class TestResult:
    """Collects what happens to tests."""
    _previousTestClass = None
    _testRunEntered = False
    _moduleSetUpFailed = False

    def __init__(self, stream=None, descriptions=None, verbosity=None):
        self.failfast = False
        self.failures = []
        self.errors = []
        self.testsRun = 0
        self.skipped = []
        self.expectedFailures = []
        self.unexpectedSuccesses = []
        self.shouldStop = False
        self.buffer = False
        self.tb_locals = False
        self._kept = []
        self._mirrorOutput = False

    def printErrors(self):
        """Called behind the last test."""

    def startTest(self, test):
        """Called before a test."""
        self.testsRun += 1
        self._mirrorOutput = False
        self._setupStdout()

    def startTestRun(self):
        """Called before the first test."""

    def stopTest(self, test):
        """Called behind a test, whatever came of it."""
        self._restoreStdout()
        self._mirrorOutput = False

    def stopTestRun(self):
        """Called behind the last test."""

    # While a test runs, its output is kept; what stdout and stderr were before stands beside the two texts.
    def _setupStdout(self):
        if self.buffer and not self._kept:
            out = io.StringIO()
            err = io.StringIO()
            self._kept.append((out, err, sys.stdout, sys.stderr))
            sys.stdout = out
            sys.stderr = err

    def _restoreStdout(self):
        if self._kept:
            out, err, out_before, err_before = self._kept.pop()
            sys.stdout = out_before
            sys.stderr = err_before
            if self._mirrorOutput:
                out_before.write(_labelled("\nStdout:\n", out.getvalue()))
                err_before.write(_labelled("\nStderr:\n", err.getvalue()))

    def addError(self, test, err):
        """An exception that is no failure; err is like what sys.exc_info() gives."""
        if self.failfast:
            self.stop()
        self.errors.append((test, self._exc_info_to_string(err, test)))
        self._mirrorOutput = True

    def addFailure(self, test, err):
        """An assertion failed."""
        if self.failfast:
            self.stop()
        self.failures.append((test, self._exc_info_to_string(err, test)))
        self._mirrorOutput = True

    def addSubTest(self, test, subtest, err):
        """A subtest ended; err is None if all was well."""
        if err is None:
            return
        if self.failfast:
            self.stop()
        text = self._exc_info_to_string(err, test)
        if isinstance(err[1], test.failureException):
            self.failures.append((subtest, text))
        else:
            self.errors.append((subtest, text))
        self._mirrorOutput = True

    def addSuccess(self, test):
        """All was well."""

    def addSkip(self, test, reason):
        """The test was left out."""
        self.skipped.append((test, reason))

    def addExpectedFailure(self, test, err):
        """The test failed, as it should."""
        self.expectedFailures.append((test, self._exc_info_to_string(err, test)))

    def addUnexpectedSuccess(self, test):
        """The test should have failed."""
        if self.failfast:
            self.stop()
        self.unexpectedSuccesses.append(test)

    def wasSuccessful(self):
        """Was all well?"""
        return len(self.failures) == 0 and len(self.errors) == 0 and len(self.unexpectedSuccesses) == 0

    def stop(self):
        """No more tests."""
        self.shouldStop = True

    def _exc_info_to_string(self, err, test):
        text = _rt.exc_format(err[1])
        if self._kept:
            out, err_out, out_before, err_before = self._kept[0]
            text += _labelled("\nStdout:\n", out.getvalue()) + _labelled("\nStderr:\n", err_out.getvalue())
        return text

    def __repr__(self):
        return ("<" + strclass(self.__class__) + " run=" + str(self.testsRun) + " errors=" + str(len(self.errors)) +
                " failures=" + str(len(self.failures)) + ">")


# The text in whole lines behind the label; nothing for none.
def _labelled(label, text):
    if not text:
        return ""
    return label + text + ("" if text.endswith("\n") else "\n")
