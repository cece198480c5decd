# An uncaught group of more than 15 exceptions, each with a traceback, raised in a handler.
def fail(n):
    raise ValueError(n)
def collect(ns):
    out = []
    for n in ns:
        try: fail(n)
        except ValueError as e: out.append(e)
    return out
def main():
    try:
        1 // 0
    except ZeroDivisionError as e:
        try:
            raise ExceptionGroup("many", collect(range(18)))
        except* KeyError: pass
main()
