# Tests that a class gets behind its body, and attributes that are named like tests.
import unittest
class T(unittest.TestCase):
    def setUp(self):
        self.test_data = [1]
    def test_a(self):
        self.assertEqual(self.test_data, [1])
def extra(self):
    self.assertEqual(1, 2)
T.test_extra = extra
unittest.main()
