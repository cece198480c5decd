# Break out of `for` over a temporary generator closes it at once; over a named one, later.
def g():
    try: yield 1; yield 2
    finally: print('fin')
for x in g(): break
print('after loop'); n = g()
for x in n: break
print('still open'); del n; print('closed')
