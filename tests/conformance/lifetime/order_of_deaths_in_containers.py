class X:
    def __init__(self, n): self.n = n
    def __del__(self):
        log.append(self.n)
log = []
d = {X(1): X(2), X(3): X(4)}
d.clear()
print(log)
d = {X(1): X(2), X(3): X(4)}
d = None
print(log)
t = (X(5), X(6))
t = None
print(log)
l = [(X(7), X(8)), (X(9), X(10))]
l.clear()
print(log)
