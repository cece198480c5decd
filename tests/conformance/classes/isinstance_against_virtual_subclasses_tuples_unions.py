# Isinstance against virtual subclasses, tuples, unions.
from collections.abc import Iterable, Hashable, Sized
print(isinstance([], Iterable), isinstance([], Hashable), isinstance(1, (str, int)), isinstance(1, int | str), issubclass(bool, int), isinstance(dict, type), isinstance((), Sized))
