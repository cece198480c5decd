# Swap through indices is not atomic.
a = [1, 2, 0]; i = 0; i, a[i] = a[i], i; print(i, a)
