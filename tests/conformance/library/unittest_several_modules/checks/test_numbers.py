from unittest import TestCase, skipIf
import unittest


def setUpModule():
    raise OSError("no numbers today")


class TestEven(TestCase):
    def test_two(self):
        self.assertTrue(2 % 2 == 0)

    @skipIf(True, "odd")
    def test_three(self):
        self.assertTrue(3 % 2 == 0)


class TestRemoved(TestCase):
    def test_it(self):
        self.fail()


del TestRemoved
