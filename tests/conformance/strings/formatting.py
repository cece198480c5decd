# % formatting.
print('%s %r %5.1f %-5d| %05d %x %o %e %g %c %%' % ('a', 'a', 2.25, 3, -4, 255, 8, 12345.678, 1e-5, 65), '%(k)s' % {'k': 1}, '%s' % (1,), '%d' % 3.7)
for f in (lambda: '%d' % 'a', lambda: '%s %s' % (1,), lambda: '%d' % (1, 2)):
    try: f()
    except TypeError as e: print(e)
