# A module of the program that is named like one of the library.
import unittest


class Test(unittest.TestCase):
    def test_it(self):
        self.addCleanup("no function")
        return self.seen


print(Test().test_it())
unittest.main()
