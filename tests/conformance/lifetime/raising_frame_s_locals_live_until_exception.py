# A raising frame's locals live until the exception dies.
class R:
    def __del__(s): print('del')
def f():
    r = R(); raise ValueError
try: f()
except ValueError: print('caught')
print('after')
