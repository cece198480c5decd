# Rebinding, del, temporaries, containers.
class R:
    def __init__(s, n): s.n = n
    def __del__(s): print('del', s.n, end=' ')
x = R(1); x = R(2); print('re', end=' '); del x; R(3); print('t', end=' '); l = [R(4), R(5)]; l.pop(0); print('p', end=' '); l.clear(); d = {1: R(6)}; d[1] = 0; print()
