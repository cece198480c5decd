"""assertLogs and assertNoLogs."""
import logging
from typing import NamedTuple

__unittest = True


class _LoggingWatcher(NamedTuple):
    records: list
    output: list


class _CapturingHandler(logging.Handler):
    def __init__(self):
        super().__init__()
        self.watcher = _LoggingWatcher([], [])

    def emit(self, record):
        self.watcher.records.append(record)
        self.watcher.output.append(self.format(record))


class _LogsContext:
    __generic__ = True

    def __init__(self, case, logger, level):
        self._case = case
        if isinstance(logger, logging.Logger):
            self._logger = logger
        else:
            self._logger = logging.getLogger(logger)
        if level is None:
            self._level = logging.INFO
        else:
            self._level = logging._checkLevel(level)
        self._handlers = []
        self._old_level = 0
        self._propagated = True
        self._watcher = _LoggingWatcher([], [])

    def _begin(self):
        logger = self._logger
        handler = _CapturingHandler()
        handler.setLevel(self._level)
        handler.setFormatter(logging.Formatter("%(levelname)s:%(name)s:%(message)s"))
        self._watcher = handler.watcher
        self._handlers = logger.handlers
        self._old_level = logger.level
        self._propagated = logger.propagate
        logger.handlers = [handler]
        logger.setLevel(self._level)
        logger.propagate = False
        return handler.watcher

    def _end(self):
        logger = self._logger
        logger.handlers = self._handlers
        logger.propagate = self._propagated
        logger.setLevel(self._old_level)


class _AssertLogsContext(_LogsContext):
    __generic__ = True

    def __enter__(self):
        return self._begin()

    def __exit__(self, kind, value, traceback):
        self._end()
        if value is None and not self._watcher.records:
            self._case._fail_with(None, "no logs of level " + logging._name_of(self._level) + " or higher triggered on " +
                                  self._logger.name)
        return False


class _AssertNoLogsContext(_LogsContext):
    __generic__ = True

    def __enter__(self):
        self._begin()

    def __exit__(self, kind, value, traceback):
        self._end()
        if value is None and self._watcher.records:
            self._case._fail_with(None, "Unexpected logs found: " + repr(self._watcher.output))
        return False
