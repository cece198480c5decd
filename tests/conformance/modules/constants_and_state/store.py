items = []
count = 0
DEBUG = not True


def add(item):
    global count
    items.append(item)
    count += 1


def total():
    return sum(len(i) for i in items)


def reset():
    global items
    items = []


if __name__ == '__main__':
    print('not when imported')
