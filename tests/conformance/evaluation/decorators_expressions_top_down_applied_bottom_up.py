# Decorators: expressions top-down, applied bottom-up.
def d(n):
    print('make', n)
    def w(f): print('apply', n); return f
    return w
@d(1)
@d(2)
def f(): pass
