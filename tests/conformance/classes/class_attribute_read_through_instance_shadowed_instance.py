# Class attribute read through instance, shadowed by instance write.
class A:
    n = 0; l = []
    def hit(self): self.n += 1; self.l.append(1)
a = A(); a.hit(); a.hit(); print(a.n, A.n, A.l, A().n)
