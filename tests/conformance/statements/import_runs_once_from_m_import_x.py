# Import runs once; `from m import x` copies the binding; module attributes can be set.
import math, math as m2
math.tau2 = 5; print(m2.tau2, math is m2)
import random; random.seed(1); from random import random as r1; print(r1())
