# The shortest text that reads back as the same float.
values = [0.0, -0.0, 1.0, 10.0, 0.1, 123.456, 1e15, 1e16, 1e17, 1.5e16, 123456789012345680.0, 1e-4, 1e-5, 1.5e-7,
          1e100, 1.7976931348623157e308, 5e-324, 2.2250738585072014e-308, 3.141592653589793, 1 / 3, 2 / 3, 9.99e22,
          1e22, 1e23, 4.35, 0.3, 100000000000000000000.0, float('inf'), -float('inf'), float('nan')]
for v in values:
    text = repr(v)
    print(text, str(v) == text, f'{v}' == text, v != v or float(text) == v)
print([1.0, 2.5], (0.1,), {1.5: 2.0}, [float('nan')])
print(1e5, 1e-3, 12345678.9, 0.00012345, 1.0e+5, 1_000.5, .5, 5., 1e0)
