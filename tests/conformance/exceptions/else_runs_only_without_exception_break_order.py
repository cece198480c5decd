# Else runs only without exception and break; order of clauses.
for i in range(2): pass
else: print('for-else')
while True: break
else: print('no')
try: pass
except ValueError: print('no')
else: print('else')
finally: print('finally')
