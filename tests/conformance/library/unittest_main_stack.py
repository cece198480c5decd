# Test cases that inherit, a suite() and arguments for unittest.main().
import unittest
import os


class Stack:
    def __init__(self, items=None):
        self._items = list(items or [])

    def push(self, item):
        self._items.append(item)

    def pop(self):
        if not self._items:
            raise IndexError("pop from empty stack")
        return self._items.pop()

    def peek(self):
        return self._items[-1]

    def __len__(self):
        return len(self._items)

    def __eq__(self, other):
        return isinstance(other, Stack) and self._items == other._items


class StackTestCase(unittest.TestCase):
    stack_class = Stack

    def setUp(self):
        self.stack = self.stack_class([1, 2, 3])
        self.addCleanup(self.assert_sane)

    def assert_sane(self):
        self.assertGreaterEqual(len(self.stack), 0)

    def assertStackEqual(self, stack, items, msg=None):
        if stack._items != items:
            raise self.failureException(self._formatMessage(msg, f"{stack._items} is not {items}"))


class TestPush(StackTestCase):
    def test_push(self):
        self.stack.push(4)
        self.assertStackEqual(self.stack, [1, 2, 3, 4])

    def test_push_many(self):
        for i in range(100):
            with self.subTest(i=i):
                self.stack.push(i)
                self.assertEqual(self.stack.peek(), i)
        self.assertEqual(len(self.stack), 103)

    def test_wrong(self):
        self.assertStackEqual(self.stack, [3, 2, 1], "reversed")


class TestPop(StackTestCase):
    def test_pop(self):
        self.assertEqual(self.stack.pop(), 3)
        self.assertEqual(len(self.stack), 2)

    def test_empty(self):
        empty = self.stack_class()
        with self.assertRaises(IndexError):
            empty.pop()
        with self.assertRaisesRegex(IndexError, "empty stack"):
            empty.pop()

    def test_equal(self):
        self.assertEqual(Stack([1]), Stack([1]))
        self.assertNotEqual(Stack([1]), Stack([2]))
        self.assertTrue(self.stack)
        self.assertFalse(Stack())


class LoggingStack(Stack):
    def __init__(self, items=None):
        super().__init__(items)
        self.log = []

    def push(self, item):
        self.log.append(("push", item))
        super().push(item)


class TestLogging(TestPush):
    stack_class = LoggingStack

    def test_log(self):
        self.stack.push("x")
        self.assertEqual(self.stack.log, [("push", "x")])


class TestParser(unittest.TestCase):
    CASES = [
        ("1", 1),
        ("-5", -5),
        ("abc", None),
        ("", None),
    ]

    @staticmethod
    def parse(text):
        try:
            return int(text)
        except ValueError:
            return None

    def test_cases(self):
        for text, expected in self.CASES:
            with self.subTest(text=text):
                self.assertEqual(self.parse(text), expected)

    def test_failing_cases(self):
        for text, expected in [("1", 2), ("x", None), ("3", None)]:
            with self.subTest(f"parse {text!r}", expected=expected):
                self.assertEqual(self.parse(text), expected)


def suite():
    result = unittest.TestSuite()
    result.addTest(TestPush("test_push"))
    result.addTest(TestPop("test_empty"))
    result.addTests([TestLogging("test_log"), TestParser("test_cases")])
    return result


if __name__ == "__main__":
    runner = unittest.TextTestRunner(verbosity=2)
    print(suite().countTestCases())
    unittest.main()
