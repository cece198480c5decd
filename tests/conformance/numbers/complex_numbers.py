# Complex arithmetic and printing.
a, b = 3 + 4j, 1 - 2j
print(a + b, a - b, a * b, a / b, -a, a ** 2, abs(a), a.real, a.imag, a.conjugate())
print(a == 3 + 4j, a != b, complex(1, 2), complex('3-1j'), complex(5), 1j ** 2, 0j, -0j, 1e3j)
print([1j, 2.5], f'{a}', repr(1.5j), str(-1 - 1j), bool(0j), hash(1 + 0j) == hash(1))
z = 0
for _ in range(5):
    z = z * z + (0.25 + 0.5j)
    print(z, abs(z) < 2)
try:
    1j / 0
except ZeroDivisionError as e:
    print(e)
