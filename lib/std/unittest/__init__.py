"""Tests in classes. The compiler derives which methods of a class are tests (see docs/derive.md)."""
from unittest.result import TestResult
from unittest.case import (TestCase, FunctionTestCase, SkipTest, skip, skipIf, skipUnless, expectedFailure,
                           addModuleCleanup, doModuleCleanups, enterModuleContext, _about, _no_test, _no_method)
from unittest.suite import BaseTestSuite, TestSuite
from unittest.loader import TestLoader, defaultTestLoader
from unittest.runner import TextTestRunner, TextTestResult
from unittest._program import TestProgram, main

__unittest = True
