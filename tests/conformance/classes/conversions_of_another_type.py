# types: dynamic
def tries(*calls):
    for call in calls:
        try:
            print(call())
        except (TypeError, ValueError, IndexError) as error:
            print(type(error).__name__, error)


class Wrong:
    def __repr__(self):
        return 1

    def __str__(self):
        return b"x"

    def __int__(self):
        return "3"

    def __float__(self):
        return 2

    def __index__(self):
        return 1.5


class Sub(str):
    pass


class Right:
    def __repr__(self):
        return Sub("right")

    def __int__(self):
        return True + 1

    def __index__(self):
        return 2


wrong, right = Wrong(), Right()
tries(lambda: repr(wrong), lambda: ascii(wrong), lambda: str(wrong), lambda: "%s" % wrong, lambda: f"{wrong!r}", lambda: f"{wrong}",
      lambda: int(wrong), lambda: float(wrong), lambda: [1, 2, 3][wrong], lambda: [1, 2, 3][wrong:], lambda: range(wrong), lambda: hex(wrong),
      lambda: "ab" * wrong, lambda: str([wrong]))
tries(lambda: repr(right), lambda: int(right), lambda: float(right), lambda: [1, 2, 3][right], lambda: [1, 2, 3][right:], lambda: range(right))
tries(lambda: "{}".format_map({"a": 1}), lambda: "{0}".format_map({"a": 1}), lambda: "{a}".format_map({"a": 1}),
      lambda: "{99999999999999999999}".format(1), lambda: "{3}".format(1))
