# Exact int/float comparison.
print(2**53 == 2.0**53, 2**53+1 == 2.0**53, 10**400 > 1e308, 1 < 1.5, float(2**53+1) == 2**53+1)
