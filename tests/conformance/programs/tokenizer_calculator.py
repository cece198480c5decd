# types: dynamic
# A calculator: tokens, a recursive descent parser, a tree, an evaluator.
import math


class Token:
    def __init__(self, kind, value, position):
        self.kind = kind
        self.value = value
        self.position = position

    def __repr__(self):
        return f"{self.kind}:{self.value}"


def tokenize(text):
    tokens = []
    i = 0
    while i < len(text):
        c = text[i]
        if c.isspace():
            i += 1
        elif c.isdigit() or c == ".":
            start = i
            while i < len(text) and (text[i].isdigit() or text[i] == "."):
                i += 1
            word = text[start:i]
            tokens.append(Token("number", float(word) if "." in word else int(word), start))
        elif c.isalpha():
            start = i
            while i < len(text) and (text[i].isalnum() or text[i] == "_"):
                i += 1
            tokens.append(Token("name", text[start:i], start))
        elif text[i:i + 2] in ("**", "//"):
            tokens.append(Token("op", text[i:i + 2], i))
            i += 2
        elif c in "+-*/%()=,":
            tokens.append(Token("op", c, i))
            i += 1
        else:
            raise SyntaxError(f"unexpected {c!r} at {i}")
    tokens.append(Token("end", None, len(text)))
    return tokens


class Node:
    def evaluate(self, env):
        raise NotImplementedError


class Number(Node):
    def __init__(self, value):
        self.value = value

    def evaluate(self, env):
        return self.value

    def __str__(self):
        return str(self.value)


class Name(Node):
    def __init__(self, name):
        self.name = name

    def evaluate(self, env):
        try:
            return env[self.name]
        except KeyError:
            raise NameError(f"{self.name} is not defined") from None

    def __str__(self):
        return self.name


class Binary(Node):
    operators = {
        "+": lambda a, b: a + b,
        "-": lambda a, b: a - b,
        "*": lambda a, b: a * b,
        "/": lambda a, b: a / b,
        "//": lambda a, b: a // b,
        "%": lambda a, b: a % b,
        "**": lambda a, b: a ** b,
    }

    def __init__(self, op, left, right):
        self.op, self.left, self.right = op, left, right

    def evaluate(self, env):
        return self.operators[self.op](self.left.evaluate(env), self.right.evaluate(env))

    def __str__(self):
        return f"({self.left} {self.op} {self.right})"


class Negate(Node):
    def __init__(self, operand):
        self.operand = operand

    def evaluate(self, env):
        return -self.operand.evaluate(env)

    def __str__(self):
        return f"-{self.operand}"


class Call(Node):
    functions = {"sqrt": math.sqrt, "max": max, "min": min, "abs": abs, "hypot": math.hypot}

    def __init__(self, name, args):
        self.name = name
        self.args = args

    def evaluate(self, env):
        return self.functions[self.name](*[a.evaluate(env) for a in self.args])

    def __str__(self):
        return f"{self.name}({', '.join(map(str, self.args))})"


class Parser:
    def __init__(self, text):
        self.tokens = tokenize(text)
        self.i = 0

    @property
    def current(self):
        return self.tokens[self.i]

    def accept(self, *values):
        if self.current.kind == "op" and self.current.value in values:
            self.i += 1
            return self.tokens[self.i - 1].value
        return None

    def expect(self, value):
        if not self.accept(value):
            raise SyntaxError(f"expected {value!r} at {self.current.position}, got {self.current}")

    def statement(self):
        if self.current.kind == "name" and self.tokens[self.i + 1].value == "=":
            name = self.current.value
            self.i += 2
            return name, self.sum()
        node = self.sum()
        if self.current.kind != "end":
            raise SyntaxError(f"unexpected {self.current} at {self.current.position}")
        return None, node

    def sum(self):
        node = self.product()
        while True:
            op = self.accept("+", "-")
            if not op:
                return node
            node = Binary(op, node, self.product())

    def product(self):
        node = self.unary()
        while op := self.accept("*", "/", "//", "%"):
            node = Binary(op, node, self.unary())
        return node

    def unary(self):
        if self.accept("-"):
            return Negate(self.unary())
        return self.power()

    def power(self):
        base = self.atom()
        if self.accept("**"):
            return Binary("**", base, self.unary())
        return base

    def atom(self):
        token = self.current
        if token.kind == "number":
            self.i += 1
            return Number(token.value)
        if token.kind == "name":
            self.i += 1
            if self.accept("("):
                args = []
                if not self.accept(")"):
                    args.append(self.sum())
                    while self.accept(","):
                        args.append(self.sum())
                    self.expect(")")
                return Call(token.value, args)
            return Name(token.value)
        self.expect("(")
        node = self.sum()
        self.expect(")")
        return node


env = {"pi": math.pi}
for line in ["1 + 2 * 3", "(1 + 2) * 3", "2 ** 3 ** 2", "-2 ** 2", "x = 10 // 3", "y = x * 1.5", "x + y", "7 % 4 - 1",
             "2 ** 100", "1 / 0", "z + 1", "3 +", "4 $ 4", "(1", "sqrt(16) + max(1, 5)", "hypot(3, 4)", "2 * pi",
             "abs(-3)", "1 2"]:
    try:
        name, tree = Parser(line).statement()
        value = tree.evaluate(env)
        if name:
            env[name] = value
            print(f"{name} = {value}")
        else:
            print(f"{tree} = {value}")
    except (SyntaxError, NameError, ZeroDivisionError) as e:
        print(f"{line!r}: {type(e).__name__}: {e}")
print(tokenize("a1 = 3.5*(b-2)"))
