# Decorators with state, arguments, stacking, on recursive functions.
import functools


def trace(f):
    depth = 0

    def wrapper(*args):
        nonlocal depth
        print('  ' * depth + f.__name__, args)
        depth += 1
        result = f(*args)
        depth -= 1
        return result

    return wrapper


def repeat(times):
    def decorate(f):
        @functools.wraps(f)
        def wrapper(*args, **kwargs):
            return [f(*args, **kwargs) for _ in range(times)]
        return wrapper
    return decorate


def count_calls(f):
    @functools.wraps(f)
    def wrapper(*args, **kwargs):
        wrapper.calls += 1
        return f(*args, **kwargs)
    wrapper.calls = 0
    return wrapper


registry = {}


def register(f):
    registry[f.__name__] = f
    return f


@trace
def fact(n):
    return 1 if n <= 1 else n * fact(n - 1)


@repeat(2)
@count_calls
def greet(name, end='!'):
    """Says hello."""
    return 'hello ' + name + end


@register
def one():
    return 1


@register
def two():
    return one() + 1


print(fact(3))
print(greet('ann'), greet('bob', end='?'), greet.__name__, greet.__doc__, greet.__wrapped__.calls)
print(registry['two'](), sorted(registry))


@functools.lru_cache(maxsize=None)
def fib(n):
    return n if n < 2 else fib(n - 1) + fib(n - 2)


print(fib(90), fib.cache_info().hits > 0)
