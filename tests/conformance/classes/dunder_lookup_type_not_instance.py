# Dunder lookup is on the type, not the instance.
class A:
    def __len__(s): return 1
a = A(); a.__len__ = lambda: 5; print(len(a), a.__len__())
