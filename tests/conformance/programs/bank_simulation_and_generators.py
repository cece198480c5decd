# simulation: bank queue with priority, events, generators as coroutines, stats
import heapq
import random
import itertools
import statistics
from collections import deque, defaultdict, namedtuple

Event = namedtuple("Event", "time seq kind data")

class Simulation:
    def __init__(self, seed=1):
        self.now = 0.0
        self.queue = []
        self.counter = itertools.count()
        self.rng = random.Random(seed)
        self.stats = defaultdict(list)
    def at(self, delay, kind, data=None):
        heapq.heappush(self.queue, Event(self.now + delay, next(self.counter), kind, data))
    def run(self, until):
        while self.queue and self.queue[0].time <= until:
            event = heapq.heappop(self.queue)
            self.now = event.time
            getattr(self, "on_" + event.kind)(event.data)
        return self

class Bank(Simulation):
    def __init__(self, tellers, **kw):
        super().__init__(**kw)
        self.free = tellers
        self.line = deque()
        self.served = 0
        self.at(0, "arrive", 1)
    def on_arrive(self, n):
        self.line.append((n, self.now))
        self.at(self.rng.expovariate(1 / 2), "arrive", n + 1)
        self.dispatch()
    def on_leave(self, n):
        self.free += 1
        self.served += 1
        self.dispatch()
    def dispatch(self):
        while self.free and self.line:
            n, since = self.line.popleft()
            self.free -= 1
            self.stats["wait"].append(self.now - since)
            self.at(self.rng.uniform(1, 6), "leave", n)

b = Bank(2, seed=7).run(200)
w = b.stats["wait"]
print(b.served, len(w), f"{statistics.mean(w):.3f} {statistics.median(w):.3f} {max(w):.3f} {statistics.pstdev(w):.3f}")

def averager():
    total, count, average = 0.0, 0, None
    while True:
        x = yield average
        if x is None:
            return total, count
        total += x
        count += 1
        average = total / count

def drive():
    result = yield from averager()
    yield ("result", result)

g = drive()
next(g)
print([g.send(x) for x in (1, 2, 6)], g.send(None))
g.close()

def chunks(iterable, n):
    it = iter(iterable)
    while chunk := list(itertools.islice(it, n)):
        yield chunk
print(list(chunks(range(7), 3)), [sum(c) for c in chunks(range(10), 4)])

def primes():
    sieve = {}
    for n in itertools.count(2):
        p = sieve.pop(n, None)
        if p is None:
            yield n
            sieve[n * n] = n
        else:
            k = n + p
            while k in sieve:
                k += p
            sieve[k] = p
print(list(itertools.takewhile(lambda p: p < 60, primes())), next(itertools.dropwhile(lambda p: p < 1000, primes())))

def hanoi(n, a="A", b="B", c="C"):
    if n:
        yield from hanoi(n - 1, a, c, b)
        yield a + c
        yield from hanoi(n - 1, b, a, c)
print(" ".join(hanoi(3)), sum(1 for _ in hanoi(10)))

def permutations(items):
    if len(items) <= 1:
        yield tuple(items)
        return
    for i, x in enumerate(items):
        for rest in permutations(items[:i] + items[i + 1:]):
            yield (x, *rest)
print(list(permutations([1, 2, 3])) == list(itertools.permutations([1, 2, 3])), len(set(permutations("abca"))))

graph = {"A": {"B": 7, "C": 3}, "B": {"D": 2}, "C": {"B": 1, "D": 8}, "D": {}}
def dijkstra(start):
    dist, prev = {start: 0}, {}
    heap = [(0, start)]
    while heap:
        d, u = heapq.heappop(heap)
        if d > dist[u]:
            continue
        for v, w in graph[u].items():
            if d + w < dist.get(v, float("inf")):
                dist[v] = d + w
                prev[v] = u
                heapq.heappush(heap, (dist[v], v))
    return dist, prev
dist, prev = dijkstra("A")
path, node = [], "D"
while node:
    path.append(node)
    node = prev.get(node)
print(dist, "->".join(reversed(path)))
board = [[0] * 6 for _ in range(6)]
def knights(r, c, step=1):
    board[r][c] = step
    if step == 36:
        return True
    moves = [(r + a, c + b) for a, b in ((1, 2), (2, 1), (-1, 2), (-2, 1), (1, -2), (2, -1), (-1, -2), (-2, -1))]
    free = [(x, y) for x, y in moves if 0 <= x < 6 and 0 <= y < 6 and not board[x][y]]
    def degree(p):
        return sum(1 for a, b in ((1, 2), (2, 1), (-1, 2), (-2, 1), (1, -2), (2, -1), (-1, -2), (-2, -1))
                   if 0 <= p[0] + a < 6 and 0 <= p[1] + b < 6 and not board[p[0] + a][p[1] + b])
    for x, y in sorted(free, key=degree):
        if knights(x, y, step + 1):
            return True
    board[r][c] = 0
    return False
print(knights(0, 0))
for row in board:
    print(" ".join(f"{n:2}" for n in row))
