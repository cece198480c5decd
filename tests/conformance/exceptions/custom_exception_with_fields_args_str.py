# Custom exception with fields; args and str.
class E(Exception):
    def __init__(s, code, msg): super().__init__(msg); s.code = code
try: raise E(5, 'm')
except E as e: print(e, e.code, e.args, repr(e))
print(str(KeyError('k')), str(KeyError()), repr(ValueError('a', 1)), str(ValueError('a', 1)), str(OSError(2, 'x')))
