import first


def try_all():
    for what in (lambda: first.VALUES, lambda: first.total(), lambda: first.Box(3).x):
        try:
            print(what())
        except AttributeError as e:
            print(e)


try_all()
try:
    from first import total
except ImportError as e:
    print(str(e).partition(" (/")[0])
