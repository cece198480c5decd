# A tuple is always true, so such an assert passes.
assert (1, 'x')
print('passed')
