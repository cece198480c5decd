# A variable that is int on one path and float on another prints what it is.
def mean(xs):
    t = 0
    for x in xs: t += x
    return t
print(mean([]), mean([1]), mean([0.5]), mean([1, 0.5]))
