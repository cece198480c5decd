# Complex.
print(1j*1j, (1+2j).conjugate(), abs(3+4j), complex('1+2j'), -1j, complex(0.0, -0.0), 1j == 1j+0)
