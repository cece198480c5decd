import random
random.seed(5)
for n in range(0, 12):
    for start in range(-3, 12, 2):
        for step in (2, 3, -1, -2, 5, 7):
            l = [str(i) for i in range(n)]
            del l[start::step]
            m = list(range(n))
            del m[:start:step]
            x = [str(i) for i in range(n)]
            k = len(x[start::step])
            x[start::step] = ["q"] * k
            print(n, start, step, l, m, x)
