# assertLogs and assertNoLogs.
import io
import logging
import re
import unittest

log = logging.getLogger("shop")


def sell(n):
    log.debug("selling %d", n)
    if n > 3:
        log.warning("only %d left", n)
    log.info("sold %d", n)


class Logs(unittest.TestCase):
    def test_root(self):
        with self.assertLogs() as cm:
            sell(2)
        self.assertEqual(cm.output, ["INFO:shop:sold 2"])

    def test_logger_and_level(self):
        with self.assertLogs("shop", level="DEBUG") as cm:
            sell(4)
        self.assertEqual(len(cm.records), 3)
        self.assertEqual(cm.records[1].getMessage(), "only 4 left")
        self.assertEqual([r.levelname for r in cm.records], ["DEBUG", "WARNING", "INFO"])

    def test_logger_object(self):
        with self.assertLogs(log, logging.WARNING) as cm:
            sell(5)
        self.assertEqual(cm.output, ["WARNING:shop:only 5 left"])

    def test_none(self):
        with self.assertLogs("shop", "ERROR"):
            sell(9)

    def test_no_logs(self):
        with self.assertNoLogs("shop", "ERROR"):
            sell(9)

    def test_unexpected(self):
        with self.assertNoLogs(level="WARNING"):
            sell(9)


stream = io.StringIO()
result = unittest.TextTestRunner(stream=stream, verbosity=2).run(unittest.defaultTestLoader.loadTestsFromTestCase(Logs))
print(re.sub(r"in \d+\.\d+s", "in no time", stream.getvalue().partition("=")[0]))
for test, text in result.failures:
    print(test, text.splitlines()[-1])
print(len(result.errors), log.handlers, logging.getLogger().handlers)
