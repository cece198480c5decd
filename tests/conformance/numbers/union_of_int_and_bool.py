# A value that is an int or a bool where a number is asked for.
def pick(k):
    return True if k == 0 else 2 if k == 1 else 2**70


for k in range(3):
    n = pick(k)
    print("%d %x" % (n, n), n in range(5))
    try:
        print([7, 8, 9][n], "abc"[n], (1, 2, 3)[n])
    except IndexError as e:
        print(e)
    try:
        print("ab" * n, [1] * n)
    except (OverflowError, MemoryError) as e:
        print(type(e))
    print(int(n), round(n), hex(n), n + 1, -n, ~n, n == 1, float(n), abs(n), divmod(n, 2), n.bit_length(), pow(n, 2))
    print(sum([n, n]), max(n, 1), bin(n), str(n), f"{n:d}", n.to_bytes(10, "big"))
    if k < 2:
        print(range(n), chr(n), [1, 2, 3][:n], "x".center(n + 2), "a-b-c".split("-", n))
