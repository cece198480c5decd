# Loop variable survives the loop, is unbound when it never ran.
for i in range(3): pass
print(i)
for q in []: pass
try: q
except NameError as e: print(e)
