class Limit:
    pass


def run(box):
    count = 0
    i = 0
    m = box.m & 0xffff
    while i <= box.limit and i < m:
        print("x", end="")
        count += 1
        i += 1
    return count


box = Limit()
box.limit = 10
for box.m in (3, 20):
    print(run(box))
