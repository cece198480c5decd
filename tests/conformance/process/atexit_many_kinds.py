# atexit: functions in turn, methods, unregister.
import atexit
import sys


@atexit.register
def bye():
    print("bye", count)


count = 0
atexit.register(print, "one", 1)
atexit.register(print, "two", sep="-")
atexit.register(lambda *a, k=0: print(a, k), 1, 2, k=3)


def gone():
    print("never")


atexit.register(gone)
atexit.unregister(gone)
count += 5


class Log:
    def __init__(self):
        self.lines = []

    def close(self):
        print("closing", self.lines)


log = Log()
atexit.register(log.close)
log.lines.append("x")
print("end")
sys.exit(3)
