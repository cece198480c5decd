# Numeric hashes.
print(hash(1) == hash(1.0) == hash(True), hash(-1), hash(2**61-1), hash(0.5), hash(10**30), hash(float('inf')), hash((1, 2, 3)))
