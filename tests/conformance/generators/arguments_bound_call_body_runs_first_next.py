# Arguments are bound at the call, body runs at first next.
def g(x): print('body'); yield x
n = 1; a = g(n); n = 2; print('pre', next(a))
