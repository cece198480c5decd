# Format of others; padding defaults differ by type.
print(f'{True:5}|{"é":>3}|{"a":5}|{5:5}|{None!s:>6}|{[1]!r:>5}|{"abc":.2}|{"x":*^5}|{5:=+6}')
try: print('{:>5}'.format(None))
except TypeError as e: print(e)
