# NaN: not equal, but identity first in containers.
n = float('nan'); print(n == n, n in [n], [n] == [n], (n,) == (n,), {n: 1}.get(n), [n].index(n), float('nan') in [float('nan')], sorted([3.0, n, 1.0])[0])
