t''
t'abc'
t'{x}'
t'a{x}b'
t'{x!r}{y:>5}{z!s:^{w}}'
t'{x=}'
t'{x = }'
t'{ x }'
t'{x + 1 }'
t'{ x = !r:>3}'
t'{{}}{{{x}}}'
t"{t"{x}"}"
t'{f"{x}"}'
f'{t"{x}"}'
rt'\{x}\n'
Tr'{x}\d'
t'''a
{x
}
'''
t'a' t'b{x}' t'c'
(t'{x}'
 t'{y}')
t'{x:{y!r}}'
t'{"a"}{1}{None}'
t'{lambda_}{(lambda: 1)}'
t'{x # c
}'
t'{a, b}{*c, d}'
t'{x:}'
t'é{x}é'
print(t'{x}', t'{y.z[0]!a}')
