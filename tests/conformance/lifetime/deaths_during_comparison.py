# test fault seeker
class X:
    def __del__(self):
        dict_b.clear()
    def __eq__(self, other):
        dict_a.clear()
        return True
    def __hash__(self):
        return 13
dict_a = {X(): 0}
dict_b = {X(): X()}
print(dict_a == dict_b)
def f():
    class Y:
        def __eq__(self, other):
            dict_c.clear()
            return True
        def __hash__(self): return 13
        def __del__(self): dict_d.clear()
    dict_c = {Y(): 0}
    dict_d = {Y(): Y()}
    print(dict_c == dict_d, dict_c, dict_d)
f()
