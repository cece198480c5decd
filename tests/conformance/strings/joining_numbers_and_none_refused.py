# refused: K0301
names = ["a", None, 3]
print("-".join(names))
