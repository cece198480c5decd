# __eq__ returning a non-bool.
class E:
    def __eq__(self, o): return 'yes'
print(E() == 1, E() != 1, E() in [1], [E()] == [1])
