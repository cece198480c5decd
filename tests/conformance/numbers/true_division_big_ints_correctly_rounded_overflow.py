# True division of big ints is correctly rounded; overflow raises.
print(10**400 // 10**399, 10**400 / 10**399, (2**1000+1)/2**1000)
try: float(10**400)
except OverflowError as e: print(e)
