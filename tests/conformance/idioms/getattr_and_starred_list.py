def check(obj, name, args):
    real = getattr(obj, name)(*args)
    print(real)
empty = [x for x in ["a"] if False]
check('A', 'replace', ['A', 'a'])
check('a', 'islower', [])
