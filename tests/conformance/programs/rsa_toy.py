import random


def gcd(a, b):
    while b:
        a, b = b, a % b
    return a


def extended_gcd(a, b):
    if b == 0:
        return a, 1, 0
    g, x, y = extended_gcd(b, a % b)
    return g, y, x - (a // b) * y


def inverse(a, m):
    g, x, _ = extended_gcd(a, m)
    if g != 1:
        raise ValueError(f"{a} has no inverse modulo {m}")
    return x % m


def power(base, exponent, modulus):
    result = 1
    base %= modulus
    while exponent > 0:
        if exponent % 2:
            result = result * base % modulus
        base = base * base % modulus
        exponent //= 2
    return result


def is_prime(n, rng, rounds=20):
    if n < 2:
        return False
    for p in (2, 3, 5, 7, 11, 13, 17, 19, 23, 29):
        if n % p == 0:
            return n == p
    d, s = n - 1, 0
    while d % 2 == 0:
        d //= 2
        s += 1
    for _ in range(rounds):
        a = rng.randrange(2, n - 1)
        x = pow(a, d, n)
        if x in (1, n - 1):
            continue
        for _ in range(s - 1):
            x = x * x % n
            if x == n - 1:
                break
        else:
            return False
    return True


def random_prime(bits, rng):
    while True:
        candidate = rng.getrandbits(bits) | (1 << (bits - 1)) | 1
        if is_prime(candidate, rng):
            return candidate


def make_keys(bits, rng):
    e = 65537
    while True:
        p, q = random_prime(bits // 2, rng), random_prime(bits // 2, rng)
        phi = (p - 1) * (q - 1)
        if p != q and gcd(e, phi) == 1:
            return (p * q, e), (p * q, inverse(e, phi))


def encode(text):
    return int.from_bytes(text.encode("utf-8"), "big")


def decode(number):
    return number.to_bytes((number.bit_length() + 7) // 8, "big").decode("utf-8")


rng = random.Random(2024)
public, private = make_keys(256, rng)
print("n has", public[0].bit_length(), "bits")
print(f"n = {public[0]:x}")
print("d =", private[1])
for message in ["hi", "Grüße!", "attack at dawn"]:
    number = encode(message)
    cipher = pow(number, public[1], public[0])
    assert cipher == power(number, public[1], public[0])
    plain = pow(cipher, private[1], private[0])
    print(message, number, hex(cipher)[:20], decode(plain))
signature = pow(encode("me"), private[1], private[0])
print("valid" if pow(signature, public[1], public[0]) == encode("me") else "forged")
try:
    inverse(6, 9)
except ValueError as e:
    print(e)
print(extended_gcd(2 ** 61 - 1, 10 ** 18), inverse(3, 2 ** 127 - 1), pow(3, -1, 2 ** 127 - 1))
print([n for n in range(60) if is_prime(n, rng)])
