# Class body reads enclosing function's variable, methods skip class scope.
x = 10
def f():
    x = 20
    class In:
        y = x; x = 30
        def m(self): return x
    return In.y if hasattr(In, 'y') else None, In.x, In().m()
print(f())
