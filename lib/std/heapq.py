"""Heaps in lists: the least item comes first. The sifting orders are those that CPython documents by its results."""


def heappush(heap, item):
    heap.append(item)
    _sift_towards_root(heap, 0, len(heap) - 1)


def heappop(heap):
    last = heap.pop()
    if heap:
        least = heap[0]
        heap[0] = last
        _sift_towards_leaf(heap, 0)
        return least
    return last


def heapreplace(heap, item):
    least = heap[0]
    heap[0] = item
    _sift_towards_leaf(heap, 0)
    return least


def heappushpop(heap, item):
    if heap and heap[0] < item:
        least = heap[0]
        heap[0] = item
        _sift_towards_leaf(heap, 0)
        return least
    return item


def heapify(x):
    i = len(x) // 2 - 1
    while i >= 0:
        _sift_towards_leaf(x, i)
        i -= 1


def _sift_towards_root(heap, top, at):
    item = heap[at]
    while at > top:
        parent = (at - 1) >> 1
        other = heap[parent]
        if item < other:
            heap[at] = other
            at = parent
        else:
            break
    heap[at] = item


def _sift_towards_leaf(heap, at):
    # The lesser children move up until a leaf is free; the item then rises from there (R. Floyd's way, with fewer
    # comparisons than a test against the item on the way down).
    end = len(heap)
    top = at
    item = heap[at]
    child = 2 * at + 1
    while child < end:
        right = child + 1
        if right < end and not heap[child] < heap[right]:
            child = right
        heap[at] = heap[child]
        at = child
        child = 2 * at + 1
    heap[at] = item
    _sift_towards_root(heap, top, at)


def nlargest(n, iterable, key=None):
    return sorted(iterable, key=key, reverse=True)[:max(n, 0)]


def nsmallest(n, iterable, key=None):
    return sorted(iterable, key=key)[:max(n, 0)]


def merge(*iterables, key=None, reverse=False):
    rows = []
    for it in iterables:
        rows.extend(it)
    return iter(sorted(rows, key=key, reverse=reverse))
