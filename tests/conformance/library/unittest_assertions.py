# The message of every assert method, with and without a message of the test's own.
import io
import re
import unittest


class Point:
    def __init__(self, x, y):
        self.x = x
        self.y = y

    def __eq__(self, other):
        return isinstance(other, Point) and (self.x, self.y) == (other.x, other.y)

    def __repr__(self):
        return f"Point({self.x}, {self.y})"


class Failing(unittest.TestCase):
    def test_true(self):
        self.assertTrue([])

    def test_true_message(self):
        self.assertTrue(0, "zero is false")

    def test_false(self):
        self.assertFalse({"a": 1}, msg="with keyword")

    def test_equal_numbers(self):
        self.assertEqual(1 + 1, 3)

    def test_equal_mixed(self):
        self.assertEqual(1, "1", "one")

    def test_equal_floats(self):
        self.assertEqual(0.1 + 0.2, 0.3)

    def test_equal_none(self):
        self.assertEqual(None, 0)

    def test_equal_objects(self):
        self.assertEqual(Point(1, 2), Point(1, 3))

    def test_equal_text(self):
        self.assertEqual("hello world", "hello there")

    def test_equal_lines(self):
        self.assertEqual("one\ntwo\nthree\n", "one\n2\nthree\nfour\n")

    def test_equal_long_text(self):
        self.assertEqual("a" * 200 + "x", "a" * 200 + "y")

    def test_equal_long_texts_differ_early(self):
        self.assertEqual("start " + "a" * 200, "begin " + "b" * 200)

    def test_equal_list(self):
        self.assertEqual([1, 2, 3], [1, 5, 3])

    def test_equal_list_shorter(self):
        self.assertEqual([1, 2, 3], [1, 2], "lists")

    def test_equal_list_longer(self):
        self.assertEqual([], ["a", "b"])

    def test_equal_list_long(self):
        self.assertEqual(list(range(60)), list(range(30)) + list(range(31, 62)))

    def test_equal_list_of_texts(self):
        self.assertEqual(["alpha", "beta", "gamma" * 10, "delta" * 5], ["alpha", "Beta", "gamma" * 10, "delta" * 6])

    def test_equal_tuple(self):
        self.assertEqual((1, "a"), (1, "b"))

    def test_equal_tuple_lengths(self):
        self.assertEqual((1, 2), (1, 2, 3))

    def test_equal_list_and_tuple(self):
        self.assertEqual([1, 2], (1, 2))

    def test_equal_dict(self):
        self.assertEqual({"a": 1, "b": 2}, {"a": 1, "b": 3})

    def test_equal_dict_nested(self):
        self.assertEqual({"name": "x" * 40, "items": [1, 2, 3], "more": {"k": "v" * 30}},
                         {"name": "x" * 40, "items": [1, 2, 4], "more": {"k": "v" * 30}})

    def test_equal_set(self):
        self.assertEqual({1, 2}, {2, 3})

    def test_equal_frozenset(self):
        self.assertEqual(frozenset("a"), frozenset("b"), "frozen")

    def test_equal_sets_of_two_kinds(self):
        self.assertEqual({1}, frozenset([2]))

    def test_equal_bytes(self):
        self.assertEqual(b"ab", b"ac")

    def test_not_equal(self):
        self.assertNotEqual(5, 5)

    def test_almost(self):
        self.assertAlmostEqual(1.0, 1.1)

    def test_almost_places(self):
        self.assertAlmostEqual(1.0, 1.01, places=3, msg="near")

    def test_almost_delta(self):
        self.assertAlmostEqual(10, 15, delta=2)

    def test_not_almost(self):
        self.assertNotAlmostEqual(1.0, 1.00000001)

    def test_not_almost_delta(self):
        self.assertNotAlmostEqual(10, 11, delta=2)

    def test_sequence(self):
        self.assertSequenceEqual([1, 2], (1, 3))

    def test_list(self):
        self.assertListEqual([[1], [2]], [[1], [3]])

    def test_tuple(self):
        self.assertTupleEqual((), (1,))

    def test_set(self):
        self.assertSetEqual({"a"}, {"b"})

    def test_dict(self):
        self.assertDictEqual({1: "a"}, {1: "b"}, "dicts")

    def test_count(self):
        self.assertCountEqual([1, 1, 2], [2, 1, 3])

    def test_count_texts(self):
        self.assertCountEqual("aab", "abb", "letters")

    def test_count_unhashable(self):
        self.assertCountEqual([[1], [2], [2]], [[2], [3]])

    def test_multi_line(self):
        self.assertMultiLineEqual("a\nb", "a\nc")

    def test_in(self):
        self.assertIn(4, [1, 2])

    def test_in_text(self):
        self.assertIn("z", "abc", "letter")

    def test_not_in(self):
        self.assertNotIn("k", {"k": 1})

    def test_is(self):
        self.assertIs([], None)

    def test_is_not(self):
        self.assertIsNot(None, None)

    def test_none(self):
        self.assertIsNone(3)

    def test_not_none(self):
        self.assertIsNotNone(None, "nothing")

    def test_instance(self):
        self.assertIsInstance(3, str)

    def test_instance_of_several(self):
        self.assertIsInstance("x", (int, float))

    def test_not_instance(self):
        self.assertNotIsInstance(3, int)

    def test_less(self):
        self.assertLess(2, 1)

    def test_less_equal(self):
        self.assertLessEqual(2, 1, "order")

    def test_greater(self):
        self.assertGreater("a", "b")

    def test_greater_equal(self):
        self.assertGreaterEqual(1.5, 2)

    def test_regex(self):
        self.assertRegex("hello", r"^\d+$")

    def test_regex_compiled(self):
        self.assertRegex("hello", re.compile("x+"), "pattern")

    def test_not_regex(self):
        self.assertNotRegex("abc123", r"\d+")

    def test_raises(self):
        with self.assertRaises(ValueError):
            pass

    def test_raises_function(self):
        self.assertRaises(ValueError, int, "3")

    def test_raises_lambda(self):
        self.assertRaises(KeyError, lambda: {1: 2}[1])

    def test_raises_several(self):
        with self.assertRaises((ValueError, KeyError), msg="either"):
            pass

    def test_raises_other(self):
        with self.assertRaises(ValueError):
            {}["missing"]

    def test_raises_regex(self):
        with self.assertRaisesRegex(ValueError, "^no"):
            raise ValueError("yes")

    def test_raises_regex_none(self):
        self.assertRaisesRegex(ValueError, "lit", int, "7")

    def test_fail(self):
        self.fail()

    def test_fail_message(self):
        self.fail("because")

    def test_plain_assert(self):
        assert 1 > 2, "plain"

    def test_short_messages(self):
        self.longMessage = False
        self.assertEqual(1, 2, "only this")

    def test_short_messages_without(self):
        self.longMessage = False
        self.assertEqual(1, 2)

    def test_no_diff_limit(self):
        self.maxDiff = None
        self.assertEqual(list(range(100)), list(range(1, 101)))

    def test_diff_limit(self):
        self.maxDiff = 20
        self.assertEqual("x" * 30, "y" * 30)


class Passing(unittest.TestCase):
    def test_all(self):
        self.assertTrue(1)
        self.assertFalse("")
        self.assertEqual({"a": [1]}, {"a": [1]})
        self.assertEqual(1, 1.0)
        self.assertNotEqual(1, "1")
        self.assertAlmostEqual(0.1 + 0.2, 0.3)
        self.assertAlmostEqual(100, 101, delta=1)
        self.assertNotAlmostEqual(1, 2)
        self.assertSequenceEqual([1, 2], (1, 2))
        self.assertCountEqual([3, 1, 2], (1, 2, 3))
        self.assertCountEqual([[1], [2]], [[2], [1]])
        self.assertIs(None, None)
        self.assertRegex("abc", "b")
        self.assertRaises(ZeroDivisionError, divmod, 1, 0)
        self.assertRaisesRegex(ValueError, "invalid literal", int, "x")
        with self.assertRaises(KeyError) as cm:
            {}["k"]
        self.assertEqual(cm.exception.args, ("k",))
        with self.assertRaisesRegex(TypeError, "un(.*)ported") as cm:
            raise TypeError("unsupported")
        self.assertEqual(str(cm.exception), "unsupported")


def run(cls):
    stream = io.StringIO()
    suite = unittest.defaultTestLoader.loadTestsFromTestCase(cls)
    result = unittest.TextTestRunner(stream=stream, verbosity=2).run(suite)
    print(re.sub(r"in \d+\.\d+s", "in no time", stream.getvalue()))
    print(result)
    print(result.wasSuccessful(), len(result.failures), len(result.errors))


run(Failing)
run(Passing)
