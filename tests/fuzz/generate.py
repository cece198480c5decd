"""Random well-typed Python functions: generate.py SEED INDEX… [large] prints some; program(seed, indexes) makes a program of many.

A function is made of its own classes, helper functions and generators and a main function that uses them and
prints what it computes. The same seed and index always give the same text.
"""
import random
import sys

from classes import Classes
from expressions import SCALARS, STRS, Expressions, Function, Var, ordered, printable
from features import Features


EXCEPTIONS = ("ValueError", "KeyError", "IndexError", "ZeroDivisionError", "TypeError", "RuntimeError", "LookupError",
              "ArithmeticError", "Exception", "StopIteration", "OverflowError")


IMPORTS = "import contextlib, dataclasses, enum, functools, itertools, math\n\n"


class Generator(Features, Classes, Expressions):
    def __init__(self, seed, index, large):
        self.large = large
        self.r = random.Random(f"{seed}:{index}")
        self.index = index
        self.names = 0
        self.constructing = 0  # how many constructor calls are around the expression
        self.vars = []
        self.level = 0
        self.classes = []
        self.functions = []
        self.errors = []
        self.enums = []
        self.decorators = []
        self.wrappers = []    # those of them that are classes
        self.shared = []      # global variables
        self.may_raise = 0
        self.calls = 6
        self.note = f"note{index}"
        self.uses_note = False
        self.lines = []
        self.indent = 0
        self.loop = 0
        self.budget = 0
        self.repeated = 0     # inside what may run several times: values must not grow
        self.result = None    # type that `return` gives in the function being written
        self.yields = None    # type that `yield` gives
        self.gives = None     # type that a generator returns
        self.top = False      # straight-line code of a function
        self.in_finally = 0

    # Text.

    def line(self, text):
        self.lines.append("    " * self.indent + text)

    def block(self, size, top=False):
        """Statements of an inner block; variables made there are gone afterwards."""
        count = len(self.vars)
        saved, self.top = self.top, top
        self.indent += 1
        start = len(self.lines)
        for _ in range(size):
            if self.budget <= 0:
                break
            self.statement()
        if len(self.lines) == start:
            self.line(f"print({self.pick(STRS)})" if self.chance(0.7) else "pass")
        self.indent -= 1
        self.top = saved
        del self.vars[count:]

    def declare(self, t, name=None, **options):
        v = Var(name or self.new_name(), t, self.level, **options)
        self.vars.append(v)
        return v

    def value(self, t, depth=3):
        e = self.expr(t, depth)
        return self.bounded(t, e) if self.repeated else e

    # Statements.

    def statement(self):
        self.budget -= 1
        kinds = [
            (12, self.s_new), (8, self.s_assign), (6, self.s_augmented), (9, self.s_print), (5, self.s_mutate), (5, self.s_mutate),
            (5, self.s_if), (4, self.s_for), (2, self.s_while), (5, self.s_try), (3, self.s_with), (3, self.s_match),
            (3, self.s_closure), (2, self.s_unpack), (2, self.s_narrow), (2, self.s_walrus), (1, self.s_late),
            (2, self.s_object), (2, self.s_generator), (1, self.s_delete), (1, self.s_retype), (1, self.s_swap), (2, self.s_leave),
            (1, self.s_assert), (2, self.s_yield), (1, self.s_call), (1.5, self.s_enum if self.enums else self.s_view),
            (2, self.s_big), (2, self.s_text), (2, self.s_view), (2, self.s_splice), (1.5, self.s_table), (2, self.s_nest),
            (1.5, self.s_drive), (1, self.s_chain), (2, self.s_pattern), (1, self.s_spread), (1, self.s_nested_with), (2, self.s_data),
            (1.5, self.s_shapes)]
        total = sum(weight for weight, _ in kinds)
        k = self.r.random() * total
        for weight, make in kinds:
            k -= weight
            if k < 0:
                return make()

    def s_new(self):
        t = self.type()
        if self.chance(0.1):
            t = ("func", tuple(self.scalar() for _ in range(self.r.randint(0, 2))), self.scalar())
        e = self.value(t)
        v = self.new_name()
        if isinstance(t, tuple) and t[0] in ("opt", "union"):
            # Declared by a function, so that the type really is a union.
            e = f"({e} if {self.expr('bool', 1)} else {self.literal(t, 1)})"
        if self.chance(0.1) and t in SCALARS:
            other = self.new_name()
            self.line(f"{v} = {other} = {e}")
            self.declare(t, other)
        else:
            self.line(f"{v}{': ' + self.annotation(t) if self.chance(0.1) else ''} = {e}")
        self.declare(t, v)

    def assignable(self):
        """An assignable variable or field: (text, type, variable)."""
        found = [(v.name, v.type, v) for v in self.vars if v.assignable and v.level == self.level and not v.narrowed]
        for v in self.vars:
            if isinstance(v.type, tuple) and v.type[0] == "class" and not v.type[1].frozen and not (v.narrowed and v.level != self.level):
                found += [(f"{v.name}.{n}", t, None) for n, t in list(v.type[1].fields.items()) + list(v.type[1].setters.items())]
        return self.pick(found[-10:]) if found else None

    def s_assign(self):
        target = self.assignable()
        if not target:
            return self.s_new()
        name, t, v = target
        if not v:
            self.repeated += 1
        self.line(f"{name} = {self.value(t)}")
        if not v:
            self.repeated -= 1

    def s_augmented(self):
        target = self.assignable()
        if not target:
            return self.s_print()
        name, t, v = target
        if t == "int":
            self.line(f"{name} {self.pick(('+=', '-=', '^=', '|=', '&=', '//=', '%=', '+='))} "
                      + self.bounded("int", self.expr("int", 2)) + " or 7")
        elif t == "float":
            self.line(f"{name} {self.pick(('+=', '-='))} {self.bounded('float', self.expr('float', 2))}")
        elif t == "str":
            self.line(f"{name} += ({self.expr('str', 2)})[:4]")
        elif t == "bool":
            self.line(f"{name} {self.pick(('|=', '&=', '^='))} {self.expr('bool', 2)}")
        elif isinstance(t, tuple) and t[0] == "list":
            self.line(f"{name} += ({self.expr(t, 2)})[:3]")
        elif isinstance(t, tuple) and t[0] == "set":
            self.line(f"{name} {self.pick(('|=', '-=', '&=', '^='))} {self.expr(t, 2)}")
        elif isinstance(t, tuple) and t[0] == "dict" and self.chance(0.5):
            self.line(f"{name} |= {self.expr(t, 2)}")
        else:
            self.s_print()

    def printed(self, depth=2):
        t = self.type()
        e = self.expr(t if printable(t) else "int", depth)
        return e

    def s_print(self):
        k = self.r.random()
        if k < 0.5:
            found = [v for v in self.vars if printable(v.type) and not (v.narrowed and v.level != self.level)]
            if found:
                names = [self.read(self.pick(found)) for _ in range(self.r.randint(1, 3))]
                return self.line(f"print({', '.join(names)}{self.pick(('', '', '', ', sep=' + repr('|')))})")
        if k < 0.7:
            return self.line(f"print({self.fstring(2)})")
        args = ", ".join(self.printed() for _ in range(self.r.randint(1, 3)))
        self.line(f"print({args}{self.pick(('', '', '', ', sep=' + repr('/'), ', end=' + repr('~') + chr(41) + '; print('))})")

    def s_mutate(self):
        v = self.container(self.pick(("list", "list", "dict", "set")))
        if not v:
            return self.s_new()
        name, t = self.read(v), v.type
        if v.level != self.level:
            self.repeated += 1
        if t[0] == "list":
            x = lambda: self.value(t[1], 2)
            k = self.r.randint(0, 13)
            if k <= 3:
                self.line(f"{name}.append({x()})")
            elif k == 4:
                self.line(f"{name}.insert({self.r.randint(-3, 4)}, {x()})")
            elif k == 5:
                self.line(f"{name}.extend({self.expr(t, 2)}[:3])")
            elif k == 6:
                self.line(f"if {name}: print({name}.pop({self.pick(('', '0', '-1'))}))" if printable(t) else f"if {name}: {name}.pop()")
            elif k == 7 and ordered(t[1]):
                key = f"key={self.literal(('func', (t[1],), 'int'), 1)}" if self.chance(0.4) else self.pick(("", "reverse=True"))
                self.line(f"{name}.sort({key})")
            elif k == 8:
                self.line(f"{name}.reverse()")
            elif k == 9:
                self.line(f"if {name}: {name}[{self.expr('int', 1)} % len({name})] = {x()}")
            elif k == 10:
                self.line(f"{name}[{self.slice(1).split(':')[0]}:{self.r.randint(0, 3)}] = {self.expr(t, 1)}[:3]")
            elif k == 11:
                self.line(f"del {name}[{self.pick(('1:', ':1', '::2', ':-1', '-2:'))}]")
            elif k == 12 and not self.has_class(t) and printable(t):
                e = x()
                self.line(f"if {e} in {name}: {name}.remove({e}); print('removed')")
            else:
                self.line(f"{name}.clear()" if self.chance(0.2) else f"{name} += [{x()}]" if v.level == self.level and v.assignable else f"{name}.append({x()})")
        elif t[0] == "dict":
            key = self.value(t[1], 2)
            k = self.r.randint(0, 9)
            if k <= 4:
                self.line(f"{name}[{key}] = {self.value(t[2], 2)}")
            elif k == 5:
                self.line(f"{name}.setdefault({key}, {self.value(t[2], 2)})")
            elif k == 6:
                self.line(f"{name}.update({self.expr(t, 2)})")
            elif k == 7:
                self.line(f"{name}.pop({key}, {self.value(t[2], 2)})")
            elif k == 8:
                self.line(f"if {name}: print(len({name}), {name}.popitem()[0])")
            else:
                self.line(f"for {self.new_name('k')} in list({name}): del {name}[k{self.names}]; break")
        else:
            k = self.r.randint(0, 7)
            x = self.value(t[1], 2)
            if k == 5:
                self.line(f"{name}.{self.pick(('symmetric_difference', 'difference', 'intersection'))}_update({self.expr(t, 1)})")
            elif k == 6 and t[1] == "int":
                i = self.new_name("i")
                self.line(f"for {i} in range({self.r.randint(5, 40)}): {name}.add({i} * {self.r.randint(1, 50)} % 97); "
                          f"{name}.discard({i} * {self.r.randint(1, 50)} % 97)")
            else:
                self.line(f"{name}.{self.pick(('add', 'discard', 'add'))}({x})" if k < 3 else f"{name}.update({self.expr(t, 1)})")
        if v.level != self.level:
            self.repeated -= 1

    def s_if(self):
        self.line(f"if {self.expr('bool', 3)}:" if self.chance(0.8) else f"if {self.expr(self.pick(('int', 'str', ('list', 'int'), ('opt', 'str'))), 2)}:")
        self.block(self.r.randint(1, 3))
        if self.chance(0.3):
            self.line(f"elif {self.expr('bool', 2)}:")
            self.block(self.r.randint(1, 2))
        if self.chance(0.5):
            self.line("else:")
            self.block(self.r.randint(1, 3))

    def loop_body(self, header, size, variables=()):
        if self.loop >= 2:
            return self.s_print()
        self.line(header)
        self.loop += 1
        self.repeated += 1
        count = len(self.vars)
        for name, t in variables:
            self.declare(t, name, assignable=False)
        self.block(size)
        del self.vars[count:]
        self.loop -= 1
        self.repeated -= 1
        if self.chance(0.2):
            self.line("else:")
            self.block(1)

    def s_for(self):
        items, t = self.iterable(2)
        if isinstance(t, tuple) and t[0] == "tuple" and len(t) == 3 and self.chance(0.7):
            a, b = self.new_name("i"), self.new_name("i")
            return self.loop_body(f"for {a}, {b} in {items}:", self.r.randint(1, 4), ((a, t[1]), (b, t[2])))
        name = self.new_name("i")
        self.loop_body(f"for {name} in {items}:", self.r.randint(1, 4), ((name, t),))

    def s_while(self):
        if self.loop >= 2:
            return self.s_print()
        n = self.new_name("n")
        self.line(f"{n} = {self.r.randint(1, 4)}")
        self.declare("int", n, assignable=False)
        kind = self.r.randint(0, 2)
        cond = (f"{n} > 0", f"{n} and {self.expr('bool', 1)}", "True")[kind]
        self.line(f"while {cond}:")
        self.indent += 1
        self.line(f"{n} -= 1")
        if kind == 2:
            self.line(f"if {n} < 0: break")
        self.indent -= 1
        self.loop += 1
        self.repeated += 1
        self.block(self.r.randint(1, 3))
        self.loop -= 1
        self.repeated -= 1
        if self.chance(0.2):
            self.line("else:")
            self.block(1)

    def raised(self):
        """An expression of a new exception."""
        if self.errors and self.chance(0.5):
            name = self.pick(self.errors)
            return f"{name}({self.expr('str', 1)}, {self.expr('int', 1)})"
        return f"{self.pick(EXCEPTIONS[:8])}({self.expr(self.pick(('str', 'int')), 1) if self.chance(0.8) else ''})"

    def s_try(self):
        self.line("try:")
        self.may_raise += 1
        self.block(self.r.randint(1, 3))
        if self.chance(0.4):
            self.indent += 1
            self.line(self.pick((f"if {self.expr('bool', 2)}: raise {self.raised()}", f"raise {self.raised()}",
                                 f"print([{self.expr('int', 1)}][{self.expr('int', 1)}])",
                                 f"print({{{self.expr('str', 1)}: 1}}[{self.expr('str', 1)}])",
                                 f"print(int({self.expr('str', 1)}))", f"print({self.expr('int', 1)} // {self.expr('int', 1)})")))
            self.indent -= 1
        self.may_raise -= 1
        finally_only = self.may_raise > 0 and self.chance(0.25)
        if not finally_only:
            if self.chance(0.5):
                name = self.pick(self.errors) if self.errors and self.chance(0.5) else self.pick(EXCEPTIONS)
                e = self.new_name("e")
                if self.chance(0.25):
                    self.line(f"except ({name}, {self.pick(EXCEPTIONS)}) as {e}:")
                else:
                    self.line(f"except {name} as {e}:" if self.chance(0.8) else f"except {name}:")
                    e = e if " as " in self.lines[-1] else None
                self.handler(e, name if name in self.errors and "(" not in self.lines[-1] else None)
            e = self.new_name("e")
            self.line(f"except Exception as {e}:")
            self.handler(e, None)
            if self.chance(0.25):
                self.line("else:")
                self.block(self.r.randint(1, 2))
        if finally_only or self.chance(0.35):
            self.line("finally:")
            self.in_finally += 1
            self.block(self.r.randint(1, 2))
            self.in_finally -= 1

    def handler(self, e, custom):
        self.indent += 1
        if e:
            self.line(f"print(type({e}).__name__, {self.pick((e, f'{e}.args', f'repr({e})', f'{e}.__cause__ is None'))})")
            if custom:
                self.line(f"print({e}.code)")
        if self.may_raise and self.chance(0.3):
            self.line(self.pick(("raise", f"raise {self.raised()}" + (f" from {self.pick((e, 'None'))}" if e else ""))))
        self.indent -= 1
        self.block(self.r.randint(0, 2))

    def s_with(self):
        if not self.managers:
            return self.s_print()
        c = self.pick(self.managers)
        suppress = self.chance(0.5) or not self.may_raise
        name = self.new_name("w")
        self.line(f"with {c}({self.expr('int', 1)}, {suppress}) as {name}:")
        self.may_raise += 1
        count = len(self.vars)
        self.declare("int", name, assignable=False)
        # What is after the block may run although the block did not end: its variables are gone then, too.
        self.block(self.r.randint(1, 3))
        del self.vars[count:]
        self.may_raise -= 1

    def s_match(self):
        k = self.r.randint(0, 4)
        if k == 0:
            self.line(f"match {self.expr('int', 2)}:")
            cases = [f"case {self.pick(('0', '1', '-1', '0 | 1 | 2', '255', '5'))}:",
                     f"case {self.new_name('m')} if {self.with_item('int', lambda n: 'm%d %% 2 == 0' % (self.names - 1))[1]}:"]
        elif k == 1:
            self.line(f"match {self.expr('str', 2)}:")
            cases = ["case 'a' | 'b':", "case '':", f"case {self.new_name('m')} if len(m{self.names}) > 3:"]
        elif k == 2:
            x = self.scalar()
            self.line(f"match {self.expr(('list', x), 2)}:")
            m, n = self.new_name("m"), self.new_name("m")
            cases = ["case []:", f"case [{m}]:", f"case [{m}, *{n}]:", f"case [{m}, _, {n}]:", f"case [*_, {n}]:"]
            cases = [c for c in cases if self.chance(0.6)] or cases[:1]
            binds = {m: x, n: ("list", x) if any("*" + n in c for c in cases) else x}
        elif k == 3:
            t = ("tuple", "int", "str")
            self.line(f"match {self.expr(t, 2)}:")
            m = self.new_name("m")
            cases = [f"case (0, {m}):", f"case ({m}, 'a'):", f"case (_, {m}) if {m}:"]
            cases = cases[self.r.randint(0, 2):]
        else:
            found = [v for v in self.vars if isinstance(v.type, tuple) and v.type[0] == "class" and v.type[1].init]
            if not found:
                return self.s_print()
            v = self.pick(found)
            self.line(f"match {self.read(v)}:")
            cases = []
            for c in v.type[1].family()[::-1]:
                fields = list(c.fields)
                m = self.new_name("m")
                cases.append(f"case {c.name}({fields[0]}={m}):" if fields and self.chance(0.5) else f"case {c.name}():")
        self.indent += 1
        for case in cases:
            self.line(case)
            names = [w.strip("(),:*[]") for w in case.replace("=", " ").split() if w.strip("(),:*[]").startswith("m") and w.strip("(),:*[]")[1:].isdigit()]
            if names and self.chance(0.8):
                self.indent += 1
                self.line(f"print({', '.join(dict.fromkeys(names))})" if printable(("list", "int")) else "pass")
                self.indent -= 1
                if k == 4 and not printable("int"):
                    continue
            self.block(self.r.randint(0 if names else 1, 2))
        if self.chance(0.6):
            self.line("case _:")
            self.block(self.r.randint(1, 2))
        self.indent -= 1

    def function_body(self, size, params, result, yields=None, extra=None, raises=False):
        """The body of a function inside the current one, with its own level of variables."""
        saved = (self.loop, self.budget, self.repeated, self.result, self.yields, self.top, self.may_raise, self.in_finally, self.calls)
        self.loop, self.result, self.yields, self.in_finally = 0, result, yields, 0
        self.budget = min(size * 3, 14)
        self.calls = 3
        self.repeated += 1
        self.may_raise = int(raises)
        self.level += 1
        count = len(self.vars)
        self.indent += 1
        self.use_globals()
        self.indent -= 1
        for name, t, kind in params:
            if kind == "star":
                t = None  # a tuple of unknown length
            elif kind == "kwargs":
                t = ("dict", "str", t)
            if t:
                self.declare(t, name)
        if extra:
            extra()
        self.top = True
        self.indent += 1
        for name, t, kind in params:
            if kind == "star":
                other = self.new_name()
                self.line(f"{other} = list({name})")
                self.declare(("list", t), other)
        for _ in range(size):
            self.statement()
        if yields:
            self.line(f"yield {self.value(yields)}")
            if self.gives:
                self.line(f"return {self.value(self.gives)}")
        if result and result != "none":
            self.line(f"return {self.value(result)}")
        self.indent -= 1
        del self.vars[count:]
        self.level -= 1
        self.loop, self.budget, self.repeated, self.result, self.yields, self.top, self.may_raise, self.in_finally, self.calls = saved

    def s_closure(self):
        if self.level >= 3 or self.in_finally:
            return self.s_assign()
        name = self.new_name("g")
        params = self.params(self.r.randint(0, 2), False)
        result = self.scalar()
        self.line(f"def {name}({self.signature(params)}):")
        own = [v for v in self.vars if v.assignable and v.level == self.level and v.level > 0 and not v.narrowed and not v.shared and v.type in SCALARS]
        changed = [v for v in own if self.chance(0.3)][-2:]
        if changed:
            self.indent += 1
            self.line("nonlocal " + ", ".join(v.name for v in changed))
            self.indent -= 1

        def extra():
            for v in changed:
                v.captured = True
                self.declare(v.type, v.name)
        self.function_body(self.r.randint(1, 3), params, result, extra=extra)
        self.declare(("func", tuple(t for _, t, _ in params), result), name, assignable=False)

    def s_unpack(self):
        k = self.r.randint(0, 3)
        a, b = self.new_name(), self.new_name()
        if k == 0:
            t, u = self.type(1), self.type(1)
            self.line(f"{a}, {b} = {self.value(t, 2)}, {self.value(u, 2)}")
        elif k == 1:
            t = self.type(1)
            u = ("list", t)
            self.line(f"{a}, *{b} = {self.expr(('list', t), 2)} or [{self.value(t, 1)}]")
        elif k == 2:
            t = u = self.scalar()
            c = self.new_name()
            self.line(f"{a}, ({c}, {b}) = {self.value(t, 2)}, [{self.value(t, 2)}, {self.value(t, 2)}]")
            self.declare(t, c)
        else:
            t, u = self.type(1), self.type(1)
            self.line(f"({a}, {b}) = {self.value(('tuple', t, u), 2)}")
        self.declare(t, a)
        self.declare(u, b)

    def s_narrow(self):
        """isinstance and None tests that narrow a variable."""
        found = [v for v in self.vars if isinstance(v.type, tuple) and v.type[0] in ("opt", "union", "class") and v.level == self.level
                 and not v.narrowed and (v.type[0] != "class" or v.type[1].subclasses)]
        if not found:
            t = self.pick((("union", "int", "str"), ("opt", "int"), ("union", "int", "str", ("list", "int"))))
            name = self.new_name()
            self.line(f"{name} = {' if %s else '.join(self.literal(x, 1) for x in (t[1:] if t[0] == 'union' else (t[1], 'none')))}"
                      .replace("%s", self.expr("bool", 1)))
            found = [self.declare(t, name)]
        v = self.pick(found)
        if v.type[0] == "opt":
            self.line(f"if {v.name} is not None:")
            self.narrowed(v, v.type[1])
            if self.chance(0.4):
                self.line("else:")
                self.block(1)
        elif v.type[0] == "class":
            c = self.pick(v.type[1].subclasses)
            self.line(f"if isinstance({v.name}, {c.name}):")
            self.narrowed(v, ("class", c))
            if self.chance(0.4):
                self.line("else:")
                self.block(1)
        else:
            word = "if"
            for t in v.type[1:-1]:
                self.line(f"{word} isinstance({v.name}, {t if isinstance(t, str) else t[1].name if t[0] == 'class' else t[0]}):")
                self.narrowed(v, t)
                word = "elif"
            self.line("else:")
            self.narrowed(v, v.type[-1])

    def narrowed(self, v, t):
        """A block in which v has the type t."""
        i = self.vars.index(v)
        self.vars[i] = Var(v.name, t, v.level, False, True)
        self.indent += 1
        self.line(f"print({v.name}, {self.expr(t, 2)})" if printable(t) else f"print({v.name} is None)")
        self.indent -= 1
        self.block(self.r.randint(1, 2))
        v.captured = v.captured or self.vars[i].captured
        self.vars[i] = v

    def s_walrus(self):
        t = self.pick(("int", "str", ("list", "int")))
        name = self.new_name()
        e = self.value(t, 2)
        if t == "int":
            self.line(f"if ({name} := {e}) > {self.expr('int', 1)}:")
        elif t == "str":
            self.line(f"if ({name} := {e}) and {name}[0] != 'a':")
        else:
            self.line(f"if len({name} := {e}) > 1:")
        self.declare(t, name)
        self.block(self.r.randint(1, 2))

    def s_late(self):
        fs, i = self.new_name(), self.new_name("i")
        bind = self.pick(("", f"{i}={i}"))
        items, t = self.iterable(1)
        if t not in SCALARS:
            items, t = "range(3)", "int"
        self.vars.append(Var(i, t, self.level, False))
        body = self.inner(lambda: self.expr(t, 2))
        self.vars.pop()
        if self.chance(0.5):
            self.line(f"{fs} = [lambda {bind}: {self.bounded(t, body)} for {i} in {items}]")
        else:
            self.line(f"{fs} = []")
            self.line(f"for {i} in {items}: {fs}.append(lambda {bind}: {self.bounded(t, body)})")
        f = self.new_name("f")
        self.line(f"print([{f}() for {f} in {fs}])")

    def s_object(self):
        if not self.classes:
            return self.s_new()
        c = self.pick(self.classes)
        v = self.new_name()
        self.line(f"{v} = {self.construct(self.pick(c.family()), 2)}")
        v = self.declare(("class", c), v)
        uses = []
        if "add" in c.dunders:
            uses.append(f"print({v.name} + {self.expr(('class', c), 1)})")
        if "eq" in c.dunders:
            uses += [f"print({v.name} == {self.expr(('class', c), 1)}, {v.name} != {v.name})"]
        if "lt" in c.dunders:
            uses += [f"print(sorted([{self.expr(('class', c), 1)}, {v.name}, {self.expr(('class', c), 1)}]))",
                     f"print({v.name} < {self.expr(('class', c), 1)}, max({v.name}, {self.expr(('class', c), 1)}))"]
        if "len" in c.dunders:
            uses += [f"print(len({v.name}), bool({v.name}))"]
        if "bool" in c.dunders:
            uses += [f"print(not {v.name}, 1 if {v.name} else 2, {v.name} and 3)"]
        if "getitem" in c.dunders:
            uses += [f"print({v.name}[{self.expr('int', 1)}])"]
        if "iter" in c.dunders:
            uses += [f"print(list({v.name}), [*{v.name}])", f"for {self.new_name('i')} in {v.name}: print(i{self.names}, end=' ')"]
        if "contains" in c.dunders:
            uses += [f"print({self.expr('int', 1)} in {v.name})"]
        if "call" in c.dunders:
            uses += [f"print({v.name}({self.expr('int', 1)}))"]
        if "hash" in c.dunders:
            uses += [f"print(len({{{v.name}, {self.expr(('class', c), 1)}, {v.name}}}))",
                     f"print({{{v.name}: 1}}.get({self.expr(('class', c), 1)}, 'none'))"]
        if "iadd" in c.dunders:
            uses += [f"{v.name} += {self.bounded('int', self.expr('int', 1))}"]
        x = lambda: self.expr("int", 1)
        if "sub" in c.dunders:
            uses += [f"print({v.name} - {x()}, {x()} - {v.name}, {v.name} - {self.expr(('class', c), 1)}, -{v.name}, ~{v.name})"]
        if "mul" in c.dunders:
            uses += [f"print({v.name} * {x()}, {x()} * {v.name}, {v.name} @ {self.expr(('class', c), 1)}, divmod({v.name}, 3), {v.name} ** 2, pow({v.name}, 2, 5))"]
        if "setitem" in c.dunders:
            uses += [f"{v.name}[{x()}] = {self.expr('str', 1)}", f"del {v.name}[{x()}]", f"{v.name}[1, {self.expr('str', 1)}] = 1", f"{v.name}[1:{x()}] = []"]
        if "int" in c.dunders:
            uses += [f"print(int({v.name}), float({v.name}), [4, 5, 6][{v.name}], hex({v.name}), round({v.name}), round({v.name}, 2), 'abc'[:{v.name}])"]
        if "format" in c.dunders:
            uses += [f"print(f'{{{v.name}:a>3}} {{{v.name}}}', format({v.name}, {self.expr('str', 0)}), '{{:x}}'.format({v.name}))"]
        if "with" in c.dunders:
            uses += [f"with {v.name} as {v.name}w: print({v.name}w is {v.name}, {x()})", f"with {v.name}: raise {self.raised()}"]
        if "getattr" in c.dunders:
            uses += [f"print({v.name}.zeta, getattr({v.name}, 'zz', 1), hasattr({v.name}, 'y'))"]
        if "next" in c.fields:
            uses += [f"{v.name}.next = {c.name}({', '.join(self.expr(t, 1) for _, t, d in c.init if not d)})",
                     f"if {v.name}.next is not None: print({v.name}.next)"]
        for use in uses:
            if self.chance(0.6):
                self.line(use)

    def s_generator(self):
        found = self.generators()
        if not found or self.calls <= 0:
            return self.s_for()
        self.calls -= 1
        f = self.pick(found)
        g = self.new_name("g")
        self.line(f"{g} = {self.call(f, 1)}")
        for _ in range(self.r.randint(1, 4)):
            k = self.r.randint(0, 5)
            if k <= 1:
                self.line(f"print(next({g}, None))")
            elif k == 2 and self.may_raise:
                self.line(f"print(next({g}))")
            elif k == 3:
                self.line(f"for {self.new_name('i')} in {g}: print(i{self.names}); break")
            elif k == 4:
                self.line(f"try: print({g}.send({self.expr('int', 1) if self.chance(0.5) else None}))")
                self.line(f"except (StopIteration, TypeError) as e: print(type(e).__name__, e)")
            else:
                self.line(self.pick((f"{g}.close()", f"print(list({g}))", f"del {g}")))
                if self.lines[-1].strip().startswith("del"):
                    return

    def s_delete(self):
        if not self.top or self.loop:
            return self.s_print()
        found = [v for v in self.vars if v.assignable and v.level == self.level and not v.captured and v.type != "none"]
        found = [v for v in found if sum(w.name == v.name for w in self.vars) == 1]
        if len(found) < 4 or self.yields:
            return self.s_print()
        v = self.pick(found)
        self.vars.remove(v)
        self.line(f"del {v.name}")

    def s_retype(self):
        """A variable gets a value of another type, in straight-line code."""
        if not self.top or self.loop:
            return self.s_assign()
        found = [v for v in self.vars if v.assignable and v.level == self.level and not v.captured and not v.narrowed]
        if not found:
            return self.s_assign()
        v = self.pick(found)
        t = self.type()
        # Closures would see both types, those in the value, too.
        at = self.vars.index(v)
        del self.vars[at]
        self.line(f"{v.name} = {self.value(t, 2)}")
        self.vars.insert(at, Var(v.name, t, v.level, True, True))

    def s_swap(self):
        found = [v for v in self.vars if v.assignable and v.level == self.level and not v.narrowed]
        for v in found[::-1]:
            same = [w for w in found if w.type == v.type and w is not v]
            if same:
                w = self.pick(same)
                return self.line(f"{v.name}, {w.name} = {w.name}, {v.name}")
        self.s_new()

    def s_leave(self):
        """break, continue, return under a condition."""
        cond = self.expr("bool", 2)
        if self.loop and self.chance(0.6):
            return self.line(f"if {cond}: {self.pick(('break', 'continue'))}")
        if self.result and self.level > 0 and not self.yields:
            return self.line(f"if {cond}: return {self.value(self.result, 2)}")
        if self.yields and self.chance(0.5):
            return self.line(f"if {cond}: return" + (" " + self.value(self.gives, 1) if self.gives else ""))
        self.s_print()

    def s_assert(self):
        if self.may_raise:
            return self.line(f"assert {self.expr('bool', 2)}, {self.expr('str', 1)}")
        self.s_print()

    def s_yield(self):
        if not self.yields or self.level != self.yield_level or self.in_finally:
            return self.s_print()
        if self.chance(0.25):
            found = [f for f in self.generators() if f.result[1] == self.yields and self.calls > 0]
            if not found:
                return self.line(f"yield from {self.expr(('list', self.yields), 2)}[:4]")
            self.calls -= 1
            f, name = self.pick(found), self.new_name()
            self.line(f"{name} = yield from {self.call(f, 1)}")
            self.line(f"print('from', {name})")
        elif self.chance(0.3):
            name = self.new_name()
            self.line(f"{name} = yield {self.value(self.yields, 2)}")
            self.line(f"print('sent', {name})")
        else:
            self.line(f"yield {self.value(self.yields, 2)}")

    def s_call(self):
        if self.functions and self.calls > 0:
            self.calls -= 1
            f = self.pick(self.functions)
            if (self.may_raise or not f.raises) and not (isinstance(f.result, tuple) and f.result[0] == "iter"):
                return self.line(f"print({self.call(f, 2)})" if printable(f.result) else self.call(f, 2))
        self.s_print()

    # Definitions.

    def params(self, count, star=True):
        params = []
        for _ in range(count):
            params.append((self.new_name("p"), self.type(1), "plain"))
        if star:
            if self.chance(0.35):
                params.append((self.new_name("p"), self.scalar(), "default"))
            if self.chance(0.2):
                params.append((self.new_name("p"), self.scalar(), "star"))
                if self.chance(0.5):
                    params.append((self.new_name("p"), self.scalar(), "keyword"))
            if self.chance(0.12):
                params.append((self.new_name("p"), self.scalar(), "kwargs"))
        return params

    def constant(self, t, depth):
        """A literal that reads no variable and calls no function."""
        saved = self.vars, self.functions
        self.vars, self.functions = [], []
        text = self.literal(t, depth)
        self.vars, self.functions = saved
        return text

    def signature(self, params, first=()):
        parts = list(first)
        annotated = self.chance(0.15)
        for name, t, kind in params:
            annotation = ": " + self.annotation(t) if annotated else ""
            if kind in ("default", "keyword"):
                parts.append(f"{name}{annotation}={self.constant(t, 1)}")
            else:
                parts.append({"star": "*", "kwargs": "**"}.get(kind, "") + name + annotation)
        return ", ".join(parts)

    def helper(self):
        name = f"h{self.index}_{len(self.functions)}"
        params = self.params(self.r.randint(0, 3))
        kind = self.r.random()
        cleans = False
        raises = kind >= 0.45 and self.chance(0.3)
        start = len(self.lines)
        if kind < 0.3:
            t = self.type(1)
            self.gives = self.scalar() if self.chance(0.3) else None
            self.decorate(params)
            self.line(f"def {name}({self.signature(params)}):")
            self.yield_level = self.level + 1
            if self.chance(0.35):
                self.indent += 1
                self.line("try:")
                self.function_body(self.r.randint(1, 4), params, None, t)
                self.line("finally:")
                self.indent += 1
                self.line(f"print('closed {name}')")
                self.indent -= 2
            else:
                self.function_body(self.r.randint(1, 5), params, None, t)
            self.gives = None
            result = ("iter", t)
            # What runs when it is closed, also in a generator that it delegates to.
            cleaning = ["finally:", "with ", *(f.name + "(" for f in self.functions if f.cleans)]
            cleans = any(word in line for line in self.lines[start:] for word in cleaning)
        elif kind < 0.45:
            # Recursive: the first parameter counts down.
            result = self.type(1)
            fuel = self.new_name("p")
            self.decorate([(fuel, "int", "plain")] + params, result)
            self.line(f"def {name}({self.signature(params, [fuel])}):")
            self.indent += 1
            self.line(f"if {fuel} <= 0: return {self.constant(result, 0)}")
            self.indent -= 1
            self.recursive(name, fuel, params, result)
            params = [(fuel, "fuel", "plain")] + params
        else:
            result = self.type(2)
            self.decorate(params, result)
            self.line(f"def {name}({self.signature(params)}){' -> ' + self.annotation(result) if self.chance(0.15) else ''}:")
            self.function_body(self.r.randint(1, 6), params, result, raises=raises)
        self.line("")
        self.functions.append(Function(name, params, result, cleans, raises))

    def recursive(self, name, fuel, params, result):
        def extra():
            self.declare("int", fuel, assignable=False)
            args = ", ".join(f"{n}={n}" if k == "keyword" else "*" + n if k == "star" else "**" + n if k == "kwargs" else n
                             for n, _, k in params)
            v = self.new_name()
            self.indent += 1
            self.line(f"{v} = {name}({fuel} - 1{', ' if args else ''}{args})")
            self.indent -= 1
            self.declare(result, v)
        self.function_body(self.r.randint(1, 4), params, result, extra=extra)

    def function(self):
        """The text of one test function and what belongs to it; its name is f<index>."""
        self.managers = []
        self.yield_level = -1
        some = lambda few, many: self.pick(many if self.large else few)
        if self.chance(0.15):
            self.enum()
        if self.chance(0.2):
            self.globals_()
        if self.chance(0.15):
            self.decorator()
        for _ in range(some((0, 0, 0, 0, 1, 1, 2), (0, 0, 1, 1, 2, 3))):
            self.class_()
        for _ in range(some((0, 0, 0, 1), (0, 0, 1, 2))):
            self.error_class()
        if self.chance(0.4 if self.large else 0.15):
            self.pick((self.manager, self.manager, self.manager_function))()
        for _ in range(some((0, 0, 0, 1, 1), (0, 1, 1, 2, 3))):
            self.helper()
        self.line(f"def f{self.index}():")
        self.level = 1
        self.indent = 1
        self.result = "none"
        self.use_globals()
        self.budget = self.r.randint(12, 28) if self.large else self.r.randint(3, 8)
        self.top = True
        self.calls = 12
        while self.budget > 0:
            self.statement()
        names = [v.name for v in self.vars if v.level == 1 and printable(v.type)]
        for i in range(0, len(names), 6):
            self.line(f"print({', '.join(names[i:i + 6])})")
        self.indent = 0
        self.line("")
        note = [f"def {self.note}(label, x):", "    print('note', label)", "    return x", ""] if self.uses_note else []
        return "\n".join(note + self.lines)


def function(seed, index, large=False):
    return Generator(seed, index, large).function()


def calls(indexes):
    """The text that calls the functions of a program, one after the other."""
    lines = []
    for index in indexes:
        lines += [f"print('#', {index})", "try:", f"    f{index}()", "except Exception as e:", "    print('raised', type(e).__name__, e)"]
    return "\n".join(lines) + "\n"


def program(seed, indexes, large=False):
    return IMPORTS + "\n".join(function(seed, index, large) for index in indexes) + "\n" + calls(indexes)


if __name__ == "__main__":
    sys.stdout.write(program(int(sys.argv[1]), [int(a) for a in sys.argv[2:] if a != "large"], "large" in sys.argv))
