"""Classes of random programs: exceptions, context managers, and classes with fields, methods and operators."""
from expressions import SCALARS, Class, Function, printable


class Classes:
    def error_class(self):
        name = f"E{self.index}_{len(self.errors)}"
        base = self.pick(self.errors) if self.errors and self.chance(0.5) else self.pick(("Exception", "ValueError", "KeyError", "RuntimeError"))
        self.line(f"class {name}({base}):")
        if base not in self.errors:
            self.line("    def __init__(self, text, code):")
            self.line("        super().__init__(text)")
            self.line("        self.code = code")
            if self.chance(0.4):
                self.line("    def __str__(self): return f'{self.code}:{self.args[0]}'")
        else:
            self.line("    pass")
        self.line("")
        self.errors.append(name)

    def manager(self):
        name = f"W{self.index}_{len(self.managers)}"
        self.line(f"class {name}:")
        self.line("    def __init__(self, n, quiet):")
        self.line("        self.n, self.quiet = n, quiet")
        self.line("    def __enter__(self):")
        self.line("        print('enter', self.n)")
        self.line(f"        return {self.pick(('self.n', 'self.n + 1', 'abs(self.n)'))}")
        self.line("    def __exit__(self, kind, value, trace):")
        self.line("        print('exit', kind.__name__ if kind else None, value)")
        self.line("        return self.quiet")
        self.line("")
        self.managers.append(name)

    def class_(self):
        # Objects of different classes have no order.
        bases = [c for c in self.classes if not c.order]
        base = self.pick(bases) if bases and self.chance(0.45) else None
        c = Class(f"C{self.index}_{len(self.classes)}", base)
        if base.data if base else self.chance(0.3):
            shown = self.data_class(c, base)
        else:
            shown = False
            self.plain_class(c, base)
        self.members(c, base)
        if not shown:
            self.shown(c)
        self.indent -= 1
        self.line("")
        self.classes.append(c)
        if base:
            base.subclasses.append(c)

    def plain_class(self, c, base):
        """The head of a class and its __init__."""
        self.line(f"class {c.name}{'(' + base.name + ')' if base else ''}:")
        self.indent += 1
        own = []
        for _ in range(self.r.randint(0 if base else 1, 3)):
            t = self.type(1 if self.chance(0.7) else 2)
            own.append((self.new_name("x"), t, t in SCALARS and self.chance(0.3)))
        own.sort(key=lambda p: p[2])
        if base and own:
            own = [(n, t, True) if any(d for _, _, d in base.init) else (n, t, d) for n, t, d in own]
        linked = not base and self.chance(0.15)
        if base and base.slots or not base and self.chance(0.2):
            c.slots = True
            if not base or self.chance(0.6):
                names = [n for n, _, _ in own] + (["next"] if linked else [])
                self.line(f"__slots__ = ({', '.join(map(repr, names))}{',' if len(names) == 1 else ''})")
        elif self.chance(0.2):
            name, t = self.new_name("k"), self.scalar()
            self.line(f"{name} = {self.literal(t, 0)}")
            c.fields[name] = t
        if own or not base:
            c.init = c.init + own
            parts = [n if not d else f"{n}={self.literal(t, 0)}" for n, t, d in c.init]
            self.line(f"def __init__(self, {', '.join(parts)}):")
            self.indent += 1
            if base:
                self.line(f"super().__init__({', '.join(n for n, _, _ in base.init)})")
            for n, t, _ in own:
                self.line(f"self.{n} = {n}")
                c.fields[n] = t
            if linked:
                self.line("self.next = None")
                c.fields["next"] = ("opt", ("class", c))
            self.indent -= 1

    def members(self, c, base):
        """Methods, properties and operators."""
        me = lambda: self.declare(("class", c), "self", assignable=False)
        for _ in range(self.r.randint(0, 3)):
            if base and base.methods and self.chance(0.5):
                name = self.pick(list(base.methods))
                m = base.methods[name]
                result, params = m.result, m.params
            else:
                name, result = self.new_name("m"), self.type(1)
                params = self.params(self.r.randint(0, 2), self.chance(0.3))
                m = Function(name, params, result)
            self.decorate(params)
            self.line(f"def {name}(self{', ' if params else ''}{self.signature(params)}):")

            def extra():
                me()
                if base and name in base.methods and all(k == "plain" for _, _, k in params):
                    v = self.new_name()
                    self.indent += 1
                    self.line(f"{v} = super().{name}({', '.join(n for n, _, _ in params)})")
                    self.indent -= 1
                    self.declare(result, v)
            # Methods call only methods of the bases: every call ends.
            known, c.methods = c.methods, {}
            props, c.properties = c.properties, {}
            self.function_body(self.r.randint(1, 4), params, result, extra=extra)
            c.methods, c.properties = known, props
            c.methods[name] = m
        if self.chance(0.35):
            name, t = self.new_name("q"), self.type(1)
            self.line("@property")
            self.line(f"def {name}(self):")
            known, c.methods = c.methods, {}
            self.function_body(self.r.randint(0, 1), [], t, extra=me)
            c.methods = known
            c.properties[name] = t
            if not c.frozen and self.chance(0.4):
                self.line(f"@{name}.setter")
                self.line(f"def {name}(self, value):")
                same = [n for n, x in c.fields.items() if x == t]
                self.line(f"    print('set {name}')")
                if same:
                    self.line(f"    self.{same[0]} = value")
                c.setters[name] = t
        if self.chance(0.15):
            name, t = self.new_name("m"), self.scalar()
            params = self.params(self.r.randint(0, 2), False)
            kind = self.pick(("static", "class"))
            self.line(f"@{kind}method")
            self.line(f"def {name}({'cls' if kind == 'class' else ''}{', ' if kind == 'class' and params else ''}{self.signature(params)}):")
            self.function_body(self.r.randint(1, 2), params, t)
            c.methods[name] = Function(name, params, t)
        self.dunder_methods(c, base)

    def shown(self, c):
        """__repr__ and __str__."""
        shown = [n for n in c.fields if n != "next" and printable(c.fields[n])]
        shown = [n for n in shown if not self.has_class(c.fields[n])] if self.chance(0.5) else shown
        self.line("def __repr__(self):")
        self.line("    return f'" + c.name.split("_")[0] + "(" + ", ".join("{self.%s!r}" % n for n in shown) + ")'")
        if self.chance(0.15):
            self.line("def __str__(self):")
            self.line(f"    return '<{c.name}>'")

    def method(self, signature, *body):
        self.line(f"def {signature}:")
        for text in body:
            self.line("    " + text)

    def dunder_methods(self, c, base):
        ints = [n for n, t in c.fields.items() if t == "int"]
        n = f"self.{self.pick(ints)}" if ints else "2"
        other = n.replace("self", "other")
        if base:
            return self.overriding(c)
        new = lambda: f"{c.name}({', '.join('self.' + a for a, _, _ in c.init)})"
        if self.chance(0.25):
            self.method("__add__(self, other)", f"print('add')", f"return {new()}")
            c.dunders.add("add")
        if c.data:
            pass
        elif self.chance(0.3):
            self.method("__eq__(self, other)", f"return isinstance(other, {c.name}) and {n} == {other}")
            c.dunders.add("eq")
            if self.chance(0.6):
                self.method("__hash__(self)", f"return hash({n})")
                c.dunders.add("hash")
        else:
            c.dunders.add("hash")
        if not c.data and self.chance(0.25):
            self.method("__lt__(self, other)", f"return {n} < {other}")
            c.dunders.add("lt")
        if self.chance(0.15):
            self.method("__len__(self)", f"return abs({n}) % 5")
            c.dunders.add("len")
        if self.chance(0.15):
            self.method("__bool__(self)", f"return {n} != 3")
            c.dunders.add("bool")
        if self.chance(0.15):
            self.method("__getitem__(self, i)", f"return ({n}, i)")
            c.dunders.add("getitem")
        if self.chance(0.15):
            self.method("__contains__(self, x)", f"return x == {n}")
            c.dunders.add("contains")
        if self.chance(0.15):
            self.method("__iter__(self)", f"for i in range(abs({n}) % 4):", "    yield i")
            c.dunders.add("iter")
        if self.chance(0.15):
            self.method("__call__(self, x)", f"return x + {n}")
            c.dunders.add("call")
        if self.chance(0.15):
            self.method("__sub__(self, other)", f"return {n} - (other if isinstance(other, int) else {other})")
            self.method("__rsub__(self, other)", f"return other - {n}")
            self.method("__neg__(self)", f"return -{n}")
            self.method("__invert__(self)", f"return ('not', {n})")
            c.dunders.add("sub")
        if self.chance(0.15):
            self.method("__mul__(self, other)", f"return [{n}] * (other % 4) if isinstance(other, int) else NotImplemented")
            self.method("__rmul__(self, other)", f"return ('r', other, {n})")
            self.method("__matmul__(self, other)", f"return ({n}, {other})")
            self.method("__divmod__(self, other)", f"return divmod({n}, other)")
            self.method("__pow__(self, other, mod=None)", "return (other, mod)")
            c.dunders.add("mul")
        if self.chance(0.15):
            self.method("__setitem__(self, i, x)", "print('set', i, x)")
            self.method("__delitem__(self, i)", "print('del', i)")
            c.dunders.add("setitem")
        if self.chance(0.15):
            self.method("__int__(self)", f"return {n}")
            self.method("__index__(self)", f"return {n} % 3")
            self.method("__float__(self)", f"return {n} % 1000 / 2")
            self.method("__round__(self, digits=0)", f"return ({n}, digits)")
            c.dunders.add("int")
        if self.chance(0.15):
            self.method("__format__(self, spec)", f"return f'<{{spec}}:{{{n}}}>'")
            c.dunders.add("format")
        if self.chance(0.15):
            self.method("__enter__(self)", "print('in')", "return self")
            self.method("__exit__(self, kind, value, trace)", "print('out', kind is None)", "return True")
            c.dunders.add("with")
        if self.chance(0.1):
            self.method("__getattr__(self, name)", "if name.startswith('z'): return name * 2", "raise AttributeError(name)")
            c.dunders.add("getattr")
        if "iter" not in c.dunders and self.chance(0.1):
            self.method("__iter__(self)", "items = [1, 'a', None]", "return iter(items)")
            self.method("__reversed__(self)", "return iter([None, 'a', 1])")
            c.dunders.add("iter")
        if ints and not c.frozen and self.chance(0.15):
            self.method("__iadd__(self, x)", f"{n} = ({n} + x) % 1000", f"return self")
            c.dunders.add("iadd")

    def overriding(self, c):
        """Operators of a base, called through super()."""
        bodies = {"len": ("__len__(self)", "return super().__len__() + 1"), "getitem": ("__getitem__(self, i)", "return ('sub', super().__getitem__(i))"),
                  "contains": ("__contains__(self, x)", "return not super().__contains__(x)"), "call": ("__call__(self, x)", "return super().__call__(x) * 2"),
                  "iter": ("__iter__(self)", "yield from super().__iter__()", "yield 'end'"), "sub": ("__sub__(self, other)", "return (super().__sub__(other), 's')"),
                  "bool": ("__bool__(self)", "return not super().__bool__()"), "format": ("__format__(self, spec)", "return super().__format__(spec) + '!'")}
        for name, method in bodies.items():
            if name in c.dunders and self.chance(0.3):
                self.method(*method)
