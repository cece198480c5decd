# sys.argv: options, positional arguments, errors and exit codes.
import sys


def parse(args):
    options = {'verbose': False, 'count': 1}
    files = []
    i = 0
    while i < len(args):
        arg = args[i]
        if arg in ('-v', '--verbose'):
            options['verbose'] = True
        elif arg.startswith('--count='):
            options['count'] = int(arg.split('=', 1)[1])
        elif arg == '-c':
            i += 1
            options['count'] = int(args[i])
        elif arg.startswith('-'):
            raise ValueError('unknown option ' + arg)
        else:
            files.append(arg)
        i += 1
    return options, files


print(len(sys.argv), sys.argv[1:], sys.argv[0].endswith('arguments.py'))
print(parse(sys.argv[1:]))
for bad in (['-x'], ['--count=many'], ['-c']):
    try:
        print(parse(bad))
    except (ValueError, IndexError) as e:
        print(type(e).__name__, e)
print(sys.version_info[:2] == (3, 11), sys.version_info >= (3, 8), sys.platform, sys.maxsize == 2 ** 63 - 1, sys.byteorder)
sys.exit(len(sys.argv))
