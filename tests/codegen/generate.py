"""Test programs for code generation that are made by rule: MIR text beside Python text of the same
meaning. Each case is (name, mir, python); the oracle's output of the Python text is what is expected."""

SMALL_MIN, SMALL_MAX = -2**62, 2**62 - 1
INTS = [0, 1, -1, 2, -2, 3, -3, 7, -8, 10, 64, 1000003, -1000003, 2**31, -2**31, 2**61, SMALL_MAX - 1,
        SMALL_MAX, SMALL_MIN + 1, SMALL_MIN, SMALL_MAX + 1, SMALL_MIN - 1, 2**63 - 1, -2**63, 2**64,
        -2**64 - 1, 10**30, -10**30]
I64S = [0, 1, -1, 2, -2, 3, 7, -8, 63, 1000003, 2**31, 2**62 - 1, 2**62, -2**62, -2**62 - 1,
        2**63 - 1, -2**63]
FLOATS = [0.0, -0.0, 1.0, -1.0, 0.5, 2.5, -2.5, 1e300, -1e-300, 123456.789, float('inf'), float('-inf'),
          float('nan')]

PRELUDE = '''func @"t.show_int"(%0: int owned) -> void raises noinline {
b0:
  %1: ref = rtinvoke "int_str" %0 -> b1(%1) | error %2 b2(%2)
b1(%3: ref):
  %4: i64 = rtcall "print_str" %3
  %5: i64 = rtcall "print_newline"
  release %3
  release %0
  ret
b2(%6: ref):
  release %0
  raise %6
}
func @"t.show_i64"(%0: i64) -> void raises noinline {
b0:
  %1: int = int.fromi64 %0
  invoke @"t.show_int" %1 -> b1 | error %2 b2(%2)
b1:
  ret
b2(%6: ref):
  raise %6
}
func @"t.show_bool"(%0: bool) -> void raises noinline {
b0:
  condbr %0 -> b1 | b2
b1:
  %1: ref = const.str "True\\n"
  br -> b3(%1)
b2:
  %2: ref = const.str "False\\n"
  br -> b3(%2)
b3(%3: ref):
  %4: i64 = rtcall "print_str" %3
  release %3
  ret
}
func @"t.show_f64"(%0: f64) -> void raises noinline {
b0:
  %1: ref = rtcall "float_repr" %0
  %4: i64 = rtcall "print_str" %1
  %5: i64 = rtcall "print_newline"
  release %1
  ret
}
func @"t.show_error"(%0: ref owned) -> void raises noinline {
b0:
  %1: ref = rtcall "exc_format" %0
  %4: i64 = rtcall "print_str" %1
  release %1
  release %0
  ret
}
'''


def quote(text):
    return '"' + text.replace('\\', '\\\\').replace('"', '\\"').replace('\n', '\\n') + '"'


class Main:
    """The body of the main function: a chain of calls, each of which may raise."""

    def __init__(self):
        self.lines, self.values, self.blocks = [], 0, 1

    def value(self):
        self.values += 1
        return self.values - 1

    def const(self, kind, v):
        r = self.value()
        if kind == 'int' and SMALL_MIN <= v <= SMALL_MAX:
            self.lines.append(f'  %{r}: int = const.int #{v}')
        elif kind == 'int':
            self.lines.append(f'  %{r}: int = const.big "{v}"')
        elif kind == 'i64':
            self.lines.append(f'  %{r}: i64 = const.i64 #{v}')
        elif kind == 'bool':
            self.lines.append(f'  %{r}: bool = const.bool #{int(v)}')
        elif kind == 'f64':
            import struct
            bits = struct.unpack('<Q', struct.pack('<d', v))[0]
            self.lines.append(f'  %{r}: f64 = const.f64 f64 0x{bits:016x}')
        else:
            raise ValueError(kind)
        return r

    def block(self):
        self.blocks += 1
        return self.blocks - 1

    def call(self, function, args, kind, raises):
        """Calls and prints the result, or the error."""
        r, text = self.value(), ', '.join(f'%{a}' for a in args)
        error = self.value()
        if raises:
            good, bad, rest = self.block(), self.block(), self.block()
            taken, exc = self.value(), self.value()
            self.lines.append(f'  %{r}: {kind} = invoke @"{function}" {text} -> b{good}(%{r}) | '
                              f'error %{error} b{bad}(%{error})')
            self.lines.append(f'b{good}(%{taken}: {kind}):')
            self.show(taken, kind)
            self.lines.append(f'  br -> b{rest}')
            self.lines.append(f'b{bad}(%{exc}: ref):')
            e2 = self.value()
            self.lines.append(f'  invoke @"t.show_error" %{exc} -> b{rest} | error %{e2} b0_error(%{e2})')
            self.lines.append(f'b{rest}:')
        else:
            self.lines.append(f'  %{r}: {kind} = call @"{function}" {text}')
            self.show(r, kind)

    def show(self, r, kind):
        rest, error = self.block(), self.value()
        self.lines.append(f'  invoke @"t.show_{kind}" %{r} -> b{rest} | error %{error} b0_error(%{error})')
        self.lines.append(f'b{rest}:')

    def text(self):
        """Blocks must be in order of their numbers in the text: number them as they come."""
        lines = ['b0:'] + self.lines + ['  ret', f'b0_error(%{self.values}: ref):', f'  raise %{self.values}']
        order = {}
        for line in lines:
            if line.startswith('b'):
                order[line.split(':')[0].split('(')[0]] = len(order)
        import re
        names = re.compile(r'\bb(0_error|\d+)\b(?!")')

        def rename(match):
            return f"b{order[match.group(0)]}" if match.group(0) in order else match.group(0)

        def line_of(line):
            if '"' in line:
                head, quoted, tail = line.partition('"')
                literal, q2, tail2 = tail.partition('"')
                return names.sub(rename, head) + quoted + literal + q2 + names.sub(rename, tail2)
            return names.sub(rename, line)
        body = '\n'.join(line_of(line) for line in lines)
        return ('func @"t.main"() -> void raises display "<module>" file "t.py" line 1 {\n' + body +
                '\n}\nmain @"t.main"\n')


def unary_or_binary(name, params, result, op_line, values, python, raises=False, guard=None, setup=''):
    """One operation over all tuples of values."""
    import itertools
    main = Main()
    kinds = list(params)
    lines = []
    n = len(kinds)
    args = ', '.join(f'%{i}' for i in range(n))
    signature = ', '.join(f'%{i}: {k}' for i, k in enumerate(kinds))
    function = (f'func @"t.{name}"({signature}) -> {result}{" raises" if raises else ""} noinline {{\nb0:\n'
                + (f'  {setup}\n' if setup else ''))
    if raises:
        function += (f'  %{n}: {result} = {op_line.format(args=args)} -> b1(%{n}) | error %{n + 1} b2(%{n + 1})\n'
                     f'b1(%{n + 2}: {result}):\n  ret %{n + 2}\nb2(%{n + 3}: ref):\n  raise %{n + 3}\n}}\n')
    else:
        function += f'  %{n}: {result} = {op_line.format(args=args)}\n  ret %{n}\n}}\n'
    for row in itertools.product(*[values[k] for k in kinds]):
        if guard and not guard(*row):
            continue
        ids = [main.const(k, v) for k, v in zip(kinds, row)]
        main.call(f't.{name}', ids, result, raises)
        lines.append(row)
    rows = ', '.join('(' + ', '.join(f'float({str(v)!r})' if isinstance(v, float) else repr(v) for v in row)
                     + ',)' for row in lines)
    python_text = ('import traceback, math, struct\n'
                   'def s64(x):\n    x &= 2**64 - 1\n    return x - 2**64 if x >= 2**63 else x\n'
                   'def u64(x):\n    return x & (2**64 - 1)\n'
                   f'def f({", ".join("abc"[:n])}):\n    return {python}\n'
                   f'for row in [{rows}]:\n    try:\n        print(f(*row))\n'
                   '    except Exception as e:\n'
                   '        print("".join(traceback.format_exception_only(e)), end="")\n')
    return (name, PRELUDE + function + main.text(), python_text)


def cases():
    ints, i64s, floats = {'int': INTS}, {'i64': I64S}, {'f64': FLOATS}
    for op, sign in [('add', '+'), ('sub', '-'), ('mul', '*'), ('and', '&'), ('or', '|'), ('xor', '^')]:
        yield unary_or_binary(f'int_{op}', ['int', 'int'], 'int', f'int.{op} {{args}}', ints, f'a {sign} b')
    for op, text in [('neg', '-a'), ('invert', '~a')]:
        yield unary_or_binary(f'int_{op}', ['int'], 'int', f'int.{op} {{args}}', ints, text)
    for op, sign in [('eq', '=='), ('ne', '!='), ('lt', '<'), ('le', '<='), ('gt', '>'), ('ge', '>=')]:
        yield unary_or_binary(f'int_cmp_{op}', ['int', 'int'], 'bool', f'int.cmp {op} {{args}}', ints,
                              f'a {sign} b')
        yield unary_or_binary(f'i64_cmp_{op}', ['i64', 'i64'], 'bool', f'i64.cmp {op} {{args}}', i64s,
                              f'a {sign} b')
        yield unary_or_binary(f'f64_cmp_{op}', ['f64', 'f64'], 'bool', f'f64.cmp {op} {{args}}', floats,
                              f'a {sign} b')
    for op, sign in [('ult', '<'), ('ule', '<='), ('ugt', '>'), ('uge', '>=')]:
        yield unary_or_binary(f'i64_cmp_{op}', ['i64', 'i64'], 'bool', f'i64.cmp {op} {{args}}', i64s,
                              f'u64(a) {sign} u64(b)')
    yield unary_or_binary('int_truth', ['int'], 'bool', 'int.truth {args}', ints, 'bool(a)')
    yield unary_or_binary('int_issmall', ['int'], 'bool', 'int.issmall {args}', ints,
                          f'{SMALL_MIN} <= a <= {SMALL_MAX}')
    yield unary_or_binary('int_isnone', ['int'], 'bool', 'int.isnone {args}', ints, 'a is None')
    yield unary_or_binary('int_small', ['int'], 'i64', 'int.small {args}', ints, 'a',
                          guard=lambda a: SMALL_MIN <= a <= SMALL_MAX)
    yield unary_or_binary('int_fromsmall', ['i64'], 'int', 'int.fromsmall {args}', i64s, 'a',
                          guard=lambda a: SMALL_MIN <= a <= SMALL_MAX)
    yield unary_or_binary('int_fromi64', ['i64'], 'int', 'int.fromi64 {args}', i64s, 'a')
    yield unary_or_binary('int_floordiv', ['int', 'int'], 'int', 'int.floordiv {args}', ints, 'a // b',
                          raises=True)
    yield unary_or_binary('int_mod', ['int', 'int'], 'int', 'int.mod {args}', ints, 'a % b', raises=True)
    yield unary_or_binary('int_shl', ['int', 'int'], 'int', 'int.shl {args}', ints, 'a << b', raises=True,
                          guard=lambda a, b: b < 2000)
    yield unary_or_binary('int_shr', ['int', 'int'], 'int', 'int.shr {args}', ints, 'a >> b', raises=True)
    yield unary_or_binary('int_tof64', ['int'], 'f64', 'int.tof64 {args}', {'int': INTS + [10**400]},
                          'float(a)', raises=True)
    # Division and comparison with constants have code of their own.
    for number, constant in enumerate([1, -1, 2, 8, 2**61, 3, 10, -10, 7, -2, -8, 1000003, 0]):
        for op, sign in [('floordiv', '//'), ('mod', '%')]:
            name = f'int_{op}_by_{number}'
            yield unary_or_binary(name, ['int'], 'int', f'int.{op} %0, %9', ints, f'a {sign} {constant}',
                                  raises=True, setup=f'%9: int = const.int #{constant}')
    for number, constant in enumerate([0, 5, 2**62]):
        for op, sign in [('eq', '=='), ('lt', '<')]:
            name = f'int_{op}_to_{number}'
            const = f'const.int #{constant}' if constant <= SMALL_MAX else f'const.big "{constant}"'
            yield unary_or_binary(name, ['int'], 'bool', f'int.cmp {op} %0, %9', ints, f'a {sign} {constant}',
                                  setup=f'%9: int = {const}')

    for op, text in [('add', 's64(a + b)'), ('sub', 's64(a - b)'), ('mul', 's64(a * b)'), ('and', 'a & b'),
                     ('or', 'a | b'), ('xor', 'a ^ b')]:
        yield unary_or_binary(f'i64_{op}', ['i64', 'i64'], 'i64', f'i64.{op} {{args}}', i64s, text)
    no_overflow = lambda a, b: b != 0 and not (a == -2**63 and b == -1)
    yield unary_or_binary('i64_sdiv', ['i64', 'i64'], 'i64', 'i64.sdiv {args}', i64s,
                          '(abs(a) // abs(b)) * (1 if (a < 0) == (b < 0) else -1)', guard=no_overflow)
    yield unary_or_binary('i64_srem', ['i64', 'i64'], 'i64', 'i64.srem {args}', i64s,
                          '(abs(a) % abs(b)) * (-1 if a < 0 else 1)', guard=no_overflow)
    yield unary_or_binary('i64_udiv', ['i64', 'i64'], 'i64', 'i64.udiv {args}', i64s, 's64(u64(a) // u64(b))',
                          guard=lambda a, b: b != 0)
    yield unary_or_binary('i64_urem', ['i64', 'i64'], 'i64', 'i64.urem {args}', i64s, 's64(u64(a) % u64(b))',
                          guard=lambda a, b: b != 0)
    in_range = lambda a, b: 0 <= b <= 63
    yield unary_or_binary('i64_shl', ['i64', 'i64'], 'i64', 'i64.shl {args}', i64s, 's64(a << b)', guard=in_range)
    yield unary_or_binary('i64_sar', ['i64', 'i64'], 'i64', 'i64.sar {args}', i64s, 'a >> b', guard=in_range)
    yield unary_or_binary('i64_shr', ['i64', 'i64'], 'i64', 'i64.shr {args}', i64s, 's64(u64(a) >> b)',
                          guard=in_range)
    yield unary_or_binary('i64_ctz', ['i64'], 'i64', 'i64.ctz {args}', i64s, '(a & -a).bit_length() - 1',
                          guard=lambda a: a != 0)
    yield unary_or_binary('i64_clz', ['i64'], 'i64', 'i64.clz {args}', i64s, '64 - u64(a).bit_length()',
                          guard=lambda a: a != 0)
    yield unary_or_binary('i64_tof64', ['i64'], 'f64', 'i64.tof64 {args}', i64s, 'float(a)')
    for bits, kind in [(8, 'i8'), (32, 'i32')]:
        for op, text in [('sext', f'((a + 2**{bits - 1}) & (2**{bits} - 1)) - 2**{bits - 1}'),
                         ('zext', f'a & (2**{bits} - 1)')]:
            yield unary_or_binary(f'{kind}_{op}', ['i64'], 'i64', f'i64.{op} %9', i64s, text,
                                  setup=f'%9: {kind} = i64.trunc %0')

    for op, sign in [('add', '+'), ('sub', '-'), ('mul', '*')]:
        yield unary_or_binary(f'f64_{op}', ['f64', 'f64'], 'f64', f'f64.{op} {{args}}', floats, f'a {sign} b')
    yield unary_or_binary('f64_div', ['f64', 'f64'], 'f64', 'f64.div {args}', floats, 'a / b',
                          guard=lambda a, b: b != 0)
    for op, text in [('neg', '-a'), ('abs', 'abs(a)')]:
        yield unary_or_binary(f'f64_{op}', ['f64'], 'f64', f'f64.{op} {{args}}', floats, text)
    yield unary_or_binary('f64_sqrt', ['f64'], 'f64', 'f64.sqrt {args}', floats, 'math.sqrt(a)',
                          guard=lambda a: not a < 0)
    finite = lambda a: abs(a) < 1e15
    yield unary_or_binary('f64_floor', ['f64'], 'f64', 'f64.floor {args}', floats,
                          'math.copysign(float(math.floor(a)), a)', guard=finite)
    yield unary_or_binary('f64_toi64', ['f64'], 'i64', 'f64.toi64 {args}', floats, 'int(a)', guard=finite)
    yield unary_or_binary('f64_bits', ['f64'], 'i64', 'f64.bits {args}', floats,
                          'struct.unpack("<q", struct.pack("<d", a))[0]')
    yield unary_or_binary('f64_frombits', ['i64'], 'f64', 'f64.frombits {args}', i64s,
                          'struct.unpack("<d", struct.pack("<q", a))[0]')
    bools = {'bool': [False, True]}
    yield unary_or_binary('bool_not', ['bool'], 'bool', 'bool.not {args}', bools, 'not a')
    for op, sign in [('and', '&'), ('or', '|'), ('xor', '^')]:
        yield unary_or_binary(f'bool_{op}', ['bool', 'bool'], 'bool', f'bool.{op} {{args}}', bools, f'a {sign} b')
    yield unary_or_binary('bool_toi64', ['bool'], 'i64', 'bool.toi64 {args}', bools, 'int(a)')
    yield unary_or_binary('select', ['bool', 'i64', 'i64'], 'i64', 'select {args}',
                          {'bool': [False, True], 'i64': [3, -4]}, 'b if a else c')
