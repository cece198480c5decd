# Floor division and modulo of negatives, ints and floats.
print(7//-2, 7%-2, -7//2, -7%2, 7.5//-2, 7.5%-2, -0.0%3, divmod(-7, 2), divmod(-7.5, 2))
