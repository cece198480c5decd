# refused: K0401
# Each class has a default of its own for v.
for j in range(2):
    class A:
        def m(self, v=j): return v
    print(A().m())
print(A().m())
