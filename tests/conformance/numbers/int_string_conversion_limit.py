# Int string conversion limit.
print(len(str(10**4299)))
try: str(10**4300)
except ValueError as e: print(e)
