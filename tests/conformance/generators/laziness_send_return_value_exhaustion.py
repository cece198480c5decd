# Laziness, send, return value, exhaustion.
def g():
    print('start'); r = yield 1; print('got', r); yield 2; return 3
it = g(); print('made'); print(next(it), it.send('x'))
try: next(it)
except StopIteration as e: print(e.value, next(it, 'done'))
