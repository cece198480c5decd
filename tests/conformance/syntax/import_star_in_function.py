# refused: K0101
# The parser accepts it, the compiler does not.
def f():
    from math import *
