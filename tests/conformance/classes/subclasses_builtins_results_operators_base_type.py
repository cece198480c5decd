# Subclasses of builtins: results of operators are the base type.
class L(list): pass
class S(str):
    def upper(s): return 'mine'
class DD(dict):
    def __missing__(s, k): return k * 2
l = L([1]); print(type(l + [2]).__name__, type(l[:]).__name__, l == [1], S('a').upper(), type(S('a') + 'b').__name__, DD()['a'], DD().get('a'), {S('k'): 1}['k'])
