import unittest


def setUpModule():
    print("words: set up")


def tearDownModule():
    print("words: torn down")


class TestWords(unittest.TestCase):
    def test_upper(self):
        self.assertEqual("a".upper(), "A")

    def test_split(self):
        self.assertEqual("a b".split(), ["a", "b", "c"])


class TestMoreWords(TestWords):
    def test_title(self):
        self.assertEqual("a b".title(), "A B")


class _Helper:
    pass


if __name__ == "__main__":
    unittest.main()
