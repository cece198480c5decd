# f, e, g, %, precision, widths, rounding half to even of the binary value.
values = [0, 1, -1, 0.5, 1.5, 2.5, 2.675, 1e10, 1e-10, 123456.789, -0.0, 1 / 3, 1e100]
for v in values:
    v = float(v)
    print(f'{v:.0f} {v:.1f} {v:.3f} {v:e} {v:.2e} {v:g} {v:.3g} {v:%} {v:.1%} {v:G}')
for v in (3.14159, -2.5, float('inf'), float('nan')):
    print(f'[{v:10.2f}] [{v:<10.2f}] [{v:^10.2f}] [{v:+.2f}] [{v: .2f}] [{v:010.2f}] [{v:*^12.1f}] [{v:,.1f}]')
print(f'{1234567.891:,.2f} {1234567.891:_.2f} {0.000001:.3f} {1e-7:f} {123.0:#.0f} {5.0:n} {1e15:.2f}')
print('%f %.2f %8.3f %-8.1f| %e %g %G %5.0f%%' % (1.5, 2.345, 3.14159, 2.25, 12345.678, 0.0001, 1e-10, 99.5))
print(format(2.0, ''), format(2.5, '.3'), format(1e20, '.3'), format(123456.0, '.3'), format(0.1, '.20f'))
print(round(2.675, 2), round(1.005, 2), round(-2.5), round(3.5), round(1e20), round(12345.678, -2), round(0.5), round(7, 2))
