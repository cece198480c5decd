# The % operator with tuples, dicts and single values.
print('%s is %d years' % ('Ann', 30), '%s' % 5, '%s' % [1, 2], '%r' % 'q', '%5s|%-5s|%.1s' % ('a', 'b', 'cd'))
print('%(name)s: %(value)05.1f%%' % {'name': 'x', 'value': 2.55, 'unused': 1})
print('%d %i %u %x %X %o %c %c' % (3.99, -3, 4, 255, 255, 8, 'A', 66))
print('%f %.3f %10.2f %-10.2f| %+.1f % .1f %e %.2E %g %g' % (1.5, 2 / 3, 3.14159, 2.5, 1, 2, 12345.6789, 0.00012, 1e10, 1e-5))
print('%5d|%-5d|%05d|%+d|% d|%#x|%#o' % (42, 42, 42, 42, 42, 42, 42))
print('%*d|%-*d|%.*f' % (6, 42, 6, 42, 2, 3.14159), '100%%' % (), '%s %s' % ((1, 2), None), '%s' % ((1, 2),))
print('%a %r %s' % ('é', 'é', 'é'), '%s' % True, '%d' % True, '%d' % 2 ** 70, '%x' % -255)
for template, args in [('%d %d', (1,)), ('%d', (1, 2)), ('%d', 'x'), ('%z', 1), ('%c', 'ab'), ('%(k)s', 5), ('%', 1)]:
    try:
        print(template % args)
    except (TypeError, ValueError) as e:
        print(type(e).__name__, e)
