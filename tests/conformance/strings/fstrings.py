# types: dynamic
# f-strings: expressions, nesting, conversions, specs from variables.
name, n, x, items = 'Ann', 7, 2.71828, ['a', 'b']
print(f'{name} {n} {x} {items} {None} {True}')
print(f'{name!r} {name!s} {name!a} {"é"!a} {n!r:>5} {items!s:>12}')
print(f'{n + 1} {n * 2 if n > 3 else 0} {name.upper()} {items[0]} {len(items)} {[i * i for i in range(3)]} {({1: 2})[1]}')
print(f'{x:.2f} {x:8.3f} {x:<8.1f}| {n:03d} {n:>+5} {name:>6} {name:^7}| {name:.2} {1000000:,}')
width, precision = 9, 3
print(f'{x:{width}.{precision}f}|{name:{"*"}^{width}}|{n:{"0" if n else " "}{width}}')
print(f'{n=} {x = :.1f} {name = } {n + 1=} {items[1]=!s}')
print(f'{{}} {{{n}}} {{n}} %d {"quoted"} {chr(65)}' f' joined {n}' ' plain')
print(f'''multi
{name}
  lines''', rf'raw \n {n}', f'\t{n}\x41\u00e9')
print(f'{lambda_call(3)}' if False else f'{(lambda v: v + 1)(2)}', f'{"nested " + f"{n}"}', f'{"a" "b"}')
print(f'{n:b} {n:x} {n:e} {0.25:%} {"":5}| {"é":>3} {12345.678:_.1f}')
print(f"{name if name != 'Bob' else 'no'} {' '.join(f'{i:02}' for i in range(4))} {'a' in items}")
