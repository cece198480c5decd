# Modules of the program that are named like those of the library.
import unittest
import warnings


class Test(unittest.TestCase):
    def test_it(self):
        self.addCleanup("no function")
        return self.seen


print(Test().test_it())
unittest.main()
warnings.warn("text", 2)
