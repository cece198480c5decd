# Identity of singletons and of the same object.
a = [1]; b = a; print(None is None, a is b, a is not [1], () == (), type(1) is int, print is print)
