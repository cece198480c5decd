# stderr: exact
def parse(text):
    return int(text) + 1


def total(texts):
    result = 0
    for t in texts:
        result += parse(t)
    return result


def main():
    print(total(['1', '2']))
    print(total(['1', 'two', '3']))


main()
