# float() of texts, and what it refuses.
for text in ['1', '1.5', '-2.5e3', '.5', '5.', '1e-10', ' 7 ', '1_0.2_5', 'inf', '-Infinity', 'nan', '+NaN', '1E5', '0x10', '']:
    try:
        print(repr(text), float(text))
    except ValueError as e:
        print(e)
for text in ['1e400', '-1e400', '1e-400', '123456789012345678901234567890', '0.1' + '0' * 50 + '1', '1__0', '1e', 'e5', '1.2.3', 'infin']:
    try:
        print(float(text))
    except ValueError as e:
        print(e)
print(float(3), float(2 ** 60), float(True), float(), float(' \n3.5\t'))
print(float.fromhex('0x1.8p1'), (2.5).hex(), (0.1).as_integer_ratio(), (2.0).is_integer(), (2.5).is_integer())
print(sum(map(float, '1.5 2.5 3'.split())), [float(x) for x in '1,2.5,-3e1'.split(',')])
