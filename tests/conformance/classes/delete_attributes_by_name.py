# Deleting attributes of unions, by computed names, and where a class attribute is behind.
class A:
    def __init__(self): self.x = 1; self.y = 'a'
class B:
    def __init__(self): self.x = 'b'
def drop(o, name):
    try:
        delattr(o, name)
    except AttributeError as e:
        print('no', e)
    return sorted(vars(o))
for o in (A(), B()):
    del o.x
    try: print(o.x)
    except AttributeError as e: print(e)
    o.x = 'again'
    print(o.x, drop(o, 'x'), drop(o, 'x'), drop(o, 'nothing'))
class C:
    shared = 1
    def __init__(self): self.shared = 2
c = C()
print(c.shared)
del c.shared
print(c.shared)
try: del c.shared
except AttributeError as e: print(e)
