# Comprehension variable does not leak, walrus does.
x = 'keep'; r = [(y := x) for x in range(3)]; print(x, y)
