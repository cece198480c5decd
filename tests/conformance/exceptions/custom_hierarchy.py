# types: dynamic
# Own exception classes: fields, str, catching by base, cause.
class AppError(Exception):
    pass


class NotFound(AppError):
    def __init__(self, name):
        super().__init__(f'{name} not found')
        self.name = name


class Limit(AppError, ValueError):
    def __init__(self, value, limit=10):
        self.value, self.limit = value, limit

    def __str__(self):
        return f'{self.value} is over {self.limit}'


def check(x):
    if x == 'missing':
        raise NotFound(x)
    if x > 10:
        raise Limit(x)
    if x < 0:
        raise AppError
    return x


for x in ('missing', 5, 11, -1):
    try:
        print(check(x))
    except NotFound as e:
        print('not found:', e.name, e, e.args)
    except ValueError as e:
        print('value:', e, e.args, e.limit, isinstance(e, AppError))
    except AppError as e:
        print('app:', repr(e), str(e) == '', type(e).__mro__[1].__name__)
print(issubclass(Limit, AppError), [c.__name__ for c in Limit.__mro__])
