# refused: K0305
# Identity of ints, floats, strs, tuples: refuse, or answer CPython's (small ints -5..256 are one object; x is x).
x = 1000; y = x; t = (1, 2); u = t; print(x is y, t is u, [t][0] is t, int('7') is int('7'))
