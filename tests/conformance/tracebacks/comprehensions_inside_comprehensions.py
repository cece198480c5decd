# stderr: exact
def f(xs):
    return {k: [1 // (y - k)
                for y in range(3)] for k in xs if {z // k for z in xs}}
def h(g):
    return [g(x) for x in [1,
       2, 0]]
try:
    h(lambda v: 1 // v)
except ZeroDivisionError as e:
    f([2])
