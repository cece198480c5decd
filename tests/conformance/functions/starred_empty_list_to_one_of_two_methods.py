# types: dynamic
def check(obj, name, args):
    if name == "x":
        f = obj.replace
    else:
        f = obj.islower
    real = f(*args)
    print(real)
check('a', 'islower', [])
check('a', 'islower', ())
