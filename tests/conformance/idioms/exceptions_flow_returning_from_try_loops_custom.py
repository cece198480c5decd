# Exceptions as flow, returning from try in loops, custom hierarchy.
class E(Exception): pass
class F(E): pass
def f(x):
    for i in range(3):
        try:
            if i == x: raise F(i)
            if x == 9: return 'nine'
        except E as e: return e.args[0]
    return None
print(f(1), f(9), f(5))
