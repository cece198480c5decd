# 64-bit hash idiom with a mask.
h = 14695981039346656037
for c in b'abc': h = ((h ^ c) * 1099511628211) & 0xFFFFFFFFFFFFFFFF
print(h, hex(h))
