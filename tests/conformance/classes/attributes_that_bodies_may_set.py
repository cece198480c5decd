import sys
class A:
    if len(sys.argv) > 5:
        x = "x" + str(1)
    y = "y" + str(2)
    del y
    for i in range(3):
        last = str(i)
try:
    print(A.x)
except AttributeError as e: print(e)
try:
    print(A().y)
except AttributeError as e: print(e)
print(A.last, A.i, hasattr(A, "x"), hasattr(A, "y"))
class B:
    v = "v" + str(1)
print(B.v)
class A:
    y = "y" + str(2)
    del y
    z = 1
try:
    print(A().y)
except AttributeError as e: print(e)
print(hasattr(A, "y"))
