# types: dynamic
# A small Lisp: reader, environments, closures, tail of builtins.
import operator


class LispError(Exception):
    pass


class Symbol(str):
    pass


class Env(dict):
    def __init__(self, names=(), values=(), outer=None):
        super().__init__(zip(names, values))
        self.outer = outer

    def find(self, name):
        if name in self:
            return self
        if self.outer is None:
            raise LispError(f"unbound: {name}")
        return self.outer.find(name)


class Procedure:
    def __init__(self, params, body, env):
        self.params, self.body, self.env = params, body, env

    def __call__(self, *args):
        if len(args) != len(self.params):
            raise LispError(f"expected {len(self.params)} arguments, got {len(args)}")
        return evaluate(self.body, Env(self.params, args, self.env))


def tokenize(text):
    return text.replace("(", " ( ").replace(")", " ) ").replace("'", " ' ").split()


def read(tokens):
    if not tokens:
        raise LispError("unexpected end")
    token = tokens.pop(0)
    if token == "(":
        result = []
        while tokens and tokens[0] != ")":
            result.append(read(tokens))
        if not tokens:
            raise LispError("missing )")
        tokens.pop(0)
        return result
    if token == ")":
        raise LispError("unexpected )")
    if token == "'":
        return [Symbol("quote"), read(tokens)]
    try:
        return int(token)
    except ValueError:
        try:
            return float(token)
        except ValueError:
            return Symbol(token)


def show(value):
    if value is True:
        return "#t"
    if value is False:
        return "#f"
    if isinstance(value, list):
        return "(" + " ".join(show(v) for v in value) + ")"
    return str(value)


def evaluate(x, env):
    if isinstance(x, Symbol):
        return env.find(x)[x]
    if not isinstance(x, list):
        return x
    head = x[0]
    if head == "quote":
        return x[1]
    if head == "if":
        _, test, yes, no = x
        return evaluate(yes if evaluate(test, env) else no, env)
    if head == "define":
        env[x[1]] = evaluate(x[2], env)
        return None
    if head == "set!":
        env.find(x[1])[x[1]] = evaluate(x[2], env)
        return None
    if head == "lambda":
        return Procedure(x[1], x[2], env)
    if head == "begin":
        value = None
        for part in x[1:]:
            value = evaluate(part, env)
        return value
    function = evaluate(head, env)
    return function(*[evaluate(a, env) for a in x[1:]])


def standard():
    env = Env()
    env.update({
        "+": lambda *a: sum(a), "-": operator.sub, "*": operator.mul, "<": operator.lt, ">": operator.gt, "=": operator.eq,
        "list": lambda *a: list(a), "car": lambda l: l[0], "cdr": lambda l: l[1:], "cons": lambda a, l: [a] + l,
        "null?": lambda l: l == [], "length": len, "#t": True, "#f": False,
    })
    return env


env = standard()
for line in """(define square (lambda (x) (* x x)))
(square 12)
(define fact (lambda (n) (if (< n 2) 1 (* n (fact (- n 1))))))
(fact 25)
(define map (lambda (f l) (if (null? l) '() (cons (f (car l)) (map f (cdr l))))))
(map square (list 1 2 3 4))
(define counter (lambda (n) (lambda () (begin (set! n (+ n 1)) n))))
(define c (counter 10))
(begin (c) (c) (c))
'(a (b c) 1.5)
(if (> 2 1) #t #f)
(+ 1 2 3 4)
(undefined 1)
(square 1 2)
(car (cdr
)""".split("\n"):
    try:
        value = evaluate(read(tokenize(line)), env)
        if value is not None:
            print(show(value))
    except LispError as e:
        print("error:", e)
