# Locals die at function end, not at their last use; order (a, then b) as in the target version.
class R:
    def __init__(s, n): s.n = n
    def __del__(s): print('del', s.n, end=' ')
def f():
    a = R('a'); b = R('b'); print('use', end=' ')
f(); print()
