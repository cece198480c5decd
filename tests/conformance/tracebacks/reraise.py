# stderr: exact
def risky():
    raise OSError(5, 'broken')


def guarded():
    try:
        risky()
    except OSError:
        print('logging')
        raise


guarded()
