# types: dynamic
# Bubble, insertion, selection, merge and quick sort, binary search.
def bubble(xs):
    xs = xs[:]
    for end in range(len(xs) - 1, 0, -1):
        swapped = False
        for i in range(end):
            if xs[i] > xs[i + 1]:
                xs[i], xs[i + 1] = xs[i + 1], xs[i]
                swapped = True
        if not swapped:
            break
    return xs


def insertion(xs):
    result = []
    for x in xs:
        i = len(result)
        while i > 0 and result[i - 1] > x:
            i -= 1
        result.insert(i, x)
    return result


def merge_sort(xs):
    if len(xs) < 2:
        return xs
    middle = len(xs) // 2
    left, right = merge_sort(xs[:middle]), merge_sort(xs[middle:])
    out = []
    i = j = 0
    while i < len(left) and j < len(right):
        if left[i] <= right[j]:
            out.append(left[i])
            i += 1
        else:
            out.append(right[j])
            j += 1
    return out + left[i:] + right[j:]


def quick(xs):
    if not xs:
        return []
    pivot, *rest = xs
    return quick([x for x in rest if x < pivot]) + [pivot] + quick([x for x in rest if x >= pivot])


def search(xs, wanted):
    low, high = 0, len(xs)
    while low < high:
        middle = (low + high) // 2
        if xs[middle] < wanted:
            low = middle + 1
        else:
            high = middle
    return low if low < len(xs) and xs[low] == wanted else -1


for data in ([5, 2, 9, 1, 5, 6], [], [1], [3, 2, 1], [2.5, 1, 10 ** 20, -3], ['pear', 'fig', 'apple']):
    expected = sorted(data)
    print([f(data) == expected for f in (bubble, insertion, merge_sort, quick)], quick(data))
numbers = list(range(0, 100, 3))
print([search(numbers, n) for n in (0, 99, 50, 51, -1, 1000)], search([], 1))
