# Raising while handling: context, cause, suppressed, finally that raises or returns.
def show(e):
    while e is not None:
        print(repr(e), '<-', end=' ')
        e = e.__cause__ or (None if e.__suppress_context__ else e.__context__)
    print('end')


def convert(text):
    try:
        return int(text)
    except ValueError as e:
        raise RuntimeError(f'cannot convert {text!r}') from e


try:
    convert('z')
except RuntimeError as e:
    show(e)
try:
    try:
        [][0]
    except IndexError:
        {}['k']
except KeyError as e:
    show(e)
try:
    try:
        1 / 0
    finally:
        int('finally')
except ValueError as e:
    show(e)
try:
    try:
        1 / 0
    except ZeroDivisionError:
        raise KeyError('clean') from None
except KeyError as e:
    show(e)


def swallow():
    for i in range(3):
        try:
            raise ValueError(i)
        finally:
            break
    return i


def returns():
    try:
        raise ValueError
    finally:
        return 'returned'


print(swallow(), returns())
errors = []
for text in ['1', 'x', '3', '']:
    try:
        errors.append(int(text))
    except ValueError as e:
        errors.append(str(e)[-3:])
print(errors)
e = 'kept'
try:
    raise IndexError('gone')
except IndexError as err:
    message = str(err)
print(e, message)
try:
    print(err)
except NameError as n:
    print(n)
