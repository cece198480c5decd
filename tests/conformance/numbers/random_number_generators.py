# Generators written by hand: 32- and 64-bit arithmetic with masks.
def lcg(seed):
    return (seed * 6364136223846793005 + 1442695040888963407) & 0xFFFFFFFFFFFFFFFF


def xorshift(x):
    x ^= x << 13 & 0xFFFFFFFFFFFFFFFF
    x ^= x >> 7
    x ^= x << 17 & 0xFFFFFFFFFFFFFFFF
    return x


def fnv(text):
    h = 0x811C9DC5
    for byte in text.encode():
        h = (h ^ byte) * 0x01000193 % 2 ** 32
    return h


def adler(data):
    a, b = 1, 0
    for byte in data:
        a = (a + byte) % 65521
        b = (b + a) % 65521
    return b << 16 | a


x = 42
for _ in range(4):
    x = lcg(x)
    print(x, x >> 33, x % 6 + 1)
for _ in range(4):
    x = xorshift(x)
    print(x)
print([fnv(t) for t in ('', 'a', 'hello', 'größe')], hex(adler(b'Wikipedia')))
counts = [0] * 6
for _ in range(6000):
    x = lcg(x)
    counts[(x >> 40) % 6] += 1
print(counts, sum(counts))
