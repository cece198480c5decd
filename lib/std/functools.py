"""Functions on functions."""
from typing import NamedTuple as _NamedTuple


class _missing:
    pass


_MISSING = _missing()


def reduce(function, iterable, initial=_MISSING, /):
    it = iter(iterable)
    if isinstance(initial, _missing):
        for first in _k.rest(it):
            value = first
            for x in _k.rest(it):
                value = function(value, x)
            return value
        raise TypeError("reduce() of empty iterable with no initial value")
    value = initial
    for x in _k.rest(it):
        value = function(value, x)
    return value


class partial:
    __full_name__ = "functools.partial"
    __generic__ = True

    def __init__(self, func, /, *args, **keywords):
        self.func = func
        self.args = args
        self.keywords = keywords

    def __call__(self, /, *args, **keywords):
        return self.func(*self.args, *args, **{**self.keywords, **keywords})

    def __repr__(self):
        parts = ["functools.partial(" + repr(self.func)]
        for x in self.args:
            parts.append(repr(x))
        for key, value in self.keywords.items():
            parts.append(key + "=" + repr(value))
        return ", ".join(parts) + ")"


class partialmethod:
    """A method that calls another one with some arguments given."""
    __generic__ = True

    def __init__(self, func, /, *args, **keywords):
        self.func = func
        self.args = args
        self.keywords = keywords

    def __get__(self, obj, cls=None):
        if obj is None:
            return partial(self.func, *self.args, **self.keywords)
        return partial(self.func, obj, *self.args, **self.keywords)

    def __repr__(self):
        parts = ["functools.partialmethod(" + repr(self.func)]
        for x in self.args:
            parts.append(repr(x))
        for key, value in self.keywords.items():
            parts.append(key + "=" + repr(value))
        return ", ".join(parts) + ")"


class _cmp_key:
    __generic__ = True

    def __init__(self, compare, obj):
        self._compare = compare
        self.obj = obj

    def __lt__(self, other):
        return self._compare(self.obj, other.obj) < 0

    def __gt__(self, other):
        return self._compare(self.obj, other.obj) > 0

    def __le__(self, other):
        return self._compare(self.obj, other.obj) <= 0

    def __ge__(self, other):
        return self._compare(self.obj, other.obj) >= 0

    def __eq__(self, other):
        return self._compare(self.obj, other.obj) == 0


def cmp_to_key(mycmp):
    def key(obj):
        return _cmp_key(mycmp, obj)
    return key


class CacheInfo(_NamedTuple):
    hits: int
    misses: int
    maxsize: int
    currsize: int


_CacheInfo = CacheInfo


# A function of its own: arguments that a function only passes on keep the type of each.
def _cache_key(*args, **kwargs):
    if kwargs:
        return (args, tuple(kwargs.items()))
    return args


def _typed_key(*args, **kwargs):
    return (_cache_key(*args, **kwargs), tuple([type(x) for x in args]), tuple([type(x) for x in kwargs.values()]))


class _lru_cache_wrapper:
    __full_name__ = "functools._lru_cache_wrapper"
    __generic__ = True

    def __init__(self, func, maxsize, make_key, typed):
        self.__wrapped__ = func
        self._make_key = make_key
        self._typed = typed
        self.__name__ = func.__name__
        self.__qualname__ = func.__qualname__
        self.__doc__ = func.__doc__
        self.__module__ = func.__module__
        self._cache = {}
        self._maxsize = maxsize
        self._hits = 0
        self._misses = 0

    def __call__(self, *args, **kwargs):
        key = self._make_key(*args, **kwargs)
        cache = self._cache
        if key in cache:
            self._hits = self._hits + 1
            if self._maxsize is not None:
                # The entry becomes the newest.
                kept = cache.pop(key)
                cache[key] = kept
                return kept
            return cache[key]
        self._misses = self._misses + 1
        result = self.__wrapped__(*args, **kwargs)
        limit = self._maxsize
        if limit is None:
            cache[key] = result
        elif limit > 0:
            if key not in cache and len(cache) >= limit:
                for oldest in cache:
                    del cache[oldest]
                    break
            cache[key] = result
        return result

    def cache_info(self):
        return CacheInfo(self._hits, self._misses, self._maxsize, len(self._cache))

    def cache_parameters(self):
        return {"maxsize": self._maxsize, "typed": self._typed}

    def cache_clear(self):
        self._cache.clear()
        self._hits = 0
        self._misses = 0

    def __repr__(self):
        return "<functools._lru_cache_wrapper object at " + hex(id(self)) + ">"


def lru_cache(maxsize=128, typed=False):
    if callable(maxsize):
        return _lru_cache_wrapper(maxsize, 128, _cache_key, False)
    limit = maxsize
    if limit is not None:
        if not isinstance(limit, int):
            raise TypeError("Expected first argument to be an integer, a callable, or None")
        if limit < 0:
            limit = 0

    def decorate(function):
        return _lru_cache_wrapper(function, limit, _typed_key if typed else _cache_key, bool(typed))
    return decorate


def cache(user_function, /):
    return _lru_cache_wrapper(user_function, None, _cache_key, False)


WRAPPER_ASSIGNMENTS = ("__module__", "__name__", "__qualname__", "__doc__", "__annotations__")
WRAPPER_UPDATES = ("__dict__",)


def update_wrapper(wrapper, wrapped, assigned=WRAPPER_ASSIGNMENTS, updated=WRAPPER_UPDATES):
    if hasattr(wrapped, "__module__"):
        wrapper.__module__ = wrapped.__module__
    if hasattr(wrapped, "__name__"):
        wrapper.__name__ = wrapped.__name__
    if hasattr(wrapped, "__qualname__"):
        wrapper.__qualname__ = wrapped.__qualname__
    if hasattr(wrapped, "__doc__"):
        wrapper.__doc__ = wrapped.__doc__
    wrapper.__wrapped__ = wrapped
    return wrapper


def wraps(wrapped, assigned=WRAPPER_ASSIGNMENTS, updated=WRAPPER_UPDATES):
    def decorate(wrapper):
        return update_wrapper(wrapper, wrapped)
    return decorate


def total_ordering(cls):
    # The compiler adds the methods to a class that this decorates.
    return cls


def cached_property(func):
    # The compiler makes a property of a method that this decorates.
    _k.type_error("cached_property() is compiled as a decorator of a method")
