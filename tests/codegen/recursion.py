def down(n):
    return down(n + 1)


def depth(n):
    if n == 0:
        return 0
    return depth(n - 1) + 1


print(depth(900))
try:
    down(0)
except RecursionError as e:
    print(e)
print(depth(990))
down(0)
