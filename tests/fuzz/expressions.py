"""Random well-typed Python expressions.

A type is "int", "float", "bool", "str", "bytes", "none" or a tuple: ("list", T), ("set", T), ("dict", K, V),
("tuple", T…), ("opt", T), ("union", T…), ("class", Class), ("enum", Enum), ("func", (T…), T).
Every generated expression ends, keeps its values small and raises nothing, unless the scope says that it may.
"""
INTS = ["0", "1", "2", "3", "5", "7", "-1", "-4", "10", "63", "255", "1000", "-1000", "2147483648", "4611686018427387904",
        "-9223372036854775809", "9223372036854775807", "18446744073709551616", "10**20", "-(3**50)", "0xff", "1_000_003", "4611686018427387903", "-4611686018427387904"]
BIG = ["(1 << 63)", "-(1 << 63)", "(2**63 - 1)", "2**64", "(2**64 - 1)", "10**19", "-(10**19)", "3**60", "-(7**50)", "(2**62)", "-(2**62) - 1", "2**127", "10**40",
       "0xdeadbeefcafebabe0123", "(1 << 100)", "(2**53 + 1)", "4611686018427387904", "-9223372036854775808"]
FLOATS = ["0.0", "1.0", "-1.5", "2.25", "0.1", "3.14159", "1e10", "-2.5e-3", "100.0", "1e16", "0.5", "-0.0", "12345.678"]
STRS = ["''", "'a'", "'b'", "'abc'", "'Hello, World'", "'x y  z'", "'été'", "'ß'", "'漢字'", "'😀k'", "'a,b,,c'", "'42'",
        "'  pad '", "'UPPER'", "'tab\\there'", "'line\\nbreak'", "\"it's\"", "'éa\\u0301'", "'zzz'", "'0'"]
BYTES = ["b''", "b'a'", "b'abc'", "b'\\x00\\xff'", "b'Hello'", "b'1,2'"]
MODULI = ["97", "1000003", "(2**61 - 1)", "(2**89 - 1)", "10**6"]
INT_SPECS = ["", "d", "x", "X", "#x", "b", "o", ",", "_", "+", " ", "08d", ">9", "<6", "^11", "*^9", "+,", "#010x", "=12", "n"]
FLOAT_SPECS = ["", ".2f", ".0f", "e", ".3e", "g", ".3g", "%", ".1%", "010.3f", "+.1f", ",.2f", ">12.4f", "_.3f", "<9"]
STR_SPECS = ["", ">8", "<6", "^9", "*^12", ".2", "-<7.3", "s"]
SCALARS = ("int", "float", "bool", "str")
ORDERED = ("int", "float", "str", "bool", "bytes")


class Var:
    """A variable (or `self.x`) that expressions may read."""

    def __init__(self, name, type_, level, assignable=True, narrowed=False):
        self.name = name
        self.type = type_
        self.level = level
        self.assignable = assignable
        self.narrowed = narrowed
        self.captured = False
        self.shared = False  # a global variable, in a function that declares it


class Function:
    def __init__(self, name, params, result, cleans=False, raises=False):
        self.name = name
        self.cleans = cleans  # a generator that prints when it is closed
        self.raises = raises  # may end with an exception
        self.params = params  # (name, type, "plain" | "default" | "star" | "keyword" | "kwargs")
        self.result = result


class Class:
    """What the generator knows of a class that it wrote."""

    def __init__(self, name, base=None):
        self.name = name
        self.base = base
        self.fields = dict(base.fields) if base else {}
        self.init = list(base.init) if base else []
        self.methods = dict(base.methods) if base else {}
        self.properties = dict(base.properties) if base else {}
        self.setters = dict(base.setters) if base else {}
        self.dunders = set(base.dunders) if base else set()
        self.subclasses = []
        self.data = self.post = False                # a dataclass, with __post_init__
        self.frozen = self.order = self.eq = False   # its options
        self.slots = base.slots if base else False

    def family(self):
        found = [self]
        for subclass in self.subclasses:
            found += subclass.family()
        return found


class Enum:
    """An enum that the generator wrote."""

    def __init__(self, name, kind):
        self.name = name
        self.kind = kind
        self.flag = kind in ("Flag", "IntFlag")
        self.members = []  # (name, text of the value)
        self.method = self.twice = False


def hashable(t):
    if isinstance(t, str):
        return True
    return t[0] == "enum" or t[0] in ("tuple", "opt", "union") and all(map(hashable, t[1:]))


def ordered(t):
    if isinstance(t, str):
        return t in ORDERED
    return t[0] in ("list", "tuple") and all(map(ordered, t[1:]))


def printable(t):
    return isinstance(t, str) or t[0] != "func" and t[0] != "iter" and (t[0] in ("class", "enum") or all(map(printable, t[1:])))


class Expressions:
    """Expression productions; the subclass has self.r (random), self.vars, self.level, self.classes, self.functions."""

    def pick(self, items):
        return items[int(self.r.random() * len(items))]

    def chance(self, p):
        return self.r.random() < p

    def new_name(self, prefix="v"):
        self.names += 1
        return f"{prefix}{self.names}"

    # Types.

    def scalar(self):
        return self.pick(("int", "int", "int", "float", "bool", "str", "str"))

    def key_type(self):
        k = self.r.random()
        if k < 0.42:
            return "int"
        if k < 0.85:
            return "str"
        if k < 0.92:
            return ("tuple", "int", "str")
        return self.pick(("float", "bool", "bytes", ("tuple", "int", "int")))

    def type(self, depth=2):
        k = self.r.random()
        if depth <= 0 or k < 0.42:
            return self.scalar()
        if k < 0.46:
            return "bytes"
        if k < 0.62:
            return ("list", self.type(depth - 1))
        if k < 0.72:
            return ("dict", self.key_type(), self.type(depth - 1))
        if k < 0.78:
            return ("set", self.key_type())
        if k < 0.87:
            return ("tuple", *(self.type(depth - 1) for _ in range(self.r.randint(1, 3))))
        if k < 0.92:
            return ("opt", self.pick(("int", "str", "float", ("list", "int"), ("tuple", "int", "str"))))
        if k < 0.93 and self.enums:
            return ("enum", self.pick(self.enums))
        if k < 0.95 and len(self.classes) > 1 and self.chance(0.5):
            a, b = self.r.sample(self.classes, 2)
            if a not in b.family() and b not in a.family():
                return ("union", ("class", a), ("class", b), *self.pick(((), ("str",))))
        if k < 0.95:
            return self.pick((("union", "int", "str"), ("union", "int", "str", ("list", "int")),
                              ("union", "float", "str"), ("union", "str", ("tuple", "int", "int")), ("union", "int", "bool"),
                              ("union", "int", "bool")))
        if self.classes:
            return ("class", self.pick(self.classes))
        return self.scalar()

    # Variables.

    def readable(self, t):
        return [v for v in self.vars if v.type == t and not (v.narrowed and v.level != self.level)]

    def subtype_vars(self, t):
        found = self.readable(t)
        if isinstance(t, tuple) and t[0] == "class":
            for c in t[1].family()[1:]:
                found += self.readable(("class", c))
        return found

    def read(self, v):
        if v.level != self.level:
            v.captured = True
        return v.name

    def var(self, t):
        found = self.subtype_vars(t)
        return self.read(self.pick(found[-8:])) if found else None

    # Expressions.

    def expr(self, t, depth=3):
        if self.chance(0.45 if depth > 0 else 0.75):
            name = self.var(t)
            if name:
                return name
        if depth <= 0 or t == "fuel":
            return self.literal(t, 0)
        if self.chance(0.18):
            e = self.general(t, depth - 1)
            if e:
                return e
        kind = t if isinstance(t, str) else t[0]
        return getattr(self, "make_" + kind)(t, depth - 1)

    def literal(self, t, depth):
        """A display or literal of the type t."""
        if t == "int":
            return self.pick(INTS[:12]) if self.chance(0.75) else self.pick(INTS)
        if t == "float":
            return self.pick(FLOATS)
        if t == "bool":
            return self.pick(("True", "False"))
        if t == "str":
            return self.pick(STRS)
        if t == "bytes":
            return self.pick(BYTES)
        if t == "none":
            return "None"
        if t == "fuel":
            return str(self.r.randint(0, 4))
        if t[0] == "list":
            # Ends what would go on for ever: a class whose constructor takes a list of its own kind.
            if self.constructing > 4:
                return "[]"
            return "[" + ", ".join(self.expr(t[1], depth - 1) for _ in range(self.r.randint(0, 4))) + "]"
        if t[0] == "set":
            # CPython orders a display of constants by their order where they first occur, and by which
            # strings it has met before.
            items = sorted({self.expr(t[1], depth - 1) for _ in range(self.r.randint(0, 4))})
            if len(items) > 2 and t[1] != "int":
                items[0] = f"*[{items[0]}]"
            return "{" + ", ".join(items) + "}" if items else "set()"
        if t[0] == "dict":
            return "{" + ", ".join(f"{self.expr(t[1], depth - 1)}: {self.expr(t[2], depth - 1)}"
                                   for _ in range(self.r.randint(0, 3))) + "}"
        if t[0] == "tuple":
            return "(" + ", ".join(self.expr(x, depth - 1) for x in t[1:]) + ("," if len(t) == 2 else "") + ")"
        if t[0] == "opt":
            return "None" if self.chance(0.4) else self.expr(t[1], depth - 1)
        if t[0] == "union":
            return self.expr(self.pick(t[1:]), depth - 1)
        if t[0] == "enum":
            return f"{t[1].name}.{self.pick(t[1].members)[0]}"
        if t[0] == "class":
            return self.construct(self.pick(t[1].family()), depth - 1)
        return self.make_func(t, depth)

    def construct(self, c, depth):
        self.constructing += 1
        args = []
        keyword = False
        for name, t, default in c.init:
            if default and self.chance(0.5):
                keyword = True
                continue
            keyword = keyword or self.chance(0.1)
            args.append((f"{name}=" if keyword else "") + self.expr(t, depth))
        self.constructing -= 1
        return f"{c.name}({', '.join(args)})"

    def call(self, function, depth):
        """A call of a function of the program: positional, keyword, star arguments."""
        args = []
        keyword = False
        for name, t, kind in function.params:
            if kind == "star":
                if not keyword:
                    args += [self.expr(t, depth) for _ in range(self.r.randint(0, 2))]
                    if self.chance(0.3):
                        args.append("*" + self.expr(("list", t), depth))
            elif kind == "kwargs":
                keyword = True
                args += [f"{self.pick('kqr')}{i}={self.expr(t, depth)}" for i in range(self.r.randint(0, 2))]
            elif kind == "default" and self.chance(0.4):
                keyword = True
            elif kind == "keyword" or keyword:
                keyword = True
                if kind == "keyword" and self.chance(0.3):
                    continue
                args.append(f"{name}={self.expr(t, depth)}")
            else:
                if self.chance(0.1):
                    keyword = True
                    args.append(f"{name}={self.expr(t, depth)}")
                else:
                    args.append(self.expr(t, depth))
        return f"{function.name}({', '.join(args)})"

    def general(self, t, depth):
        """Productions that exist for every type; None if the one that was chosen does not apply."""
        k = self.r.randint(0, 11)
        if k == 0:
            return f"({self.expr(t, depth)} if {self.expr('bool', depth)} else {self.expr(t, depth)})"
        if k == 1:
            names = self.readable(("list", t))
            if names:
                name = self.read(self.pick(names))
                index = self.pick((f"{self.expr('int', 1)} % len({name})", "-1", "0", "len(" + name + ") // 2"))
                return f"({name}[{index}] if {name} else {self.expr(t, depth)})"
        if k == 2:
            for key in ("str", "int"):
                names = self.readable(("dict", key, t))
                if names:
                    return f"{self.read(self.pick(names))}.get({self.expr(key, depth)}, {self.expr(t, depth)})"
        if k == 3:
            found = [(v, i) for v in self.vars if isinstance(v.type, tuple) and v.type[0] == "tuple"
                     and not (v.narrowed and v.level != self.level) for i, x in enumerate(v.type[1:]) if x == t]
            if found:
                v, i = self.pick(found)
                return f"{self.read(v)}[{i if self.chance(0.7) else i - len(v.type) + 1}]"
        if k == 4 or k == 10:
            found = [f for f in self.functions if f.result == t and (self.may_raise or not f.raises)]
            if found and self.calls > 0:
                self.calls -= 1
                return self.call(self.pick(found), depth)
        if k == 5 or k == 11:
            return self.member(t, depth)
        if k == 6:
            found = [v for v in self.vars if isinstance(v.type, tuple) and v.type[0] == "func" and v.type[2] == t
                     and not (v.narrowed and v.level != self.level)]
            if found and self.calls > 0:
                self.calls -= 1
                v = self.pick(found)
                return f"{self.read(v)}({', '.join(self.expr(a, depth) for a in v.type[1])})"
        if k == 7 and self.chance(0.4):
            self.uses_note = True
            return f"{self.note}({self.r.randint(0, 99)}, {self.expr(t, depth)})"
        if k == 8 and ordered(t) and t != "bytes":
            return f"{self.pick(('max', 'min'))}({self.expr(t, depth)}, {self.expr(t, depth)})"
        if k == 9:
            found = self.readable(("opt", t))
            if found:
                name = self.read(self.pick(found))
                if self.chance(0.3) and t in ("int", "str"):
                    return f"({name} or {self.expr(t, depth)})"
                found = [v for v in self.vars if v.name == name]
                if found[0].level == self.level:
                    return f"({name} if {name} is not None else {self.expr(t, depth)})"
        return None

    def member(self, t, depth):
        """A field, property or method call that gives a t."""
        found = []
        for v in self.vars:
            if isinstance(v.type, tuple) and v.type[0] == "class" and not (v.narrowed and v.level != self.level):
                c = v.type[1]
                found += [(v, name, None) for name, x in c.fields.items() if x == t]
                found += [(v, name, None) for name, x in c.properties.items() if x == t]
                if self.calls > 0:
                    found += [(v, name, m) for name, m in c.methods.items() if m.result == t]
        if not found:
            return None
        v, name, method = self.pick(found)
        if not method:
            return f"{self.read(v)}.{name}"
        self.calls -= 1
        return f"{self.read(v)}.{self.call(method, depth)}"

    def with_item(self, t, text):
        """Calls text(name) with a variable of type t in scope; returns (name, result)."""
        name = self.new_name("i")
        self.vars.append(Var(name, t, self.level, False))
        result = text(name)
        self.vars.pop()
        return name, result

    def inner(self, make):
        """Runs make() as the body of a function inside the current one."""
        self.level += 1
        result = make()
        self.level -= 1
        return result

    def iterable(self, depth):
        """(expression, item type, may it be used as a sequence) to iterate over; short."""
        k = self.r.randint(0, 13)
        if k <= 3:
            return self.pick((f"range({self.r.randint(0, 5)})", f"range({self.expr('int', 1)} % 5)", "range(3, 0, -1)",
                              f"range({self.r.randint(-2, 2)}, {self.r.randint(2, 9)}, {self.r.randint(2, 3)})")), "int"
        if k <= 6:
            v = self.container("list")
            if v:
                name = self.read(v) + "[:6]"
                if self.chance(0.2):
                    return f"reversed({name})", v.type[1]
                if self.chance(0.2) and ordered(v.type[1]):
                    return f"sorted({name}{self.pick(('', ', reverse=True'))})", v.type[1]
                return name, v.type[1]
        if k == 7:
            v = self.container("dict")
            if v:
                return self.pick(((f"list({self.read(v)})", v.type[1]), (f"list({self.read(v)}.values())", v.type[2]),
                                  (f"list({self.read(v)}.items())", ("tuple", v.type[1], v.type[2]))))
        if k == 8:
            v = self.container("set")
            if v:
                return f"list({self.read(v)})", v.type[1]
        if k == 9:
            return self.expr("str", depth) + "[:5]", "str"
        if k == 10:
            t = self.type(1)
            return f"enumerate({self.expr(('list', t), depth)})", ("tuple", "int", t)
        if k == 11:
            a, b = self.type(1), self.scalar()
            return f"zip({self.expr(('list', a), depth)}, {self.expr(('list', b), depth)})", ("tuple", a, b)
        if k == 12:
            found = self.generators()
            if found and self.calls > 0:
                self.calls -= 1
                f = self.pick(found)
                return self.call(f, depth), f.result[1]
        t = self.type(1)
        return self.literal(("list", t), depth), t

    def generators(self):
        """The generator functions that may be called here. In CPython, an exception keeps the variables of the
        frames it left alive, and so open generators."""
        return [f for f in self.functions if isinstance(f.result, tuple) and f.result[0] == "iter"
                and not (f.cleans and self.may_raise)]

    def container(self, kind):
        found = [v for v in self.vars if isinstance(v.type, tuple) and v.type[0] == kind
                 and not (v.narrowed and v.level != self.level)]
        return self.pick(found) if found else None

    def make_none(self, t, depth):
        return "None"

    def make_opt(self, t, depth):
        if self.chance(0.2):
            return f"({self.expr(t[1], depth)} if {self.expr('bool', depth)} else None)"
        if self.chance(0.1) and t[1] in ("int", "str"):
            v = self.container("dict")
            if v and v.type[2] == t[1]:
                return f"{self.read(v)}.get({self.expr(v.type[1], depth)})"
        return self.literal(t, depth)

    def make_union(self, t, depth):
        return self.literal(t, depth)

    def make_class(self, t, depth):
        return self.literal(t, depth)

    def make_enum(self, t, depth):
        e = t[1]
        k = self.r.randint(0, 5)
        if k == 0:
            return f"{e.name}({self.pick(e.members)[1]})"
        if k == 1:
            return f"{e.name}[{self.pick(e.members)[0]!r}]"
        if k == 2:
            return f"list({e.name})[{self.expr('int', depth)} % {len(e.members)}]"
        if k <= 4 and e.flag:
            return f"({self.expr(t, depth)} {self.pick('|&^')} {self.expr(t, depth)})"
        return self.literal(t, depth)

    def make_func(self, t, depth):
        params = [self.new_name("a") for _ in t[1]]
        for name, x in zip(params, t[1]):
            self.vars.append(Var(name, x, self.level + 1, False))
        body = self.inner(lambda: self.expr(t[2], max(depth, 1)))
        if params:
            del self.vars[-len(params):]
        return f"(lambda {', '.join(params)}: {self.bounded(t[2], body)})" if params else f"(lambda: {self.bounded(t[2], body)})"

    def bounded(self, t, e):
        """e, limited in size, for what may be computed again and again."""
        if t == "int":
            return f"({e}) % {self.pick(MODULI)}"
        if t == "float":
            return f"({e}) % 1000.0"
        if t in ("str", "bytes") or isinstance(t, tuple) and t[0] == "list":
            return f"({e})[:{self.pick((5, 9, 12))}]"
        return e

    def make_int(self, t, depth):
        found = self.readable(("union", "int", "bool"))
        if found and self.chance(0.3):
            n = self.read(self.pick(found))
            return self.pick((f"({n} + 1)", f"({n} * -3)", f"(-{n})", f"abs({n})", f"int({n})", f"({n} % 7)", f"({n} & 5)",
                              f"len(range({n} % 5))", f"[4, 5, 6][{n} % 3]", f"ord('abc'[{n} % 3])", f"len('xy' * ({n} % 4))",
                              f"({n} << 2)", f"divmod({n}, 3)[0]", f"round({n})", f"hash({n})", f"sum([{n}, {n}])", f"{{1: 5}}.get({n}, 2)",
                              f"int('%d' % {n})", f"int({n} == 1)", f"(3 if {n} else 4)", f"int(float(int({n}) % 100))", f"pow({n}, 2, 1000)"))
        k = self.r.randint(0, 35)
        a = lambda: self.expr("int", depth)
        if k <= 7:
            return f"({a()} {self.pick('+-*')} {a()})"
        if k == 8:
            return f"({a()} {self.pick(('//', '%'))} {self.pick(('3', '7', '-5', '10', '64', '1000', '(2**65)'))})"
        if k == 9:
            return f"({a()} {self.pick(('//', '%'))} ({a()} or {self.pick(('3', '-7'))}))"
        if k == 10:
            return f"({a()} {self.pick('&|^')} {a()})"
        if k == 11:
            return f"({a()} {self.pick(('<<', '>>'))} {self.pick(('1', '3', '33', '64', '70'))})"
        if k == 12:
            return f"{self.pick('-~+')}{self.atom('int', depth)}"
        if k == 13:
            return f"{self.pick(('abs', 'int', 'hash'))}({a()})"
        if k == 14:
            return f"({a()} % {self.pick(('10', '1000', '(2**40)'))}) ** {self.pick('0123')}"
        if k == 15:
            return f"len({self.expr(self.pick(('str', ('list', 'int'), ('set', 'int'), ('dict', 'str', 'int'), ('list', 'str'))), depth)})"
        if k == 16:
            return f"sum({self.expr(('list', 'int'), depth)})"
        if k == 17:
            s = self.expr("str", depth)
            return f"{s}.{self.pick(('find', 'count', 'rfind'))}({self.expr('str', depth)})"
        if k == 18:
            return self.pick((f"int({self.expr('bool', depth)})", f"({a()} + {self.expr('bool', depth)})"))
        if k == 19:
            items, t = self.iterable(depth)
            if t == "int":
                name, e = self.with_item("int", lambda n: self.inner(lambda: self.expr("int", depth)))
                return f"sum({e} for {name} in {items})"
            name, cond = self.with_item(t, lambda n: self.inner(lambda: self.expr("bool", depth)))
            return f"sum(1 for {name} in {items} if {cond})"
        if k == 20:
            return f"divmod({a()}, {self.pick(('3', '-7', '10**10'))})[{self.pick('01')}]"
        if k == 21:
            return f"ord({self.pick(STRS[1:3])})" if self.chance(0.5) else f"({a()}).bit_length()"
        if k == 22:
            return f"pow({a()}, {self.pick('0125')}, {self.pick(('7', '1000003', '2**70'))})"
        if k == 23:
            x = self.type(1)
            return f"len({self.expr(('list', x), depth)})"
        if k == 24:
            return f"max({self.expr(('list', 'int'), depth)}, default={a()})"
        if k == 25:
            return f"round({self.expr('float', depth)} % 1e6)"
        if k == 26:
            return f"int({self.expr('float', depth)} % 1e5)"
        if k == 27:
            return f"int(str({a()}))"
        if k == 28 and self.risky():
            return f"({a()} {self.pick(('//', '%'))} {a()})"
        if k == 29 and self.risky():
            return self.pick((f"int({self.expr('str', depth)})", f"{self.expr(('list', 'int'), depth)}[{self.expr('int', 0)}]",
                              f"{self.expr(('dict', 'str', 'int'), depth)}[{self.expr('str', 0)}]",
                              f"{self.expr(('list', 'int'), depth)}.index({a()})", f"max({self.expr(('list', 'int'), depth)})"))
        if k == 30:
            f = self.literal(("func", ("int", "int"), "int"), depth)
            return f"{f}({a()}, {a()})"
        if k == 31:
            return f"({self.pick(BIG)} {self.pick(('+', '-', '*', '//', '%', '&', '|', '^'))} ({a()} or 9))"
        if k == 32:
            return f"({a()} {self.pick(('<<', '>>'))} ({a()} % {self.pick(('5', '64', '66', '130'))}))"
        if k == 33:
            return self.pick((f"int.from_bytes({self.expr('bytes', depth)}, 'big')", f"round({a()}, -{self.r.randint(1, 3)})", f"({a()}).bit_count()",
                              f"int({self.expr('float', depth)} % 1e30)", f"math.isqrt(abs({a()}))", f"math.gcd({a()}, {a()})",
                              f"int(hex({a()}), 0)", f"int(oct({a()}), 8)"))
        if k == 34:
            c = self.pick((("set", "int"), ("dict", "int", "int")))
            return f"sum({self.expr(c, depth)})"
        return self.literal("int", depth)

    def risky(self):
        return self.may_raise > 0

    def atom(self, t, depth):
        name = self.var(t)
        return name if name else "(" + self.literal(t, depth) + ")"

    def make_float(self, t, depth):
        k = self.r.randint(0, 13)
        a = lambda: self.expr("float", depth)
        if k <= 4:
            return f"({a()} {self.pick('+-*')} {a()})"
        if k == 5:
            return f"({a()} {self.pick(('/', '//', '%'))} {self.pick(('2', '3.0', '-7', '0.5', '1e3'))})"
        if k == 6:
            return f"({a()} {self.pick('+-*')} {self.expr('int', 0)} % 1000)"
        if k == 7:
            return f"({self.expr('int', depth)} % 10**9 / {self.pick(('3', '7', '1024', '-0.75'))})"
        if k == 8:
            return f"{self.pick(('abs', 'float', '-', '+'))}({a()})"
        if k == 9:
            return f"round({a()} % 1e9, {self.pick('0123')})"
        if k == 10:
            return f"sum({self.expr(('list', 'float'), depth)}, 0.0)"
        if k == 11:
            return f"float({self.expr('int', depth)} % 10**12)"
        if k == 12:
            return f"float(str({a()}))"
        return self.literal("float", depth)

    def make_bool(self, t, depth):
        k = self.r.randint(0, 17)
        if k <= 4:
            x = self.pick(("int", "int", "str", "float"))
            return f"({self.expr(x, depth)} {self.pick(('<', '<=', '>', '>=', '==', '!='))} {self.expr(x, depth)})"
        if k == 5:
            return f"({self.expr('int', depth)} {self.pick(('<', '<='))} {self.expr('int', depth)} {self.pick(('<', '>=', '!='))} {self.expr('int', depth)})"
        if k == 6:
            return f"(not {self.expr(self.pick(('bool', 'int', 'str', ('list', 'int'))), depth)})"
        if k == 7:
            return f"({self.expr('bool', depth)} {self.pick(('and', 'or', '&', '|', '^'))} {self.expr('bool', depth)})"
        if k == 8:
            return f"({self.expr('str', depth)} {self.pick(('in', 'not in'))} {self.expr('str', depth)})"
        if k == 9:
            x = self.key_type()
            c = self.pick((("list", x), ("set", x), ("dict", x, "int")))
            return f"({self.expr(x, depth)} {self.pick(('in', 'not in'))} {self.expr(c, depth)})"
        if k == 10:
            x = self.type(2)
            if printable(x) and not self.has_class(x):
                return f"({self.expr(x, depth)} == {self.expr(x, depth)})"
        if k == 11:
            return f"bool({self.expr(self.pick(('int', 'str', 'float', ('list', 'int'), ('opt', 'int'))), depth)})"
        if k == 12:
            items, t = self.iterable(depth)
            name, cond = self.with_item(t, lambda n: self.inner(lambda: self.expr("bool", depth)))
            return f"{self.pick(('any', 'all'))}({cond} for {name} in {items})"
        if k == 13:
            return f"{self.expr('str', depth)}.{self.pick(('isdigit()', 'isalpha()', 'isupper()', 'isspace()', 'startswith(' + self.pick(STRS) + ')', 'endswith(' + self.pick(STRS) + ')', 'isidentifier()'))}"
        if k == 14:
            x = self.pick(("int", "str", "float"))
            return f"({self.expr(('opt', x), depth)} is {self.pick(('None', 'not None'))})"
        if k == 15:
            x = ("tuple", "int", "str")
            return f"({self.expr(x, depth)} {self.pick(('<', '>', '==', '<='))} {self.expr(x, depth)})"
        if k == 16:
            c = self.pick((("set", "int"), ("set", "str")))
            return f"({self.expr(c, depth)} {self.pick(('<=', '>', '==', '>='))} {self.expr(c, depth)})"
        return self.literal("bool", depth)

    def has_class(self, t):
        return isinstance(t, tuple) and (t[0] == "class" or any(self.has_class(x) for x in t[1:]))

    def fstring(self, depth):
        parts = []
        for _ in range(self.r.randint(1, 3)):
            t = self.pick(("int", "float", "str", "bool", ("list", "int"), ("tuple", "int", "str"), ("opt", "int")))
            v = self.var(t)
            e = v if v and self.chance(0.7) else self.expr(t, min(depth, 1))
            if any(c in e for c in "'\"\\#{}:!=") or "lambda" in e:
                name = self.var(t)
                if not name:
                    parts.append(self.pick(("-", "é", "{{}}", "%")))
                    continue
                e = name
            k = self.r.random()
            spec = ""
            if k < 0.15:
                spec = self.pick(("!r", "!s", "!a"))
            elif k < 0.25:
                spec = "="
            elif t == "int" and k < 0.7:
                spec = ":" + self.pick(INT_SPECS)
            elif t == "float" and k < 0.8:
                spec = ":" + self.pick(FLOAT_SPECS)
            elif t == "str" and k < 0.7:
                spec = ":" + self.pick(STR_SPECS)
            parts.append(self.pick(("", "x=", " ", "ü")) + "{" + e + spec + "}")
        return "f'" + "|".join(parts) + "'"

    def make_str(self, t, depth):
        k = self.r.randint(0, 24)
        a = lambda: self.expr("str", depth)
        if k <= 3:
            return f"({a()} + {a()})"
        if k == 4:
            return f"({a()} * ({self.expr('int', depth)} % 4))"
        if k <= 7:
            return self.fstring(depth)
        if k == 8:
            return f"{self.pick(('str', 'repr'))}({self.expr(self.pick(SCALARS), depth)})"
        if k == 9:
            return f"{a()}.{self.pick(('upper', 'lower', 'strip', 'title', 'swapcase', 'capitalize', 'lstrip', 'casefold'))}()"
        if k == 10:
            return f"{a()}[{self.slice(depth)}]"
        if k == 11:
            return f"{self.pick(STRS)}.join({self.expr(('list', 'str'), depth)})"
        if k == 12:
            return f"{a()}.replace({self.pick(STRS[1:])}, {self.pick(STRS)})"
        if k == 13:
            return f"{a()}.{self.pick(('ljust', 'rjust', 'center', 'zfill'))}({self.r.randint(0, 9)})"
        if k == 14:
            x = self.type(2)
            if printable(x):
                return f"{self.pick(('str', 'repr'))}({self.expr(x, depth)})"
        if k == 15:
            items, t = self.iterable(depth)
            name, e = self.with_item(t, lambda n: self.inner(lambda: self.expr("str", depth)))
            return f"{self.pick(STRS)}.join({e} for {name} in {items})"
        if k == 16:
            return f"('%s-%d' % ({a()}, {self.expr('int', depth)}))"
        if k == 17:
            return f"'{{}}:{{:>4}}'.format({self.expr(self.scalar(), depth)}, {a()})"
        if k == 18:
            return f"chr({self.expr('int', depth)} % 500 + 40)"
        if k == 19:
            return f"format({self.expr('int', depth)}, '{self.pick(INT_SPECS)}')"
        if k == 20:
            return f"{self.expr('bytes', depth)}.hex()"
        if k == 21:
            return f"{a()}.{self.pick(('removeprefix', 'removesuffix', 'strip', 'rstrip'))}({self.pick(STRS)})"
        if k == 22:
            return f"{a()}.{self.pick(('partition', 'rpartition'))}({self.pick(STRS[1:])})[{self.pick('012')}]"
        if k == 23:
            return f"{self.pick(('ascii', 'hex', 'bin'))}({self.expr('int', depth)})"
        return self.literal("str", depth)

    def slice(self, depth):
        part = lambda: "" if self.chance(0.4) else str(self.r.randint(-4, 5)) if self.chance(0.7) else self.expr("int", 0)
        return f"{part()}:{part()}" + (f":{self.pick(('1', '2', '-1', '-2', '3'))}" if self.chance(0.4) else "")

    def make_bytes(self, t, depth):
        k = self.r.randint(0, 6)
        if k == 0:
            return f"({self.expr('bytes', depth)} + {self.expr('bytes', depth)})"
        if k == 1:
            return f"{self.expr('str', depth)}.encode()"
        if k == 2:
            return f"{self.expr('bytes', depth)}[{self.slice(depth)}]"
        if k == 3:
            return f"bytes([{self.expr('int', depth)} % 256])"
        if k == 4:
            return f"{self.expr('bytes', depth)}.replace(b'a', b'xy')"
        return self.literal("bytes", depth)

    def make_list(self, t, depth):
        k = self.r.randint(0, 17)
        if k <= 3:
            items, x = self.iterable(depth)
            name, e = self.with_item(x, lambda n: self.expr(t[1], depth))
            _, cond = self.with_item(x, lambda n: "")
            cond = ""
            if self.chance(0.4):
                self.vars.append(Var(name, x, self.level, False))
                cond = f" if {self.expr('bool', depth)}"
                self.vars.pop()
            return f"[{e} for {name} in {items}{cond}]"
        if k == 4:
            return f"({self.expr(t, depth)} + {self.expr(t, depth)})"
        if k == 5:
            return f"{self.expr(t, depth)}[{self.slice(depth)}]"
        if k == 6 and ordered(t[1]):
            key = ""
            if self.chance(0.5):
                by = self.pick(("int", "str"))
                key = f", key={self.literal(('func', (t[1],), by), depth)}"
            return f"sorted({self.expr(self.pick((t, ('set', t[1]))) if hashable(t[1]) else t, depth)}{key}{self.pick(('', ', reverse=True'))})"
        if k == 7:
            return f"({self.expr(t, depth)} * {self.pick('012')})"
        if k == 8:
            return f"[*{self.expr(t, depth)}, {self.expr(t[1], depth)}]"
        if k == 9 and t[1] == "str":
            return self.pick((f"{self.expr('str', depth)}.split({self.pick(('', repr(','), repr('a')))})", f"list({self.expr('str', depth)})",
                              f"{self.expr('str', depth)}.splitlines()"))
        if k == 10 and t[1] == "int":
            return self.pick((f"list(range({self.expr('int', 1)} % 6))", f"list({self.expr('bytes', depth)})"))
        if k == 11:
            x = self.type(1)
            return f"list(map({self.literal(('func', (x,), t[1]), depth)}, {self.expr(('list', x), depth)}))"
        if k == 12:
            return f"list(filter({self.literal(('func', (t[1],), 'bool'), depth)}, {self.expr(t, depth)}))"
        if k == 13:
            return f"list({self.expr(t, depth)})" if self.chance(0.5) else f"{self.expr(t, depth)}.copy()"
        if k == 14 and hashable(t[1]):
            if self.chance(0.5):
                return f"list({self.expr(('set', t[1]), depth)})"
            return f"list({self.expr(('dict', t[1], 'int'), depth)})"
        if k == 15:
            return f"[{self.expr(t[1], depth)}, *{self.expr(t, depth)}, *{self.expr(t, depth)}[:2]]"
        if k == 16:
            return self.pick((f"list(itertools.chain({self.expr(t, depth)}, {self.expr(t, depth)}))", f"list(itertools.islice({self.expr(t, depth)}, 2))",
                              f"list(reversed({self.expr(t, depth)}))", f"list({{0: {self.expr(t[1], depth)}, 5: {self.expr(t[1], depth)}}}.values())"))
        return self.literal(t, depth)

    def make_set(self, t, depth):
        k = self.r.randint(0, 6)
        if k <= 1:
            return f"({self.expr(t, depth)} {self.pick('|&-^')} {self.expr(t, depth)})"
        if k == 2:
            items, x = self.iterable(depth)
            name, e = self.with_item(x, lambda n: self.expr(t[1], depth))
            return f"{{{e} for {name} in {items}}}"
        if k == 3:
            return f"set({self.expr(('list', t[1]), depth)})"
        if k == 4:
            return f"{self.expr(t, depth)}.{self.pick(('union', 'difference', 'intersection'))}({self.expr(('list', t[1]), depth)})"
        return self.literal(t, depth)

    def make_dict(self, t, depth):
        k = self.r.randint(0, 7)
        if k <= 1:
            items, x = self.iterable(depth)
            name, key = self.with_item(x, lambda n: self.expr(t[1], depth))
            self.vars.append(Var(name, x, self.level, False))
            value = self.expr(t[2], depth)
            self.vars.pop()
            return f"{{{key}: {value} for {name} in {items}}}"
        if k == 2:
            return f"{{**{self.expr(t, depth)}, {self.expr(t[1], depth)}: {self.expr(t[2], depth)}}}"
        if k == 3:
            return f"dict(zip({self.expr(('list', t[1]), depth)}, {self.expr(('list', t[2]), depth)}))"
        if k == 4:
            return f"({self.expr(t, depth)} | {self.expr(t, depth)})"
        if k == 5 and t[1] == "str":
            return f"dict({', '.join(f'{n}={self.expr(t[2], depth)}' for n in 'abc'[:self.r.randint(1, 3)])})"
        return self.literal(t, depth)

    def make_tuple(self, t, depth):
        if t == ("tuple", "int", "int") and self.chance(0.3):
            return f"divmod({self.expr('int', depth)}, {self.pick(('3', '10**12', '-4'))})"
        if self.chance(0.15) and len(t) > 2:
            n = self.r.randint(1, len(t) - 2)
            return f"({self.expr(('tuple',) + t[1:1 + n], depth)} + {self.expr(('tuple',) + t[1 + n:], depth)})"
        return self.literal(t, depth)
