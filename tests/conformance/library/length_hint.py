import operator
import sys


class Guess:
    def __length_hint__(self):
        return 7


class No:
    def __length_hint__(self):
        return NotImplemented


print(operator.length_hint([1, 2]), operator.length_hint("abc"), operator.length_hint(Guess()), operator.length_hint(No(), 3),
      operator.length_hint(5, 9), operator.length_hint(object()))
print(sys.int_info.bits_per_digit, sys.int_info.sizeof_digit, sys.hash_info.modulus, sys.hash_info.inf, sys.hash_info.imag, sys.hash_info.width)
print(sys.int_info, hash(float("inf")) == sys.hash_info.inf, hash(1j) == sys.hash_info.imag, hash(sys.hash_info.modulus))
