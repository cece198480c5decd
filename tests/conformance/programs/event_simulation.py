# event driven simulation with heapq, generators and context managers
import heapq, itertools, contextlib, functools, random
class Simulator:
    def __init__(self):
        self.now = 0.0
        self._queue = []
        self._seq = itertools.count()
        self.log = []
    def schedule(self, delay, callback, *args):
        heapq.heappush(self._queue, (self.now + delay, next(self._seq), callback, args))
    def run(self, until=float("inf")):
        while self._queue:
            t, _, cb, args = heapq.heappop(self._queue)
            if t > until: break
            self.now = t
            cb(*args)
    def trace(self, msg): self.log.append((self.now, msg))
class Server:
    def __init__(self, sim, name, rate):
        self.sim, self.name, self.rate = sim, name, rate
        self.queue, self.busy, self.served = [], False, 0
    def arrive(self, customer):
        self.sim.trace(f"{customer} arrives at {self.name}")
        if self.busy: self.queue.append(customer)
        else: self.start(customer)
    def start(self, customer):
        self.busy = True
        self.sim.schedule(1 / self.rate, self.finish, customer)
    def finish(self, customer):
        self.served += 1
        self.sim.trace(f"{customer} leaves {self.name}")
        if self.queue: self.start(self.queue.pop(0))
        else: self.busy = False
sim = Simulator()
servers = [Server(sim, "A", 2), Server(sim, "B", 0.5)]
for i, (t, s) in enumerate([(0, 0), (0.1, 0), (0.2, 1), (1, 0), (1.5, 1)]):
    sim.schedule(t, servers[s].arrive, f"c{i}")
sim.run(until=10)
for t, m in sim.log: print(f"{t:5.2f} {m}")
print([(s.name, s.served, s.busy) for s in servers])
@contextlib.contextmanager
def section(name, depth=[0]):
    print("  " * depth[0] + "<" + name + ">"); depth[0] += 1
    try: yield depth[0]
    except ZeroDivisionError as e: print("  " * depth[0] + "caught", e)
    finally:
        depth[0] -= 1; print("  " * depth[0] + "</" + name + ">")
with section("a") as d:
    print(d)
    with section("b") as d2:
        print(d2); 1 / 0
    print("after")
def memo(f):
    cache = {}
    @functools.wraps(f)
    def inner(*args):
        if args not in cache: cache[args] = f(*args)
        return cache[args]
    inner.cache = cache
    return inner
@memo
def paths(r, c):
    "count lattice paths"
    return 1 if r == 0 or c == 0 else paths(r - 1, c) + paths(r, c - 1)
print(paths(10, 10), len(paths.cache), paths.__name__, paths.__doc__)
def coroutine(fn):
    def start(*a, **k):
        g = fn(*a, **k); next(g); return g
    return start
@coroutine
def averager():
    total, n, avg = 0, 0, None
    while True:
        x = yield avg
        if x is None: return
        total += x; n += 1; avg = total / n
g = averager()
print([g.send(v) for v in (10, 20, 60)])
try: g.send(None)
except StopIteration as s: print("done", s.value)
def flatten(xs):
    for x in xs:
        if isinstance(x, (list, tuple)): yield from flatten(x)
        else: yield x
print(list(flatten([1, [2, (3, [4, [5]], "six")], [], "seven"])))
class Matrix:
    def __init__(self, rows): self.rows = [list(r) for r in rows]
    def __matmul__(self, o): return Matrix([[sum(a * b for a, b in zip(r, c)) for c in zip(*o.rows)] for r in self.rows])
    def __getitem__(self, ij):
        i, j = ij
        return self.rows[i][j]
    def __setitem__(self, ij, v):
        i, j = ij
        self.rows[i][j] = v
    def __eq__(self, o): return isinstance(o, Matrix) and self.rows == o.rows
    def __iter__(self): return iter(self.rows)
    def __repr__(self): return "Matrix(" + repr(self.rows) + ")"
    @classmethod
    def identity(cls, n): return cls([[int(i == j) for j in range(n)] for i in range(n)])
    def __pow__(self, n):
        result, base = Matrix.identity(len(self.rows)), self
        while n:
            if n & 1: result = result @ base
            base = base @ base; n >>= 1
        return result
f = Matrix([[1, 1], [1, 0]])
print((f ** 90)[0, 1], f @ Matrix.identity(2) == f, f ** 3)
f[0, 0] = 7
print(f, [sum(r) for r in f], *zip(*f.rows))
