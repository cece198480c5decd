# Builtins can be shadowed at any level and restored by del.
sum = 5; print(sum); del sum; print(sum([1, 2]))
def f(list): return list + 1
print(f(1))
