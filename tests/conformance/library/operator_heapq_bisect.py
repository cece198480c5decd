# operator, heapq, bisect.
import operator, heapq, bisect
from operator import itemgetter
print(sorted([("b", 2), ("a", 3), ("c", 1)], key=itemgetter(1)), itemgetter(0, 1)(["x", 5, 6]), operator.add(1, 2), operator.mul("a", 3), operator.contains([1, 2], 2))
h = []
for x in [5, 2, 8, 1, 9, 3]: heapq.heappush(h, x)
print(h, heapq.heappop(h), h, heapq.heapreplace(h, 7), h, heapq.heappushpop(h, 0), h)
y = [9, 4, 7, 1, 8, 2, 6]; heapq.heapify(y); print(y, heapq.nlargest(2, y), heapq.nsmallest(3, y, key=lambda v: -v))
t = [(3, "c"), (1, "a"), (2, "b")]; heapq.heapify(t); print([heapq.heappop(t) for _ in range(3)])
a = [1, 3, 3, 5]
print(bisect.bisect(a, 3), bisect.bisect_left(a, 3), bisect.bisect_right(a, 9)); bisect.insort(a, 4); print(a)
print(list(heapq.merge([1, 4], [2, 3])))
