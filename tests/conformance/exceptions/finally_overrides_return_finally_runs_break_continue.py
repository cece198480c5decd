# Finally overrides return; finally runs on break/continue.
def g():
    try: return 'try'
    finally: return 'fin'
def h():
    for i in range(3):
        try: continue
        finally:
            if i == 1: break
    return i
print(g(), h())
