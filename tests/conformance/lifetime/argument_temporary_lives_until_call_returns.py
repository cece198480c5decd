# An argument temporary lives until the call returns.
class R:
    def __del__(s): print('del')
def f(x): print('in')
f(R()); print('out')
