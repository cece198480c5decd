# types: dynamic
# The power of a negative number to a fraction is complex.
def f(x, y):
    return x ** y
print(f(-8.0, 1/3), f(8.0, 1/3), f(-8, 0.5), f(-8.0, 2.0), f(2.0, -1.0), pow(-8.0, 0.5))
x = -2.5
print(x ** 0.5, x ** 2, 2 ** x)
x **= 0.25
print(x)
try:
    print(f(-4.0, 0.5) < 2)
except TypeError as e:
    print(e)
