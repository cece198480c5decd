# Random: exact sequences for a seed.
import random; random.seed(42); print(random.random(), random.randint(1, 100), random.choice('abc'), random.sample(range(10), 3)); l = [1, 2, 3, 4]; random.shuffle(l); print(l, random.gauss(0, 1))
