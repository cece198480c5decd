a[*b]
a[*b, c]
a[*b, *c] = 1
def f(*args: *Ts): pass
def f(*args: *tuple[int, *Ts], x: int = 1): pass
for x in *a, *b: pass
return_ = *a, b
with (a, b): pass
with (a as b): pass
with (a as b, c as d,): pass
with (a, b) as c: pass
with (a), (b): pass
with (yield_): pass
with (a).b as c, d: pass
with (a): pass
with (a,): pass
@(x := y)
def g(): pass
@a[b].c(d)
class A: pass
x[y:=1]
x[y:=1, z]
{y := 1, 2}
f(x := 1, y=2)
[x := 1, y]
while x := f(): pass
lambda x, /, y, *, z: 0
lambda *a, b=1, **c: (a, b, c)
lambda: (yield)
match x:
    case [a, *_, b] | (a, b): pass
    case {"k": v, **rest}: pass
    case A(1, x=2) as y if y: pass
    case -1 | 1 + 2j | -1.5 - 3j: pass
    case a.b.c | None | True: pass
    case "a" "b" | b"c": pass
    case (1): pass
    case (1,) | [] | (): pass
    case *a, b: pass
    case a, b: pass
    case {}: pass
    case {1: a, "x": b, c.d: e, -1: f, None: g}: pass
    case A() | b.C(): pass
    case A(x, y=z,): pass
    case _: pass
match x, y:
    case _: pass
match (x):
    case 1: pass
match -x:
    case 1: pass
match *a, b:
    case _: pass
match x := 1:
    case _: pass
match[x] = 1
match(x, y)
match.x
match - 1
match: int = 3
match = case = _ = 1
print(match, case)
match match:
    case case: pass
async def f():
    async with a as b, c: pass
    async with (a as b, c as d): pass
    async for x in y: pass
    else: pass
    await x ** 2
    -await x
    [x async for x in y if await z]
    {x: y async for x in z}
    (await x for x in y)
    await (yield)
x = 1if y else 2
0xfor x
1_000.0_1e1_0j
def f(a, /, b, *, c): pass
def f(a=1, /, *b, c, d=2, **e): pass
nonlocal_ = global_ = 1
del a, (b, c), [d], e.f, g[h]
del (a)
del (a,)
del ()
x = yield_ = 3
x: (int) = 1,
(x): int = 2
x.y: int
x[0]: int = *a, b
assert x, y
raise x from y
from . import a
from .. import (b as c, d,)
from ...x.y import *
from .... import e
import a.b.c as d, e
a if b else c if d else e
not a in b
a not in b is not c
-a ** -b
a @ b @ c
a = b = c, d = e
a, *b = c
[a, [b, *c]] = d
(a, (b, c)), = d
x = (yield_)
a;b;c;
if x: pass; pass
"a" "b"
...
b'a' rb'\x' Rb"c" BR'd'
u'x' 'y'
'x' u'y'
'''doc''' 'more'
"\N{LATIN SMALL LETTER A}\x41\101\u0041\U00000041\
"
'\ud800'
"\8\9"
1e400, -1e400, 1e400j
0xFFFFFFFFFFFFFFFFFFFFFFFF, 0b101, 0o777, 00, 0_0, 1_0
1.0, 1., .1, 1e10, 1e-7, 123456789012345678.0, 1e16, 1e22, 0.0001, 0.00001
ｘ = ﬁ = µ = 1
a.ﬁ
x = "é\xff\n\t\r'\"\0\x7f​"
