# types: strict
# refused: K0304
names = ["a", None]
print("-".join(names))
