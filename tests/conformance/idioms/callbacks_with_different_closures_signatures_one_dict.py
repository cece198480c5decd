# Callbacks with different closures and signatures in one dict.
ops = {'+': lambda a, b: a + b, 'neg': lambda a: -a, 'len': len}
print(ops['+'](1, 2), ops['neg'](5), ops['len']('abc'), [f.__name__ for f in (print, len)])
