# Global function is looked up at call time.
def a(): return b()
def b(): return 1
print(a())
def b(): return 2
print(a())
