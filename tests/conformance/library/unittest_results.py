# What runners print: every way a test can end, subtests, fixtures that fail, verbosity, suites, loaders.
import io
import re
import sys
import unittest

log = []


def setUpModule():
    log.append("setUpModule")


def tearDownModule():
    log.append("tearDownModule")


def helper(n):
    if n > 2:
        raise ValueError(f"{n} is too much")
    return n


class Base(unittest.TestCase):
    """Shared tests."""

    def make(self):
        return [1, 2, 3]

    def setUp(self):
        log.append("setUp " + self._testMethodName)
        self.value = self.make()

    def tearDown(self):
        log.append("tearDown")

    def test_length(self):
        self.assertEqual(len(self.value), 3)

    def test_first(self):
        """The first item is one.

        More is not said of it.
        """
        self.assertEqual(self.value[0], 1)


class Derived(Base):
    def make(self):
        return (1, 5)

    def test_more(self):
        self.assertEqual(self.value, (1, 4))


class Mixin:
    expected = 0

    def test_mixed(self):
        self.assertEqual(self.expected, self.compute())


class MixedGood(Mixin, unittest.TestCase):
    expected = 4

    def compute(self):
        return 4


class MixedBad(Mixin, unittest.TestCase):
    expected = "four"

    def compute(self):
        return "for"


class Ways(unittest.TestCase):
    def test_ok(self):
        pass

    def test_error(self):
        helper(3)

    def test_failure(self):
        self.assertEqual(helper(1), 2)

    def test_chained(self):
        try:
            helper(5)
        except ValueError as e:
            raise KeyError("lookup") from e

    def test_context(self):
        try:
            helper(6)
        except ValueError:
            self.assertTrue(False)

    @unittest.skip("in the decorator")
    def test_skip(self):
        raise RuntimeError

    @unittest.skipIf(len("abc") == 3, "three letters")
    def test_skip_if(self):
        raise RuntimeError

    @unittest.skipIf(len("abc") == 4, "four letters")
    def test_skip_if_not(self):
        pass

    @unittest.skipUnless(sys.platform == "none", "other platforms")
    def test_skip_unless(self):
        raise RuntimeError

    def test_skip_inside(self):
        self.skipTest("inside")

    def test_skip_raised(self):
        raise unittest.SkipTest("raised")

    @unittest.expectedFailure
    def test_expected(self):
        self.assertEqual(1, 0)

    @unittest.expectedFailure
    def test_expected_error(self):
        helper(3)

    @unittest.expectedFailure
    def test_unexpected(self):
        """Documented, and not failing."""
        self.assertEqual(1, 1)

    def test_sub(self):
        for i in range(4):
            with self.subTest(i=i):
                self.assertEqual(i % 2, 0)

    def test_sub_message(self):
        for word in ["a", "bb"]:
            with self.subTest("length", word=word, n=len(word)):
                self.assertEqual(len(word), 1)
            with self.subTest(word):
                helper(len(word))
        with self.subTest():
            helper(9)

    def test_sub_nested(self):
        with self.subTest(outer=1):
            with self.subTest(inner=2):
                self.fail("deep")
            self.fail("less deep")

    def test_sub_skip(self):
        for i in range(2):
            with self.subTest(i=i):
                if i:
                    self.skipTest("odd")

    def test_two_lines(self):
        self.assertEqual(
            helper(1),
            helper(2),
        )

    def test_exit(self):
        raise SystemExit(3)


class SkipsInSetUp(unittest.TestCase):
    def setUp(self):
        self.skipTest("not ready")

    def tearDown(self):
        log.append("never")

    def test_it(self):
        self.fail()


class FailsInSetUp(unittest.TestCase):
    def setUp(self):
        self.addCleanup(log.append, "cleaned")
        helper(7)

    def test_it(self):
        self.fail()


class FailsInTearDown(unittest.TestCase):
    def tearDown(self):
        helper(8)

    def test_good(self):
        pass

    def test_bad(self):
        self.fail("and tearDown, too")


class Cleanups(unittest.TestCase):
    def test_order(self):
        self.addCleanup(log.append, "first")
        self.addCleanup(lambda *a, **k: log.append((a, sorted(k))), 1, 2, key="v")
        self.addCleanup(helper, 3)
        self.addCleanup(self.note)

    def note(self):
        log.append("noted")


@unittest.skip("the whole class")
class SkippedClass(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        log.append("never")

    def test_one(self):
        self.fail()

    def test_two(self):
        self.fail()


class ClassFixture(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.shared = {"count": 0}
        cls.addClassCleanup(log.append, "class cleaned")
        log.append("setUpClass")

    @classmethod
    def tearDownClass(cls):
        log.append(("tearDownClass", cls.shared["count"]))

    def test_a(self):
        self.shared["count"] += 1

    def test_b(self):
        self.shared["count"] += 1


class BadClassFixture(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        helper(10)

    def test_a(self):
        self.fail()


class SkippingClassFixture(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        raise unittest.SkipTest("no such resource")

    def test_a(self):
        self.fail()


class BadTearDownClass(unittest.TestCase):
    @classmethod
    def tearDownClass(cls):
        raise OSError(5, "closing")

    def test_a(self):
        pass


class RunTest(unittest.TestCase):
    def runTest(self):
        """The only test."""
        self.assertTrue(True)


class NoTests(unittest.TestCase):
    def helper(self):
        pass


class Attributes(unittest.TestCase):
    test_data = [1, 2]
    test_function = lambda self: log.append("lambda")

    def test_data_used(self):
        self.assertEqual(sum(self.test_data), 3)


def run(test, **options):
    stream = io.StringIO()
    result = unittest.TextTestRunner(stream=stream, **options).run(test)
    print(re.sub(r"in \d+\.\d+s", "in no time", stream.getvalue()), end="")
    print(result.testsRun, len(result.failures), len(result.errors), len(result.skipped),
          len(result.expectedFailures), len(result.unexpectedSuccesses), result.wasSuccessful())
    print(log)
    log.clear()
    return result


def load(*classes):
    loader = unittest.TestLoader()
    suite = unittest.TestSuite()
    for cls in classes:
        suite.addTests(loader.loadTestsFromTestCase(cls))
    return suite


run(load(Base, Derived))
run(load(MixedGood, MixedBad), verbosity=2)
run(load(Ways))
run(load(Ways), verbosity=2)
run(load(Ways), verbosity=0)
run(load(SkipsInSetUp, FailsInSetUp, FailsInTearDown, Cleanups), verbosity=2)
run(load(SkippedClass, ClassFixture, BadClassFixture, SkippingClassFixture, BadTearDownClass), verbosity=2)
run(load(RunTest, NoTests, Attributes), verbosity=2)
run(unittest.defaultTestLoader.loadTestsFromTestCase(Ways), failfast=True)
run(load(Ways), descriptions=False, verbosity=2)
result = run(ClassFixture("test_b"))
print(result.errors, result.failures, result.skipped)
