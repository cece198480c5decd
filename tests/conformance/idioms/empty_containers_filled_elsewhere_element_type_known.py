# Empty containers filled elsewhere, element type known only later.
def fill(a, n):
    for i in range(n): a.append(i * i)
xs = []; ys = []; fill(xs, 3); ys.append('s'); d = {}; d.setdefault('k', []).append(1); print(xs, ys, d)
