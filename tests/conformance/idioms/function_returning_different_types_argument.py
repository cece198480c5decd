# Function returning different types by argument.
def f(k):
    if k == 'i': return 1
    if k == 's': return 'one'
    return [1]
print(f('i'), f('s'), f('l'), [f(k) for k in 'isl'], f('i') == 1)
