# Loggers, levels, handlers, formatters, filters, exceptions and the root logger.
import io
import logging
import sys

log = logging.getLogger("app")
stream = io.StringIO()
handler = logging.StreamHandler(stream)
handler.setFormatter(logging.Formatter("%(levelname)-8s|%(name)s|%(message)s"))
log.addHandler(handler)
log.setLevel(logging.DEBUG)
log.debug("debugging %d", 1)
log.info("informing %s and %s", "a", [1, 2])
log.warning("warning: 100%")
log.error("error %(code)d: %(text)s", {"code": 7, "text": "bad"})
log.critical("critical %.2f", 3.14159)
log.log(25, "between")
log.log(logging.INFO, "by level")
child = log.getChild("db")
child.info("from the child %r", "quoted")
grandchild = logging.getLogger("app.db.pool")
grandchild.setLevel(logging.ERROR)
grandchild.warning("not seen")
grandchild.error("seen")
print(stream.getvalue(), end="")
print(log, child, grandchild, logging.getLogger())
print(logging.getLogger("app") is log, child.parent is log, grandchild.parent is child)
print(log.isEnabledFor(logging.DEBUG), grandchild.isEnabledFor(30), child.getEffectiveLevel())
print(logging.getLevelName(30), logging.getLevelName("ERROR"), logging.getLevelName(33))
logging.addLevelName(5, "TRACE")
print(logging.getLevelName(5))


class ListHandler(logging.Handler):
    def __init__(self):
        super().__init__()
        self.lines = []

    def emit(self, record):
        self.lines.append(self.format(record))


class NoSecrets(logging.Filter):
    def filter(self, record):
        return "secret" not in record.getMessage()


lines = ListHandler()
lines.setLevel("WARNING")
other = logging.getLogger("other")
other.addHandler(lines)
other.propagate = False
other.addFilter(NoSecrets())
other.addFilter(lambda record: record.levelno != logging.CRITICAL)
other.warning("plain")
other.warning("a secret")
other.critical("critical")
other.info("too low")
other.error("number %s", 5)
print(lines.lines)
try:
    1 // 0
except ZeroDivisionError:
    other.exception("while dividing %d", 1)
try:
    {}["key"]
except KeyError as e:
    other.error("lookup", exc_info=e)
    other.warning("again", exc_info=True)
other.error("nothing", exc_info=False)
for line in lines.lines[2:]:
    print(line.replace(__file__, "FILE"))
out = logging.StreamHandler(sys.stdout)
out.setFormatter(logging.Formatter("{levelname}: {message} [{name:>6}]", style="{"))
braces = logging.getLogger("braces")
braces.addHandler(out)
braces.propagate = False
braces.warning("with braces")
out.setFormatter(logging.Formatter("$levelname - ${message}", style="$"))
braces.warning("with dollars")
out.setFormatter(logging.Formatter("%(user)s: %(message)s %(levelno)d"))
braces.warning("extra", extra={"user": "ann"})
braces.removeHandler(out)
print(braces.hasHandlers(), braces.handlers)
logging.basicConfig(stream=sys.stdout, level=logging.INFO, format="%(levelname)s:%(message)s")
logging.info("root %s", "info")
logging.debug("not seen")
logging.warning("root warning")
logging.error("tuple %s", (1, 2))
log.info("propagates")
logging.basicConfig(level=logging.DEBUG)
logging.debug("still not seen")
logging.disable(logging.WARNING)
logging.warning("disabled")
logging.error("enabled")
logging.disable(logging.NOTSET)
logging.basicConfig(stream=sys.stdout, level="DEBUG", force=True)
logging.debug("seen now")
log.setLevel("ERROR")
log.warning("not seen")
try:
    log.setLevel("LOUD")
except ValueError as e:
    print(e)
try:
    logging.Formatter("no fields")
except ValueError as e:
    print(e)
null = logging.getLogger("null")
null.addHandler(logging.NullHandler())
null.propagate = False
null.error("nobody")
formatter = logging.Formatter("%(asctime)s %(message)s", datefmt="%Y")
record = logging.LogRecord("name", logging.INFO, "path", 1, "text %s", ("x",), None)
print(len(formatter.format(record)), record.getMessage(), record.levelname)
print(handler, out, lines, logging.getLogger("null").handlers)
