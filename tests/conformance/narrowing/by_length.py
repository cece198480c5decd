"""Tuples of known length are told apart by len() and by comparison with a tuple."""
import collections

Point = collections.namedtuple("Point", "x y")


def shape(k):
    if k == 0:
        return ()
    if k == 1:
        return (k,)
    if k == 2:
        return ("two", 2.5)
    return (k, "three", [k])


def describe(t):
    if len(t) == 0:
        return "nothing"
    if len(t) == 1:
        return t[0] + 1
    if 2 == len(t):
        return t[0].upper() + str(t[1] * 2)
    a, b, c = t
    return b + str(a + c[0])


for k in range(5):
    print(describe(shape(k)))


def ordered(t):
    if len(t) >= 3:
        return t[2].copy()
    if len(t) < 1:
        return "empty"
    if 1 < len(t):
        return t[1] / 2
    if len(t) != 1:
        return "never"
    return -t[0]


print([ordered(shape(k)) for k in range(4)])


class Holder:
    def __init__(self, pair=None):
        self.pair = pair

    def get(self):
        if self.pair is None or len(self.pair) != 2:
            return "no pair"
        return self.pair[1]


print(Holder().get(), Holder(shape(2)).get(), Holder((1, "x")).get(), Holder((1, 2, 3)).get())


def linked(*items):
    out = ()
    for item in reversed(items):
        out = (item, out)
    return out


def total(node):
    result = 0
    while node != ():
        result += node[0]
        node = node[1]
    return result


def backwards(node, rest=()):
    return rest if node == () else backwards(node[1], (node[0], rest))


print(total(linked(1, 2, 3)), total(()), backwards(linked("a", "b", "c")), linked() == ())


def same_length(t):
    if t == (1, 2):
        return t[1]
    if t != (3,):
        return len(t)
    return t[0]


print(same_length((1, 2)), same_length((3,)), same_length((5,)), same_length((1, 2, 3)))


def any_length(*args):
    if len(args) == 2:
        return args[1]
    return len(args)


many = [1, 2, 3, 4]
print(any_length(1, 2), any_length(1), any_length(*many), any_length(*many[:2]))


def of_point(p):
    if len(p) == 2:
        return p[0]
    return p[2]


print(of_point(Point(1, 2)), of_point((3, 4, 5)), Point(1, 2) == (1, 2), of_point(Point(8, 9)))


def parse(tokens):
    def atom():
        token = tokens.pop(0)
        if token == "(":
            node = expression()
            tokens.pop(0)
            return node
        return ("number", int(token))

    def expression():
        node = atom()
        while tokens and tokens[0] in "+-*":
            operator = tokens.pop(0)
            node = (operator, node, atom())
        return node

    return expression()


def evaluate(node):
    if len(node) == 2:
        return node[1]
    operator, left, right = node
    functions = {"+": lambda a, b: a + b, "-": lambda a, b: a - b, "*": lambda a, b: a * b}
    return functions[operator](evaluate(left), evaluate(right))


def text(node):
    match node:
        case ("number", n):
            return str(n)
        case (operator, left, right):
            return f"({text(left)} {operator} {text(right)})"


for source in ("7", "1 + 2 * 3", "2 * ( 3 + ( 4 - ( 5 * ( 6 - 70000000000000000000 ) ) ) )"):
    tree = parse(source.split())
    print(text(tree), evaluate(tree), tree)
for node in (x for x in (shape(1), shape(2), ()) if len(x) == 1 or x == ()):
    print(node)
