# __getattr__ only for missing, __getattribute__ for all; hasattr swallows AttributeError only.
class Y:
    def __getattr__(s, n):
        if n == 'bad': raise ValueError
        if n.startswith('_'): raise AttributeError(n)
        return n.upper()
y = Y(); y.a = 1; print(y.a, y.bb, hasattr(y, '_q'), getattr(y, '_q', 'dflt'))
try: hasattr(y, 'bad')
except ValueError: print('through')
