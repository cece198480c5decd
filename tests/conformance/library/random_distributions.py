# Seeds and distributions of random.
import random
random.seed(42)
print([random.random() for _ in range(3)], random.randint(1, 6), random.randrange(10), random.randrange(0, 100, 7), random.choice("abc"), random.getrandbits(70), random.getrandbits(7))
x = list(range(10)); random.shuffle(x); print(x, random.sample(range(1000), 5), random.sample([1, 2, 3], 2), random.choices("abc", k=5), random.choices([1, 2], weights=[1, 3], k=4))
print(random.uniform(1, 2), random.gauss(0, 1), random.gauss(5, 2), random.normalvariate(0, 1), random.expovariate(2), random.triangular(), random.betavariate(2, 3), random.gammavariate(0.5, 1), random.paretovariate(3), random.weibullvariate(1, 2), random.lognormvariate(0, 1))
random.seed("hello"); print(random.random())
random.seed(2**100 + 7); print(random.random())
random.seed(-5); print(random.random(), random.randint(-10**20, 10**20))
random.seed(0); print([random.randint(0, 9) for _ in range(1000)].count(3))
random.seed(1.5); print(random.random())
r = random.Random(7); print(r.random(), r.choice([1, 2, 3]), r.randbytes(5))
for f in (lambda: random.randint(5, 1), lambda: random.choice([]), lambda: random.sample([1], 2), lambda: random.randrange(0)):
    try: f()
    except Exception as e: print(type(e).__name__, e)
