"""Runs tests and says what comes of them, on a stream."""
import sys
import time
import warnings as _warnings
from unittest.case import _SubTest
from unittest.result import TestResult

__unittest = True


# The stream, with lines.
class _WritelnDecorator:
    __generic__ = True

    def __init__(self, stream):
        self.stream = stream

    def write(self, text):
        self.stream.write(text)

    def writeln(self, arg=None):
        if arg:
            self.stream.write(arg)
        self.stream.write("\n")

    def flush(self):
        self.stream.flush()


class TextTestResult(TestResult):
    """A result that writes a character or a line for each test."""
    separator1 = "=" * 70
    separator2 = "-" * 70

    def __init__(self, stream, descriptions, verbosity):
        super().__init__(stream, descriptions, verbosity)
        self.stream = stream
        self.showAll = verbosity > 1
        self.dots = verbosity == 1
        self.descriptions = descriptions
        self._newline = True

    def getDescription(self, test):
        """The test's name, and what it is in words."""
        text = str(test)
        first = test.shortDescription()
        if self.descriptions and first:
            return text + "\n" + first
        return text

    def startTest(self, test):
        super().startTest(test)
        if self.showAll:
            self.stream.write(self.getDescription(test))
            self.stream.write(" ... ")
            self.stream.flush()
            self._newline = False

    def _write_status(self, test, status):
        part = isinstance(test, _SubTest)
        if part or self._newline:
            if not self._newline:
                self.stream.writeln()
            if part:
                self.stream.write("  ")
            self.stream.write(self.getDescription(test))
            self.stream.write(" ... ")
        self.stream.writeln(status)
        self.stream.flush()
        self._newline = True

    # The word in a line, or the character.
    def _say(self, test, word, sign):
        if self.showAll:
            self._write_status(test, word)
        elif self.dots:
            self.stream.write(sign)
            self.stream.flush()

    def addSubTest(self, test, subtest, err):
        if err is not None:
            if isinstance(err[1], subtest.failureException):
                self._say(subtest, "FAIL", "F")
            else:
                self._say(subtest, "ERROR", "E")
        super().addSubTest(test, subtest, err)

    def addSuccess(self, test):
        super().addSuccess(test)
        self._say(test, "ok", ".")

    def addError(self, test, err):
        super().addError(test, err)
        self._say(test, "ERROR", "E")

    def addFailure(self, test, err):
        super().addFailure(test, err)
        self._say(test, "FAIL", "F")

    def addSkip(self, test, reason):
        super().addSkip(test, reason)
        self._say(test, "skipped " + repr(reason), "s")

    def addExpectedFailure(self, test, err):
        super().addExpectedFailure(test, err)
        self._say_alone("expected failure", "x")

    def addUnexpectedSuccess(self, test):
        super().addUnexpectedSuccess(test)
        self._say_alone("unexpected success", "u")

    def _say_alone(self, word, sign):
        if self.showAll:
            self.stream.writeln(word)
            self.stream.flush()
        elif self.dots:
            self.stream.write(sign)
            self.stream.flush()

    def printErrors(self):
        if self.dots or self.showAll:
            self.stream.writeln()
            self.stream.flush()
        self.printErrorList("ERROR", self.errors)
        self.printErrorList("FAIL", self.failures)
        if self.unexpectedSuccesses:
            self.stream.writeln(self.separator1)
            for test in self.unexpectedSuccesses:
                self.stream.writeln("UNEXPECTED SUCCESS: " + self.getDescription(test))
            self.stream.flush()

    def printErrorList(self, flavour, errors):
        """What each of the tests has to say."""
        for test, err in errors:
            self.stream.writeln(self.separator1)
            self.stream.writeln(flavour + ": " + self.getDescription(test))
            self.stream.writeln(self.separator2)
            self.stream.writeln(err)
            self.stream.flush()


class TextTestRunner:
    """Runs tests and writes a summary."""
    resultclass = TextTestResult

    def __init__(self, stream=None, descriptions=True, verbosity=1, failfast=False, buffer=False, resultclass=None,
                 warnings=None, *, tb_locals=False):
        if stream is None:
            self.stream = _WritelnDecorator(sys.stderr)
        else:
            self.stream = _WritelnDecorator(stream)
        self.descriptions = descriptions
        self.verbosity = verbosity
        self.failfast = failfast
        self.buffer = buffer
        self.tb_locals = tb_locals
        if tb_locals:
            raise NotImplementedError("unittest: tb_locals")
        self.warnings = warnings
        if resultclass is not None:
            self.resultclass = resultclass

    def _makeResult(self):
        return self.resultclass(self.stream, self.descriptions, self.verbosity)

    def run(self, test):
        """Runs a test or a suite; returns the result."""
        result = self._makeResult()
        result.failfast = True if self.failfast else False
        result.buffer = True if self.buffer else False
        result.tb_locals = True if self.tb_locals else False
        with _warnings.catch_warnings():
            action = self.warnings
            if action is not None:
                _warnings.simplefilter(action)
            begin = time.perf_counter()
            result.startTestRun()
            try:
                test(result)
            finally:
                result.stopTestRun()
            taken = time.perf_counter() - begin
        result.printErrors()
        stream = self.stream
        stream.writeln(result.separator2)
        n = result.testsRun
        stream.writeln("Ran %d test%s in %.3fs" % (n, "" if n == 1 else "s", taken))
        stream.writeln()
        parts = []
        if result.wasSuccessful():
            stream.write("OK")
        else:
            stream.write("FAILED")
            _count(parts, "failures", result.failures)
            _count(parts, "errors", result.errors)
        _count(parts, "skipped", result.skipped)
        _count(parts, "expected failures", result.expectedFailures)
        _count(parts, "unexpected successes", result.unexpectedSuccesses)
        stream.writeln(" (" + ", ".join(parts) + ")" if parts else "")
        stream.flush()
        return result


def _count(parts, what, some):
    if some:
        parts.append(what + "=" + str(len(some)))
