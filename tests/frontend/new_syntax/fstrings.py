f''
f'abc'
f"{x}"
f'a{x}b{y}c'
f'{{}}'
f'{{{x}}}'
f'a{{b}}c{{'
f'{{{{'
f'}}}}'
f'a{{{x}b}}'
f'{x!r}'
f'{x!s:>10}'
f'{x:{w}.{p}}'
f'{x:{w!r:^{q}}}'
f'{x=}'
f'{x = }'
f'{ x = !r }'
f'{x=:>5}'
f'{x = !s:^{w}}'
f'{x+1=}'
f'pre{x=}post'
f'{x:=5}'
f'{(x:=5)}'
f'{x!=y}'
f'{x==y}'
f'{x if x!=y else z}'
f'{(lambda x: 1)}'
f'{(lambda: 1)():x}'
f"{f"{f"{x}"}"}"
f'{'a' 'b'}'
f'{"\n".join(a)}'
f'{'\x41'}'
f'{
x
}'
f'{x # comment
}'
f'''{
    x
    +
    y # c
}'''
f'''a
{x}
b'''
f"""{x:
}"""
f'{x:\n}'
f'\N{DIGIT ONE}{x}\N{LATIN SMALL LETTER A}'
f'{x}\{y}'
rf'\{x}\n{y}'
fr"\N{x}"
Rf'{x}\d'
f'\x41{x}\u0041'
'a' f'b{x}' 'c'
'a' 'b' f'c' f'd'
f'a' 'b{c}' f'{d}'
(f'a'
 f'b{x}'
 'c')
f'{x}' '' f''
'' f'{x}'
u'a' f'{x}'
f'{*a, b}'
f'{*a,}'
f'{yield_}'
def g():
    f'{yield}'
    f'{yield x}'
    f'{(yield x)!r}'
f'{a, b}'
f'{a[b]}{c["d"]}{e[f'g']}'
f'{ {1: 2}[1] }'
f'{{x}}{{{y}}}'
f'{x:{ {1: 2}[1] }}'
f'{x:%H:%M:%S}'
f'{x:%H:%M:%S}{y!a:}'
f'{x:}'
f'{3.4:10}'
f'{not x}'
f'{await_}{x.y.z()}'
f'{a["b"]!r:>{c["d"]}}'
f"{x:{'a'}}"
f"é{x}ü{y!r}ß"
f"{é}ü"
f'{x:é{y}ü}'
x = (f"a{b}"
     "c" f"d")
f'{a}' f'{b}' 'c' 'd' f'{e}f'
f'{1}{2}'f'{3}'
print(f'{x}', f"{y}", sep=f'{"z"}')
F'{x}' fR'{x}\a' Fr'{y}\b' rF'\c'
f'{x!r}{y!s}{z!a}'
f'{'''a
b'''}'
f"{'a' if x else 'b'}"
f'{x:{y:{z}}}'
f'{x:a{y}b{z}c}'
f'{x=}{y=}{z = !r:^{w}}'
f'a{x=}b{y=}'
f'{a.b[c](d)=}'
f'{ (x) = }'
f'{"="}{"a=b"=}'
f'{x,=}'
f'''{x
=}'''
f'''{
x = 
}'''
f'{x:\x41{y}\n}'
f"\'{x}\""
f'\\{x}'
f'{x}\\'
f'\
{x}'
f'{a<b}{a>b}{a<=b}{a>=b}{a>>b}'
f'{a|b}{a or b}{~a}{-a}'
f'{[a for a in b]}{ {a for a in b} }{(a for a in b)}'
f"{f'{x}' f'{y}'}"
f"{x:{f'{y}'}}"
