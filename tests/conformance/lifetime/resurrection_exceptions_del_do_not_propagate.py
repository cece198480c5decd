# Resurrection and exceptions in __del__ do not propagate.
import sys
keep = []
class A:
    def __del__(s): keep.append(s)
a = A(); del a; print(len(keep))
