# try with several handlers, else, finally, re-raise, nesting.
def run(f):
    try:
        result = f()
    except ZeroDivisionError:
        print('zero', end=' ')
        result = None
    except (IndexError, KeyError) as e:
        print('lookup', type(e).__name__, e, end=' ')
        result = -1
    except ValueError as e:
        print('value', e, end=' ')
        result = -2
    else:
        print('fine', end=' ')
    finally:
        print('finally', end=' ')
    print(result)


run(lambda: 5)
run(lambda: 1 / 0)
run(lambda: [][1])
run(lambda: {}['k'])
run(lambda: int('x'))


def outer():
    try:
        try:
            raise KeyError('inner')
        except IndexError:
            print('wrong handler')
        finally:
            print('inner finally')
    except KeyError as e:
        print('outer', e)
        try:
            raise
        except KeyError:
            print('again')
    return 'done'


print(outer())


def loop():
    log = []
    for i in range(4):
        try:
            if i == 1:
                continue
            if i == 3:
                break
            log.append(i)
        finally:
            log.append(f'f{i}')
    return log


print(loop())


def early(flag):
    try:
        if flag:
            return 'from try'
    finally:
        print('cleanup', flag)
    return 'after'


print(early(True), early(False))
try:
    run(lambda: 'a' * -1 or {}.pop('gone'))
    raise RuntimeError('one', 2)
except RuntimeError as e:
    print(e, e.args, repr(e))
