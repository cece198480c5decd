# Idioms: several handlers, formatters of the program's own, levels by name, classes with loggers, formatting errors.
import logging
import sys
import time


class Colours(logging.Formatter):
    MARKS = {logging.INFO: "[i]", logging.ERROR: "[!]"}

    def format(self, record):
        text = super().format(record)
        return f"{self.MARKS.get(record.levelno, '[ ]')} {text}"


class Upper(logging.Formatter):
    def formatMessage(self, record):
        return super().formatMessage(record).upper()


class Worker:
    def __init__(self, name):
        self.logger = logging.getLogger(f"{__name__}.{type(self).__name__}.{name}")

    def work(self, n):
        self.logger.info("working on %d items", n)
        if n == 0:
            self.logger.error("nothing to do")
        try:
            return 100 // n
        except ZeroDivisionError:
            self.logger.warning("cannot divide by %r", n)
            return None


class Memory(logging.Handler):
    def __init__(self, level=logging.NOTSET, capacity=3):
        super().__init__(level)
        self.capacity = capacity
        self.records = []

    def emit(self, record):
        self.records.append(record)
        if len(self.records) > self.capacity:
            self.flush()

    def flush(self):
        for record in self.records:
            print("flushed", self.format(record), record.levelname, record.name)
        self.records.clear()


def level_of(text):
    return getattr(logging, text.upper(), logging.INFO)


def setup(level="INFO"):
    console = logging.StreamHandler(sys.stdout)
    console.setFormatter(Colours("%(levelname)s - %(message)s"))
    to_file = logging.FileHandler("x.log", "w", encoding="utf-8")
    to_file.setFormatter(Upper("%(name)s: %(message)s"))
    to_file.setLevel(logging.WARNING)
    logging.basicConfig(level=level, handlers=[console, to_file])


setup()
worker = Worker("one")
print(worker.work(5), worker.work(0))
logger = logging.getLogger(__name__)
logger.info("plain %s", "text")
logger.debug("hidden")
logger.setLevel(level_of("debug"))
logger.debug("shown")
memory = Memory(capacity=2)
logger.addHandler(memory)
logger.propagate = False
for i in range(4):
    logger.info("record %d of %s", i, {"n": i})
logger.removeHandler(memory)
memory.close()
print(len(memory.records), logger.handlers)
logger.propagate = True
for level in (logging.DEBUG, logging.INFO, logging.WARNING, logging.ERROR, logging.CRITICAL):
    logger.log(level, "level %d", level)
if logger.isEnabledFor(logging.DEBUG):
    logger.debug("expensive %s", sum(range(10)))
print(open("x.log", encoding="utf-8").read(), end="")
logging.getLogger().handlers.clear()
print(logging.getLogger().handlers, logging.root.level, logging.getLevelName(logging.root.level))
f = logging.Formatter("%(asctime)s|%(message)s", "%Y-%m-%d")
r = logging.LogRecord("n", 20, "p", 1, "made", (), None)
print(f.format(r) == time.strftime("%Y-%m-%d", time.localtime(r.created)) + "|made")
print(logging.Formatter("%(name)10s|%(levelname)-10s|%(message).3s|%%").format(r))
