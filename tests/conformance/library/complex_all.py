# types: dynamic
# Complex numbers: arithmetic, texts, parsing, errors.
a = 1 + 2j
b = complex("3-1j")
print(a, b, a + b, a - b, a * b, a / b, a ** 2, a ** b, -a, +a, abs(3 + 4j), a.real, a.imag, a.conjugate(), a == 1 + 2j, a != b)
print(1j * 1j, 2 * a, a * 2.5, 1 - a, 1 / a, 2 ** a, complex(1, 2), complex(5), complex(), complex(1j, 1j), bool(0j), 0j, -0j, 1e3j, 1e16j, hash(3 + 0j) == hash(3), 3 == 3 + 0j)
print(f"{a:.2f}", f"{a}", str(a), repr([a, b]), {a: 1}[1 + 2j], sum([1j, 2, 3.5]), complex(float("inf"), float("nan")))
for f in (lambda: a < b, lambda: a / 0, lambda: complex("x"), lambda: int(a), lambda: a // b, lambda: 0j ** -1):
    try: print(f())
    except Exception as e: print(type(e).__name__, e)
print(isinstance(a, complex), type(a), [x * 1j for x in range(3)])
