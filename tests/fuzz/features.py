"""Statements and definitions of random programs, one for each feature of the language: enums, dataclasses, decorators,
globals, generators that are driven by hand, chained exceptions, patterns, views, texts, big ints."""
from expressions import BIG, SCALARS, Enum, Var, hashable, ordered, printable


class Features:
    # Definitions.

    def enum(self):
        kind = self.pick(("Enum", "Enum", "IntEnum", "Flag", "IntFlag", "StrEnum"))
        e = Enum(f"N{self.index}_{len(self.enums)}", kind)
        self.line(f"class {e.name}(enum.{kind}):")
        count = self.r.randint(2, 4)
        values = self.r.sample(range(-3, 12), count)
        typed = self.pick(("int", "str", "tuple"))
        for i in range(count):
            name = "ABCD"[i]
            if kind in ("Flag", "IntFlag"):
                value = str(1 << i)
            elif kind == "StrEnum":
                value = repr(self.pick("xyzü") * (i + 1))
            elif kind == "IntEnum" or typed == "int":
                value = str(values[i])
            else:
                value = repr("w" * (i + 1)) if typed == "str" else f"({values[i]}, 'v{i}')"
            e.members.append((name, value))
        if typed == "int" and self.chance(0.3) and kind not in ("StrEnum", "IntEnum"):
            e.members = [(n, str(1 << i) if kind != "Enum" else str(i + 1)) for i, (n, _) in enumerate(e.members)]
            for name, _ in e.members:
                self.line(f"    {name} = enum.auto()")
        else:
            for name, value in e.members:
                self.line(f"    {name} = {value}")
        if kind == "Enum" and self.chance(0.3):
            self.line(f"    Z = {e.members[0][1]}")
        if self.chance(0.3):
            e.method = True
            self.line("    def show(self, x=1):")
            self.line("        return (self.name, x)")
        if self.chance(0.2):
            self.line("    @property")
            self.line("    def twice(self):")
            self.line("        return (self.value, self.value)")
            e.twice = True
        if kind == "Enum" and self.chance(0.2):
            self.line("    def __str__(self):")
            self.line("        return f'<{self.name}>'")
        self.line("")
        self.enums.append(e)

    def decorator(self):
        name = f"d{self.index}_{len(self.decorators)}"
        k = self.r.randint(0, 3)
        if k == 0:
            self.method(f"{name}(f)", *(["@functools.wraps(f)"] if self.chance(0.5) else []), "def inner(*args, **kwargs):",
                        f"    print('call', {self.pick(('f.__name__', 'len(args), sorted(kwargs)'))})", "    return f(*args, **kwargs)",
                        "return inner")
            self.decorators.append(name)
        elif k == 1:
            self.method(f"{name}(n, tag='t')", "def outer(f):", "    count = 0", "    @functools.wraps(f)", "    def inner(*args, **kwargs):",
                        "        nonlocal count", "        count += n", "        print(tag, count)", "        return f(*args, **kwargs)",
                        "    return inner", "return outer")
            self.decorators.append(f"{name}({self.r.randint(1, 3)}{self.pick(('', ', tag=' + repr('é')))})")
        elif k == 2:
            self.line(f"class {name}:")
            self.indent += 1
            self.method("__init__(self, f)", "self.f, self.n = f, 0")
            self.method("__call__(self, *args, **kwargs)", "self.n += 1", "print('n', self.n)", "return self.f(*args, **kwargs)")
            self.indent -= 1
            self.decorators.append(name)
            self.wrappers.append(name)
        else:
            self.line(f"seen_{name} = []")
            self.method(f"{name}(f)", f"seen_{name}.append(f.__name__)", "return f")
            self.decorators.append(name)
        self.line("")

    def decorate(self, params, result=None):
        """Perhaps the line of a decorator for the function that is written next. `result`: it may be cached."""
        # In what forwards its arguments, a list of unknown length has one type with the arguments before it.
        if any(kind == "star" for _, _, kind in params):
            return
        if result is not None and self.chance(0.15) and all(hashable(t) and k in ("plain", "default") for _, t, k in params):
            return self.line(self.pick(("@functools.cache", "@functools.lru_cache(maxsize=None)", "@functools.lru_cache(2)")))
        # An object that a class makes is not bound to the object that a method is called on.
        usable = [d for d in self.decorators if d not in self.wrappers or not self.indent]
        for _ in range(self.pick((1, 1, 2))):
            if usable and self.chance(0.35):
                self.line("@" + self.pick(usable))

    def globals_(self):
        for _ in range(self.r.randint(1, 3)):
            t = self.pick(("int", "int", "str", "float", ("list", "int"), ("dict", "str", "int")))
            name = f"G{self.index}_{len(self.shared)}"
            self.line(f"{name} = {self.literal(t, 1)}")
            v = Var(name, t, 0, False)
            v.captured = True
            self.vars.append(v)
            self.shared.append(v)
        self.line("")

    def use_globals(self):
        """The `global` line of a function body, whose variables may be assigned then."""
        chosen = [v for v in self.shared if self.chance(0.4)]
        if chosen:
            self.line("global " + ", ".join(v.name for v in chosen))
            for v in chosen:
                self.declare(v.type, v.name).captured = True
                self.vars[-1].shared = True

    def manager_function(self):
        name = f"w{self.index}_{len(self.managers)}"
        self.line("@contextlib.contextmanager")
        self.line(f"def {name}(n, quiet):")
        self.indent += 1
        self.line("print('open', n)")
        self.line("try:")
        self.line(f"    yield {self.pick(('n', 'n * 2', '-n'))}")
        self.line(f"except {self.pick(('Exception', 'Exception', '(ValueError, LookupError)'))} as e:")
        self.line("    print('caught', type(e).__name__)")
        self.line("    if not quiet: raise" + (" RuntimeError('other') from e" if self.chance(0.3) else ""))
        self.line("finally:" if self.chance(0.6) else "else:")
        self.line("    print('shut', n)")
        self.indent -= 1
        self.line("")
        self.managers.append(name)

    def data_class(self, c, base):
        """The head of a dataclass and its fields."""
        options = []
        if base:
            c.frozen, c.eq = base.frozen, base.eq
        else:
            c.frozen = self.chance(0.3)
            c.order = self.chance(0.3)
            c.eq = c.order or self.chance(0.8)
        c.data = True
        if c.frozen:
            options.append("frozen=True")
        if c.order:
            options.append("order=True")
        if not c.eq:
            options.append("eq=False")
        if not base and self.chance(0.2):
            options.append("slots=True")
            c.slots = True
        if self.chance(0.1):
            options.append("repr=False")
        shown = "repr=False" not in options
        self.line("@dataclasses.dataclass" + (f"({', '.join(options)})" if options else ""))
        self.line(f"class {c.name}{'(' + base.name + ')' if base else ''}:")
        self.indent += 1
        defaults = any(d for _, _, d in c.init)
        start = len(c.init)
        for _ in range(self.r.randint(0 if base else 1, 4)):
            t = self.pick(SCALARS + (("tuple", "int", "str"),)) if c.order or c.frozen else self.type(1)
            if isinstance(t, tuple) and t[0] == "class":
                t = "int"
            name = self.new_name("x")
            defaults = defaults or self.chance(0.3)
            default = ""
            if defaults:
                if isinstance(t, tuple) and t[0] in ("list", "dict", "set") and self.chance(0.4):
                    default = f" = dataclasses.field(default_factory={t[0]})"
                elif not hashable(t):
                    default = f" = dataclasses.field(default_factory=lambda: {self.literal(t, 1)})"
                elif self.chance(0.2):
                    default = f" = dataclasses.field(default={self.literal(t, 0)}, {self.pick(('repr=False', 'compare=False'))})"
                else:
                    default = f" = {self.literal(t, 0)}"
            self.line(f"{name}: {self.annotation(t)}{default}")
            c.fields[name] = t
            c.init.append((name, t, bool(default)))
        if len(c.init) == start:
            self.line("pass")
        if self.chance(0.2):
            self.method("__post_init__(self)", *(["super().__post_init__()"] if base and base.post else []), f"print('post', {start})")
            c.post = True
        if c.eq:
            c.dunders.discard("hash")
            c.dunders.add("eq")
            if c.frozen and all(hashable(t) for _, t, _ in c.init):
                c.dunders.add("hash")
        else:
            c.dunders.add("hash")
        if c.order:
            c.dunders.add("lt")
        return shown

    def annotation(self, t):
        """The text of an annotation of the type t."""
        if isinstance(t, str):
            return {"none": "None", "fuel": "int"}.get(t, t)
        if t[0] in ("list", "set", "dict", "tuple"):
            return f"{t[0]}[{', '.join(map(self.annotation, t[1:]))}]"
        if t[0] == "opt":
            return f"{self.annotation(t[1])} | None"
        if t[0] == "union":
            return " | ".join(map(self.annotation, t[1:]))
        return t[1].name if t[0] in ("class", "enum") else "object"

    # Statements.

    def s_enum(self):
        if not self.enums:
            return self.s_text()
        e = self.pick(self.enums)
        x = lambda: self.expr(("enum", e), 1)
        n, i = self.pick(e.members)[0], self.new_name("i")
        uses = [f"print({x()}, repr({x()}), [{x()}])", f"print({x()}.name, {x()}.value)", f"print(list({e.name}), len({e.name}))",
                f"for {i} in {e.name}: print({i}.name, end=' ')", f"print({e.name}['{n}'] is {e.name}.{n}, {x()} in {e.name})",
                f"print({{{i}: {i}.value for {i} in {e.name}}})", f"print({{{x()}: 1}}.get({x()}))",
                f"try: print({e.name}({self.pick(('77', repr('w'), '3', '1'))}))",
                f"print({x()} is {x()}, {x()} == {x()}, {x()} != {x()}, bool({x()}), f'{{{e.name}.{n}}} {{{e.name}.{n}!r:>20}}')",
                f"print(len({{{x()}, {x()}}}), hash({x()}) == hash({x()}), isinstance({x()}, {e.name}), list({e.name}.__members__))"]
        if e.flag:
            uses += [f"print({x()} | {x()}, {x()} & {x()}, {x()} ^ {x()}, ~{x()}, {x()} in {x()})",
                     f"print(list({x()} | {x()}), ({x()} | {x()}).value)", f"print([{i}.name for {i} in {x()} | {x()}], bool({x()} & {x()}))"]
        if e.kind in ("IntEnum", "IntFlag"):
            uses += [f"print({x()} + {self.expr('int', 1)}, {x()} < {self.expr('int', 1)}, int({x()}), [4, 5, 6][{x()} % 3])",
                     f"print(sorted([{x()}, {x()}, {x()}]), max({x()}, {x()}), sum([{x()}, {x()}]), '%d' % {x()}, format({x()}, '>4'))"]
        if e.kind == "StrEnum":
            uses += [f"print({x()} + 'q', {x()}.upper(), len({x()}), ','.join([{x()}, {x()}]), {x()} == 'x', sorted({e.name}))"]
        if e.method:
            uses += [f"print({x()}.show(), {x()}.show(x={self.expr('str', 1)}))"]
        if e.twice:
            uses += [f"print({x()}.twice)"]
        for _ in range(self.r.randint(1, 3)):
            use = self.pick(uses)
            self.line(use)
            if use.startswith("try"):
                self.line(f"except (ValueError, KeyError) as {i}: print(type({i}).__name__, {i})")
        if self.chance(0.3):
            self.line(f"match {x()}:")
            self.indent += 1
            members = self.r.sample(e.members, 2)
            self.line(f"case {e.name}.{members[0][0]}:")
            self.block(1)
            self.line(f"case {e.name}.{members[1][0]}{self.pick(('', f' | {e.name}.{members[0][0]}'))}:")
            self.block(1)
            if self.chance(0.6):
                self.line("case _:")
                self.block(1)
            self.indent -= 1

    def s_big(self):
        """Ints beyond a machine word through everything that takes ints."""
        n, m = self.new_name(), self.new_name()
        self.line(f"{n} = {self.pick(BIG)} {self.pick('+-*^|&')} {self.expr('int', 1)}")
        self.line(f"{m} = {self.pick(('1', '-1', '3', '10'))} {self.pick(('<<', '*'))} {self.pick(('61', '62', '63', '64', '100'))}")
        self.line(f"{m} {self.pick(('+=', '-=', '^='))} {self.expr('int', 0)}")
        self.declare("int", n)
        self.declare("int", m)
        i = self.new_name("i")
        s = self.pick(("0", "1", "31", "62", "63", "64", "65", "128", "200"))
        uses = [
            f"print({n} // ({m} or 1), {n} % ({m} or 1), divmod({n}, {m} or 7))", f"print({n} >> {s}, {m} << {s}, -{n} >> {s}, ~{m})",
            f"print({n} & {m}, {n} | {m}, {n} ^ {m}, {n} & -{m}, {n} & (1 << {s}) - 1)",
            f"print(pow({n}, {self.pick('0123')}), {m} ** 2, pow({n}, {self.r.randint(0, 99)}, abs({m}) + 2))",
            f"print(pow({n}, abs({m}), {self.pick(('97', '1000003', '2**61 - 1', '-(2**70)'))}))",
            f"print({n} < {m}, {n} == {m}, {n} >= {m}, {n} == float({m}), {n} < {self.expr('float', 1)}, max({n}, {m}), sorted([{n}, {m}, 0, {n} - 1]))",
            f"print({n}.bit_length(), {m}.bit_count(), hash({n}), hash(-{m}), hash({n}) == hash({n} + 0))",
            f"print(hex({n}), oct({m}), bin({n}), f'{{{n}:,}} {{{m}:x}} {{{n}:#b}} {{{m}:>30}} {{{n}:e}} {{{m}:.3g}}')",
            f"print(int(str({n})) == {n}, int(hex({m}), 16) - {m}, int('{self.pick(('zz', '1_000', '-7f', '٣'))}', 36), str({m})[:5])",
            f"print(abs({n}) % 2**64, -{n} % 2**63, {n} % -(2**65), {n} // -(2**62), -{m} // 3, divmod(-{n}, 10**18))",
            f"print({{{n}: 'a', {m}: 'b', 5: 'c'}}.get({m}), {{{n}, {m}, {n}}} == {{{m}, {n}}}, {n} in [{m}, {n}], ({n}, 'x') in {{({n}, 'x'): 1}})",
            f"print({n}.to_bytes(40, 'big', signed=True).hex().strip('0f'), int.from_bytes({m}.to_bytes(33, 'little', signed=True), 'little', signed=True) == {m})",
            f"print(float({n}), {n} / 3, {m} / ({n} or 1), {n} * 0.5, round({n}, -3), round({m} / 7, 2), int({m} * 1.5), {n} + 0.5)",
            f"print([{i} * {n} for {i} in range(-1, 3)], sum([{n}, {m}, 1]), sum({i} * {i} for {i} in ({n}, {m})), [*range({n}, {n} + 3)])",
            f"print(len(range({m}, {m} + 7, 2)), range({n}, {n} + 9)[-1], {n} in range({n} - 1, {n} + 2), list(range({n} + 2, {n}, -1)))",
            f"print(math.gcd({n}, {m}), math.isqrt(abs({n})), math.lcm({self.r.randint(2, 9)}, {m}), math.comb(70, 35), math.factorial(25) % ({m} or 3))",
            f"print(repr({n}), str(-{m}), '%d %x %s %10d' % ({n}, {m}, {n}, {m} % 1000), '{{0:d}}/{{1!r}}'.format({n}, {m}))",
            f"print(bool({n}), not {m}, {n} and 1, {n} if {m} else 0, {n} is not None, int({n}), +{n}, -(-{m}) == {m}, {n} - {n})",
            f"while abs({n}) > 1000: {n} //= {self.pick(('-10', '1000', '2**31', '10**25'))}", f"{n} {self.pick(('//=', '%='))} {m} or 3"]
        changes = [f"for {i} in range({self.r.randint(1, 6)}): {n} = {n} * {self.pick(('3', '-7', '2**33', m))} {self.pick('+-^')} {i}",
                   f"{n} {self.pick(('<<=', '>>='))} {s}", f"{n} {self.pick(('+=', '-=', '*=', '^=', '|=', '&='))} {m}"]
        for _ in range(self.r.randint(1, 3)):
            if self.chance(0.25):
                self.line(self.pick(changes))
                self.line(f"{n} %= {self.pick(('2**200 + 1', '-(2**70)', '2**64', '10**40'))}")
            self.line(self.pick(uses))

    def s_text(self):
        """Methods of str and formatting."""
        s, t, v = self.expr("str", 2), self.expr("str", 1), self.new_name()
        self.line(f"{v} = {self.bounded('str', s)}")
        self.declare("str", v)
        c = self.pick(("'a'", "','", "' '", "'é'", "'漢'", "'l'", "'ab'", "'😀'"))
        n, i = self.r.randint(-5, 9), self.new_name("i")
        uses = [
            f"print({v}.partition({c}), {v}.rpartition({c}))", f"print({v}.split({c}, {self.r.randint(0, 2)}), {v}.rsplit({c}, 1), {v}.split(), {v}.rsplit(None, 1))",
            f"print({v}.removeprefix({c}), {v}.removesuffix({c}), {v}.strip({c}), {v}.lstrip('aé '), {v}.rstrip({c}))",
            f"print({v}.find({c}, {n}), {v}.rfind({c}, 0, {n}), {v}.count({c}), {v}.count('', {n}), {v}.startswith(({c}, 'H')), {v}.endswith({c}, 1))",
            f"print({v}.isalnum(), {v}.isalpha(), {v}.isascii(), {v}.isdecimal(), {v}.isnumeric(), {v}.isprintable(), {v}.istitle(), {v}.islower())",
            f"print({v}.expandtabs({self.r.randint(0, 9)}), {v}.center({self.r.randint(0, 14)}, {self.pick(('*', 'é', '漢'))!r}), {v}.zfill({self.r.randint(0, 12)}), {v}.ljust(9, '·') + '|')",
            f"print({v}.translate({{97: 'A', 98: None, 233: 'eé', 44: 59}}), {v}.translate(str.maketrans('abé', 'xyz')), {v}.translate(str.maketrans('a', 'b', 'lo')))",
            f"print(ascii({v}), repr({v}), {v}.encode(), {v}.encode('utf-16-le')[:6], {v}.encode('ascii', {self.pick(('replace', 'ignore', 'backslashreplace'))!r}), len({v}.encode()))",
            f"print({v}.splitlines(True), {v}.casefold() == {v}.lower(), {v}.title(), {v}.swapcase(), {v}.capitalize(), {v}.upper().lower())",
            f"print([ord({i}) for {i} in {v}], max({v}, default='-'), min({v} or 'z'), sorted(set({v})), {v}[::-1], {v}[{self.slice(1)}])",
            f"print('%-8s|%5s|%r|%a|%.2s|%c' % ({v}, {t}, {v}, {v}, {v}, {self.pick(('65', '233', repr('z')))}))",
            f"print('%05d|%+.2f|%#x|%e|%g|%%|%i' % ({self.expr('int', 1)} % 10**9, {self.expr('float', 1)}, 255, {self.expr('float', 1)}, {self.expr('float', 0)}, {n}))",
            f"print('{{a}}-{{b!r:>8}}-{{0}}-{{1:{{2}}}}'.format({v}, {n}, 5, a={t}, b={v}), '{{:^{self.r.randint(0, 20)}}}|{{:é<4}}'.format({v}, {v}[:2]))",
            f"print(f'{{{v}:>{{{abs(n)}}}}}|{{{v}!r:<12.6}}|{{len({v}):03}}|{{{v}=}}|{{{v}[:1]!a}}')",
            f"print({v} < {t}, {v} == {t}, {c} in {v}, {v} + {t} == {t} + {v}, {v} * 2, 3 * {v}[:2], hash({v}) == hash({v}[:]))",
            f"print({t}.join([{v}, {v}[:1], '']), ''.join(reversed({v})), {v}.replace({c}, {t}, 1), {v}.replace('', '.', 3))",
            f"for {i}, {v}c in enumerate({v}): print({i}, {v}c, end=';')", f"print('-'.join(f'{{{i}:02x}}' for {i} in {v}.encode()), {v}.encode().decode() == {v})"]
        for _ in range(self.r.randint(1, 3)):
            self.line(self.pick(uses))

    def s_view(self):
        """Views of dicts, operations of sets."""
        v = self.container(self.pick(("dict", "set")))
        if not v:
            return self.s_new()
        name, t, i, j = self.read(v), v.type, self.new_name("i"), self.new_name("i")
        if t[0] == "dict":
            other = self.expr(t, 1)
            key = self.expr(t[1], 1)
            uses = [f"print(len({name}.keys()), {key} in {name}.keys(), {name}.keys() == {other}.keys(), {name}.keys() <= {other}.keys())",
                    f"print(len({name}.keys() & {other}), len({name}.keys() | {other}.keys()), len({name}.keys() - {other}.keys()), {name}.keys().isdisjoint({other}))",
                    f"print(list(reversed({name})), [{i} for {i} in {name}], {name}.keys())",
                    f"for {i}, {j} in {name}.items(): print({i}, end=',')", f"print(sum(1 for {i} in {name}.values()), len({name}.items()))",
                    f"print(dict(list({name}.items())[:2]).keys(), next(iter({name}), 'none') == 'x')",
                    f"print(dict.fromkeys(list({name}), {self.expr('int', 1)}), {name}.copy() == {name})" if not self.has_class(t) else f"print(len({name}.copy()))",
                    f"{name} = {{{i}: {j} for {i}, {j} in {name}.items() if {i} != {key}}}" if v.level == self.level and v.assignable else f"{name}.pop({key}, None)"]
            if ordered(t[1]):
                uses += [f"print(sorted({name}), sorted({name}.keys() | {other}.keys()), max({name}, default={key}))",
                         f"for {i} in sorted({name}, reverse=True): print({i}, end=',')"]
            if printable(t) and not self.has_class(t):
                uses += [f"print({name}.items(), {name}.values(), {name} == {other})", f"print(({key}, {self.expr(t[2], 1)}) in {name}.items())"]
        else:
            other = self.expr(t, 1)
            uses = [f"print(len({name} & {other}), {name} <= {other}, {name} < {other}, {name}.isdisjoint({other}), {name} == {other})",
                    f"print({name}.issubset({other}), {name}.issuperset({other}), len({name} ^ {other}), frozenset({name}) == {name})",
                    f"print(len({name}.union({other}, [{self.expr(t[1], 1)}])), {{frozenset({name}): 1}}.get(frozenset({other})))",
                    f"if {name}: {name}.pop()", f"{name}.discard({self.expr(t[1], 1)})"]
            if ordered(t[1]):
                uses += [f"print(sorted({name} | {other}), sorted({name} - {other}), min({name}, default=None))"]
        for _ in range(self.r.randint(1, 2)):
            self.line(self.pick(uses))

    def s_splice(self):
        """Assignment to and deletion of slices, stars in displays."""
        v = self.container("list")
        if not v or v.level != self.level:
            return self.s_unpack()
        name, t = self.read(v), v.type
        x = lambda: self.value(t[1], 1)
        i = self.new_name("i")
        shown = printable(t)
        uses = [f"{name}[{self.r.randint(-3, 3)}:{self.r.randint(-2, 5)}] = [{x()}, {x()}]", f"{name}[::2] = [{x()} for {i} in {name}[::2]]",
                f"del {name}[{self.slice(1)}]", f"{name}[:0] = {self.expr(t, 1)}[:3]", f"{name}[{self.r.randint(-3, 3)}:] = []", f"{name}[:] = [*{name}, {x()}][:7]",
                f"{name}[1:1] = ({x()}, {x()})", f"{name}[::-1] = {name}[:]", f"{name}[len({name}):] = [{x()}]", f"if {name}: del {name}[{self.expr('int', 0)} % len({name})]",
                f"{name} *= {self.pick('012')}; del {name}[6:]" if v.assignable else f"{name}.reverse()"]
        for _ in range(self.r.randint(1, 2)):
            self.line(self.pick(uses))
        if shown:
            self.line(self.pick((f"print({name}, len({name}))", f"print(*{name}, sep='; ')", f"print([*{name}[1:], *{name}[:1]], (*{name},) == tuple({name}))")))
        if self.chance(0.4):
            a, b, c = self.new_name(), self.new_name(), self.new_name()
            form = self.pick((f"*{a}, {b}, {c}", f"{b}, *{a}, {c}", f"{b}, {c}, *{a}"))
            self.line(f"{form} = [{x()}, {x()}, *{name}]")
            self.declare(t, a)
            self.declare(t[1], b)
            self.declare(t[1], c)

    def s_table(self):
        """Functions in containers."""
        a = tuple(self.scalar() for _ in range(self.r.randint(1, 2)))
        t = ("func", a, self.scalar())
        fs, k = self.new_name(), self.new_name("i")
        args = ", ".join(self.expr(x, 1) for x in a)
        make = lambda: self.literal(t, 1)
        form = self.r.randint(0, 3)
        if form == 0:
            self.line(f"{fs} = {{'p': {make()}, 'é': {make()}, 'q': {make()}}}")
            self.line(f"for {k}, {fs}f in {fs}.items(): print({k}, {fs}f({args}))")
        elif form == 1:
            self.line(f"{fs} = [{make()}, {make()}]")
            self.line(f"print([{k}({args}) for {k} in {fs}], {fs}[{self.expr('int', 1)} % 2]({args}))")
        elif form == 2:
            self.line(f"{fs} = ({make()}, {self.r.randint(0, 9)}, {make()})")
            self.line(f"print({fs}[0]({args}), {fs}[-1]({args}), {fs}[1])")
        else:
            args = self.inner(lambda: ", ".join(self.expr(x, 1) for x in a))
            self.line(f"{fs} = {make()}")
            self.line(f"print((lambda f, *rest: [f({args}), len(rest)])({fs}, 1, 2), functools.partial({fs}, {args})())")

    def s_nest(self):
        """Comprehensions in comprehensions."""
        i, j, k = self.new_name("i"), self.new_name("i"), self.new_name("i")
        outer, t = self.iterable(1)
        self.vars.append(Var(i, t, self.level, False))
        inner, u = self.iterable(1)
        self.vars.append(Var(j, u, self.level, False))
        x = self.pick(("int", "str", ("tuple", "int", "str"), t if printable(t) else "int", u if printable(u) else "str"))
        e, cond = self.expr(x, 1), self.expr("bool", 1)
        del self.vars[-2:]
        name = self.new_name()
        form = self.r.randint(0, 4)
        if form == 0:
            self.line(f"{name} = [{e} for {i} in {outer} for {j} in {inner} if {cond}]")
            self.declare(("list", x), name)
        elif form == 1:
            self.line(f"{name} = [[{e} for {j} in {inner}] for {i} in {outer}]")
            self.declare(("list", ("list", x)), name)
        elif form == 2 and hashable(x):
            self.line(f"{name} = {{{e} for {i} in {outer} if {self.expr('bool', 1)} for {j} in {inner}}}")
            self.declare(("set", x), name)
        elif form == 3:
            self.line(f"{name} = [{k} for {i} in {outer} for {j} in {inner} if ({k} := {self.expr('int', 1)} + len(str({self.r.randint(0, 99)}))) % 2]")
            self.declare(("list", "int"), name)
        else:
            self.line(f"{name} = {{{self.r.randint(0, 3)} + {k}: [{e} for {j} in {inner}] for {k}, {i} in enumerate({outer})}}")
            self.declare(("dict", "int", ("list", x)), name)
        if printable(x):
            self.line(f"print({name})")

    def s_drive(self):
        """A generator that is sent values and exceptions."""
        found = self.generators()
        if not found or self.calls <= 0:
            return self.s_nest()
        self.calls -= 1
        f = self.pick(found)
        g, e = self.new_name("g"), self.new_name("e")
        self.line(f"{g} = {self.call(f, 1)}")
        self.line("try:")
        self.indent += 1
        for _ in range(self.r.randint(1, 4)):
            k = self.r.randint(0, 5)
            if k <= 2:
                self.line(f"print(next({g}))")
            elif k == 3:
                self.line(f"print({g}.send({self.pick(('None', self.expr('int', 1), self.expr('str', 1)))}))")
            elif k == 4:
                self.line(f"print({g}.throw({self.raised()}))")
            else:
                self.line(f"{g}.close()")
        self.indent -= 1
        self.line(f"except StopIteration as {e}: print('stop', {e}.value)")
        self.line(f"except Exception as {e}: print(type({e}).__name__, {e})")
        if self.chance(0.3):
            self.line(f"finally: {g}.close()")

    def s_chain(self):
        """Exceptions with causes and contexts, clean-up on each way out."""
        if self.level >= 3 or self.in_finally:
            return self.s_try()
        name, t = self.new_name("g"), self.scalar()
        a, e, o = self.new_name("p"), self.new_name("e"), self.new_name("e")
        self.line(f"def {name}({a}):")
        self.indent += 1
        loop = self.pick((f"for {self.new_name('i')} in range(3):", f"while {a} > 0:", ""))
        if loop:
            self.line(loop)
            self.indent += 1
            if loop.startswith("while"):
                self.line(f"{a} -= 1")
        self.level += 1
        leave = lambda: self.pick((f"if {a} == {self.r.randint(0, 3)}: return {self.literal(t, 0)}", f"if {a} > 1: raise {self.raised()}", f"print('at', {a})",
                                   *((f"if {a} % 2: break", f"if {a} % 3: continue", "break") if loop else ())))
        self.line("try:")
        self.line("    " + leave())
        handled = self.chance(0.7)
        self.line("    try:" if handled else f"    with contextlib.suppress({self.pick(('ValueError', 'KeyError', 'LookupError'))}):")
        self.line("        " + leave())
        self.line(f"        raise {self.raised()}")
        if handled:
            self.line(f"    except {self.pick(('ValueError', '(KeyError, RuntimeError)', 'Exception', 'LookupError'))} as {e}:")
            self.line("        " + leave())
            self.line("        " + self.pick((f"raise {self.raised()} from {e}", f"raise {self.raised()}", "raise", f"raise {self.raised()} from None", "pass")))
            if self.chance(0.5):
                self.line("    finally:")
                self.line("        " + leave())
        if self.chance(0.6):
            self.line(f"except {self.pick(('ArithmeticError', 'KeyError', 'Exception'))} as {o}:")
            self.line(f"    print(repr({o}), repr({o}.__context__), repr({o}.__cause__), {o}.__suppress_context__)")
            self.line("    " + leave())
            if self.chance(0.3):
                self.line("else:")
                self.line("    " + leave())
        else:
            self.line("finally:")
            self.line("    " + leave())
            self.line(f"    print('clean', {a})")
        if loop:
            self.indent -= 1
        self.line(f"return {self.expr(t, 0)}")
        self.indent -= 1
        self.level -= 1
        c, r = self.new_name("i"), self.new_name("e")
        self.line(f"for {c} in range({self.r.randint(1, 4)}):")
        self.line(f"    try: print({name}({c}))")
        self.line(f"    except Exception as {r}:")
        self.line(f"        while {r} is not None:")
        self.line(f"            print(type({r}).__name__, {r}.args)")
        self.line(f"            {r} = {self.pick((f'{r}.__cause__ or {r}.__context__', f'{r}.__context__', f'{r}.__cause__'))}")
        if self.may_raise:
            self.declare(("func", ("fuel",), t), name, assignable=False)

    def s_pattern(self):
        """match with patterns that bind."""
        a, b, c = self.new_name("m"), self.new_name("m"), self.new_name("m")
        k = self.r.randint(0, 5)
        classes = [x for x in self.classes if x.data and x.init]
        if k == 0 and classes:
            x = self.pick(classes)
            subject = self.expr(("class", x), 1)
            names = [a, b, c][:min(3, len(x.init))]
            cases = [(f"{x.name}({', '.join(names)})", names), (f"{x.name}({x.init[-1][0]}={a})", [a]), (f"{x.name}() as {a}", [a])]
        elif k == 1:
            subject = self.expr(("dict", "str", self.scalar()), 2)
            cases = [(f"{{'a': {a}, 'b': {b}}}", [a, b]), (f"{{'a': {a}, **{b}}}", [a, b]), (f"{{'abc': {a}}} if {a}", [a]), ("{}", [])]
        elif k == 2:
            subject = self.expr(("list", ("tuple", "int", "str")), 2)
            cases = [(f"[({a}, {b})]", [a, b]), (f"[({a}, 'a' | 'b' | '' as {b}), *{c}]", [a, b, c]), (f"[_, *_, ({a}, _)]", [a]), ("[]", [])]
        elif k == 3:
            subject = f"({self.expr('int', 1)} if {self.expr('bool', 1)} else {self.expr('str', 1)} if {self.expr('bool', 1)} else {self.expr(('list', 'int'), 1)})"
            cases = [(f"int({a}) if {a} > 2", [a]), (f"str({a}) | [{a}]", [a]), (f"int() | str() as {a}", [a]), (f"[{a}, *{b}]", [a, b]), ("[]", [])]
        elif k == 4:
            subject = f"{self.expr('int', 1)}, {self.expr('str', 1)}, {self.expr('bool', 1)}"
            cases = [(f"0 | 1 as {a}, {b}, True", [a, b]), (f"{a}, '', _", [a]), (f"-1, {a}, False", [a]), (f"{a}, {b}, {c} if {c}", [a, b, c])]
        else:
            subject = self.expr(("opt", self.pick(("int", "str"))), 1)
            subject = f"({subject} if {self.expr('bool', 1)} else None)"
            cases = [("None", []), (f"{a} if {a}", [a]), (f"{b}", [b])]
        chosen = [x for x in cases if self.chance(0.7)] or cases[:1]
        self.line(f"match {subject}:")
        self.indent += 1
        for pattern, names in chosen:
            self.line(f"case {pattern}:")
            self.line(f"    print({', '.join(names) or repr('empty')})")
        if chosen[-1][0] != b and self.chance(0.7):
            self.line("case _:")
            self.block(1)
        self.indent -= 1

    def s_spread(self):
        """Calls with * and ** of a function that takes everything."""
        name, a, b = self.new_name("g"), self.scalar(), self.scalar()
        p, q, r, s = (self.new_name("p") for _ in range(4))
        x = lambda t: self.expr(t, 1)
        form = self.r.randint(0, 2)
        if form == 0:
            self.line(f"def {name}({p}, {q}={self.literal(b, 0)}, /, *{r}, {s}={self.literal(a, 0)}, **{s}k): return ({p}, {q}, {r}, {s}, {s}k)")
            calls = [f"{name}({x(a)})", f"{name}({x(a)}, {x(b)}, *[{x('int')}, {x('int')}])", f"{name}(*({x(a)}, {x(b)}), {s}={x(a)})",
                     f"{name}({x(a)}, **{{'k': {x('int')}}}, z={x('int')})", f"{name}({x(a)}, {x(b)}, *range(3), {x('int')}, {s}={x(a)}, w={x('int')})"]
        elif form == 1:
            self.line(f"def {name}({p}, *, {q}, {r}={self.literal(b, 0)}): return [{p}, {q}, {r}]")
            calls = [f"{name}({x(a)}, {q}={x(b)})", f"{name}({q}={x(b)}, {p}={x(a)}, {r}={x(b)})", f"{name}({x(a)}, **dict({q}={x(b)}))",
                     f"{name}(**{{'{p}': {x(a)}, '{q}': {x(a)}}})"]
        else:
            self.line(f"def {name}(*{p}, **{q}): return len({p}), {p}[:2], sorted({q}), {q}.get('a')")
            calls = [f"{name}()", f"{name}(*{x(('list', a))}, *{x(('list', a))})", f"{name}(*{x(('tuple', a, a))}, a={x(b)})",
                     f"{name}(**{{'a': {x(b)}, 'b': {x(b)}}}, c={x(b)})", f"{name}(*{x('str')})"]
        for _ in range(self.r.randint(1, 3)):
            self.line(f"print({self.pick(calls)})")

    def s_nested_with(self):
        if not self.managers:
            return self.s_print()
        c, d = self.pick(self.managers), self.pick(self.managers)
        a, b = self.new_name("w"), self.new_name("w")
        quiet = self.chance(0.6) or not self.may_raise
        head = f"{c}({self.expr('int', 1)}, {quiet}) as {a}, {d}({self.expr('int', 1)}, {self.chance(0.5)}) as {b}"
        self.line(f"with ({head}):" if self.chance(0.3) else f"with {head}:")
        self.may_raise += 1
        count = len(self.vars)
        self.declare("int", a, assignable=False)
        self.declare("int", b, assignable=False)
        self.block(self.r.randint(1, 3))
        if self.chance(0.3):
            self.line(f"    raise {self.raised()}")
        del self.vars[count:]
        self.may_raise -= 1

    def s_data(self):
        """What dataclasses has for its objects."""
        found = [c for c in self.classes if c.data and c.init]
        if not found:
            return self.s_object()
        c = self.pick(found)
        v = self.new_name()
        self.line(f"{v} = {self.construct(c, 1)}")
        self.declare(("class", c), v)
        name, t, _ = self.pick(c.init)
        e, x = self.new_name("e"), self.expr(("class", c), 1)
        uses = [f"print({v}, {v} == {x}, {v} != {v})", f"print(dataclasses.replace({v}, {name}={self.expr(t, 1)}))",
                f"print(dataclasses.astuple({v}) == dataclasses.astuple({v}), [{e}.name for {e} in dataclasses.fields({v})])",
                f"print(dataclasses.asdict({v}))", f"print(isinstance({v}, {c.name}), type({v}).__name__, {c.name}.__match_args__)"]
        if c.frozen:
            uses += [f"try: {v}.{name} = {self.expr(t, 0)}\n{'    ' * self.indent}except dataclasses.FrozenInstanceError as {e}: print('frozen', {e})"] * 2
        if c.order:
            uses += [f"print({v} <= {x}, {v} > {x}, {v} >= {v}, max([{v}, {x}]), sorted([{x}, {v}]))"]
        if "hash" in c.dunders and c.eq:
            uses += [f"print({{{v}: 1, {x}: 2}}.get({v}), {v} in {{{x}, {v}}}, hash({v}) == hash({x}))"]
        for _ in range(self.r.randint(1, 3)):
            self.line(self.pick(uses))

    def shape(self, depth):
        """A display of tuples in tuples, of any shape, with hashable items."""
        if depth <= 0 or self.chance(0.25):
            t = self.pick(["int", "str", "float", "bool", "none", "bytes"])
            return "None" if t == "none" else self.literal(t, 0)
        items = [self.shape(depth - 1) for _ in range(self.r.randint(0, 3))]
        return "(" + ", ".join(items) + ("," if len(items) == 1 else "") + ")"

    def s_shapes(self):
        """Tuples of different shapes meet: where they are returned, in containers, in other tuples, behind None."""
        f, g, x, y, c = (self.new_name() for _ in range(5))
        count = self.r.randint(2, 4)
        self.line(f"def {f}(k):")
        for k in range(count):
            self.line(f"    if k == {k}: return {self.shape(self.pick([1, 2, 3, 4, 9]))}")
        self.line(f"    return {self.shape(2)}")
        self.line(f"def {g}(k):")
        self.line(f"    if k % 2: return {self.pick([f'({f}(k), k)', f'({f}(k), {f}(k + 1))', f'{f}(k)', f'[{f}(k)]'])}")
        self.line(f"    return {self.pick(['None', self.shape(1), f'{f}(k)', '(k,)'])}")
        self.line(f"for {x} in range({count + 1}): print({f}({x}), {g}({x}), ({f}({x}), {g}({x})))")
        self.line(f"{c} = [{f}(0), {g}({self.r.randint(0, 3)})]")
        self.line(f"for {x} in range({count + 1}):")
        self.line(f"    {y} = {g}({x})")
        self.line(f"    if {y} is None: {y} = ({f}({x}), 'none')")
        self.line(f"    {c}.append({y})")
        self.line(f"    {c}.append({f}({x}))")
        self.line(f"print({c}, {c}.count({f}(1)), {f}(0) in {c}, {c}[1] == {c}[-1], {c} == {c}[:])")
        self.line(f"{y} = {{{f}(k): k for k in range({count + 1})}}")
        self.line(f"print({y}, {f}({self.r.randint(0, count)}) in {y}, {{{f}(1), {f}(2)}} == {{{f}(2), {f}(1)}})")
        self.line(f"for {x} in {c}:")
        self.line(f"    if isinstance({x}, tuple): print(len({x}), {x}[:1], bool({x}))")
        self.line(f"    elif {x} is None: print('none')")
        self.line(f"    else: print({x})")
