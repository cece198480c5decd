# Tests in modules of their own, collected by the main module.
import io
import re
import unittest

import test_words
from checks import test_numbers
from checks.test_numbers import TestEven
from test_words import *


def load_tests(loader, tests, pattern):
    suite = unittest.TestSuite()
    suite.addTests(tests)
    suite.addTests(loader.loadTestsFromModule(test_numbers))
    return suite


def run(test):
    stream = io.StringIO()
    unittest.TextTestRunner(stream=stream, verbosity=2).run(test)
    print(re.sub(r"in \d+\.\d+s", "in no time", stream.getvalue()))


run(unittest.defaultTestLoader.loadTestsFromModule(test_words))
run(unittest.defaultTestLoader.loadTestsFromModule(test_numbers))
run(unittest.defaultTestLoader.loadTestsFromName("TestEven.test_two", test_numbers))
run(unittest.defaultTestLoader.loadTestsFromNames(["TestWords", "TestMoreWords.test_title"], test_words))
if __name__ == "__main__":
    unittest.main(verbosity=2)
