# Exceptions as ordinary flow: retries, validation lists, cleanup stacks.
attempts = []


def flaky(n):
    attempts.append(n)
    if len(attempts) < 3:
        raise ConnectionError(f'attempt {len(attempts)}')
    return f'ok after {len(attempts)}'


def retry(f, times):
    for i in range(times):
        try:
            return f(i)
        except ConnectionError as e:
            print('retrying:', e)
    raise TimeoutError('gave up')


print(retry(flaky, 5))
attempts.clear()
try:
    retry(flaky, 2)
except TimeoutError as e:
    print(e, isinstance(e, OSError))


def validate(record):
    problems = []
    for field, check in (('age', int), ('height', float), ('name', str)):
        try:
            value = check(record[field])
            if field == 'age' and not 0 <= value < 150:
                raise ValueError(f'age {value} is impossible')
        except KeyError as e:
            problems.append(f'missing {e}')
        except ValueError as e:
            problems.append(str(e))
    return problems


for r in ({'age': '30', 'height': '1.8', 'name': 'x'}, {'age': 'old', 'height': 'tall'}, {'age': '200', 'height': '2', 'name': ''}):
    print(validate(r))
log = []


def work(fail):
    log.append('open')
    try:
        log.append('work')
        if fail:
            raise RuntimeError('failed')
        log.append('success')
    except RuntimeError:
        log.append('rollback')
        raise
    else:
        log.append('commit')
    finally:
        log.append('close')


for fail in (False, True):
    try:
        work(fail)
    except RuntimeError as e:
        log.append(str(e))
print(log)
