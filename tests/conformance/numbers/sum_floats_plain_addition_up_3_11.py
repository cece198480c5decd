# Sum of floats: plain addition up to 3.11, compensated from 3.12.
print(sum([0.1]*10), sum([1e16, 1.0, -1e16]))
