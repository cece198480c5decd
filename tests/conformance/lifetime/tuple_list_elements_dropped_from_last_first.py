# Tuple and list elements are dropped from the last to the first.
class R:
    def __init__(s, n): s.n = n
    def __del__(s): print(s.n, end=' ')
t = (R(1), R(2)); del t; l = [R(3), R(4)]; del l; d = {1: R(5), 2: R(6)}; del d; print()
