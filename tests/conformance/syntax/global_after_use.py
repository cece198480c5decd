# refused: K0101
# The parser accepts it, the compiler does not.
def f():
    x = 1
    global x
