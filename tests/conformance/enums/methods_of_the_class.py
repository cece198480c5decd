"""What is asked of an enum class is answered by its metaclass, also where its members have a method of that name."""
from enum import Enum, StrEnum


class Word(StrEnum):
    A = "x"
    B = "yy"


class Sized(Enum):
    ONE = 1
    TWO = 2
    THREE = 3

    def __len__(self):
        return self.value * 10

    def __bool__(self):
        return self.value > 1

    def __repr__(self):
        return f"<{self.name}>"

    def __contains__(self, x):
        return x == "never"

    def __iter__(self):
        return iter("member")


print(len(Word), len(Word.B), list(Word), Word.A in Word, "".join(Word.B), bool(Word), sorted(Word))
print(len(Sized), len(Sized.TWO), list(Sized), list(Sized.ONE), Sized.ONE in Sized, "never" in Sized.ONE)
print(bool(Sized), [bool(x) for x in Sized], repr(Sized), repr(Sized.TWO), list(reversed(Sized)))
