# stderr: exact
def count(flag):
    if flag:
        total = 1
    return total


print(count(True))
print(count(False))
