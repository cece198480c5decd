# Power: int, negative exponent, float, complex result, modulus.
print(2**10, 2**-1, 0**0, (-8)**(1/3), -2**2, pow(3, -1, 7), 10**20)
