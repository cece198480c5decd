# Float parsing.
print(float(' 1_0.5 '), float('-inf'), float('NaN'), float('1e400'), float('.5'), float('5.'))
try: float('1_')
except ValueError as e: print(e)
