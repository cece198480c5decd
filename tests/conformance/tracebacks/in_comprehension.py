# stderr: exact
def ratios(xs):
    return [100 // x for x in xs]


print(ratios([1, 2, 4]))
print(ratios([5, 0]))
