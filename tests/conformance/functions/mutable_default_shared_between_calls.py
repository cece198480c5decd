# Mutable default is shared between calls.
def f(a=[]): a.append(1); return a
f(); print(f())
