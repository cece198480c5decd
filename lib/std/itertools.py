"""Iterators made of iterators."""


class count:
    __full_name__ = "itertools.count"
    __generic__ = True

    def __init__(self, start=0, step=1):
        self._at = start
        self._step = step

    def __iter__(self):
        return self

    def _next_(self):
        at = self._at
        self._at = at + self._step
        return at

    def __next__(self):
        return next(self)

    def __repr__(self):
        if isinstance(self._step, int):
            if self._step == 1:
                return "count(" + repr(self._at) + ")"
        return "count(" + repr(self._at) + ", " + repr(self._step) + ")"


class repeat:
    __full_name__ = "itertools.repeat"
    __generic__ = True

    def __init__(self, object, times=None):
        self._item = object
        self._left = times

    def __iter__(self):
        return self

    def _next_(self):
        left = self._left
        if left is not None:
            if left <= 0:
                _k.stop()
            self._left = left - 1
        return self._item

    def __next__(self):
        return next(self)

    def __repr__(self):
        left = self._left
        if left is None:
            return "repeat(" + repr(self._item) + ")"
        return "repeat(" + repr(self._item) + ", " + repr(max(left, 0)) + ")"


def cycle(iterable):
    saved = []
    for x in iterable:
        saved.append(x)
        yield x
    while saved:
        for x in saved:
            yield x


def _accumulate(iterable, func, initial):
    it = iter(iterable)
    if initial is None:
        for total in _k.rest(it):
            yield total
            for x in _k.rest(it):
                total = func(total, x)
                yield total
            return
        return
    total = initial
    yield total
    for x in _k.rest(it):
        total = func(total, x)
        yield total


def _add(a, b):
    return a + b


def accumulate(iterable, func=None, *, initial=None):
    if func is None:
        return _accumulate(iterable, _add, initial)
    return _accumulate(iterable, func, initial)


def _chain(*iterables):
    if iterables:
        return _chain_first(*iterables)
    return iter([])


def _chain_first(first, *rest):
    for x in first:
        yield x
    if rest:
        for x in _chain(*rest):
            yield x


def _chain_each(iterables):
    for it in iterables:
        for x in it:
            yield x


class chain:
    __full_name__ = "itertools.chain"
    def __new__(cls, *iterables):
        return _chain(*iterables)

    @classmethod
    def from_iterable(cls, iterable):
        return _chain_each(iterable)


def compress(data, selectors):
    for x, chosen in zip(data, selectors):
        if chosen:
            yield x


def dropwhile(predicate, iterable):
    it = iter(iterable)
    for x in _k.rest(it):
        if not predicate(x):
            yield x
            break
    for x in _k.rest(it):
        yield x


def takewhile(predicate, iterable):
    for x in iterable:
        if not predicate(x):
            break
        yield x


def filterfalse(predicate, iterable):
    for x in iterable:
        if predicate is None:
            if not x:
                yield x
        elif not predicate(x):
            yield x


def _count_argument(n, name):
    if n is not None:
        if n < 0:
            raise ValueError(name + " for islice() must be None or an integer: 0 <= x <= sys.maxsize.")


def islice(iterable, start, stop=_ABSENT, step=None):
    if isinstance(stop, _absent):
        if start is not None:
            if start < 0:
                raise ValueError("Stop argument for islice() must be None or an integer: 0 <= x <= sys.maxsize.")
        return _islice(iterable, 0, start, 1)
    if stop is not None:
        if stop < 0:
            raise ValueError("Stop argument for islice() must be None or an integer: 0 <= x <= sys.maxsize.")
    if start is not None:
        if start < 0:
            raise ValueError("Indices for islice() must be None or an integer: 0 <= x <= sys.maxsize.")
    if step is not None:
        if step < 1:
            raise ValueError("Step for islice() must be a positive integer or None.")
    return _islice(iterable, 0 if start is None else start, stop, 1 if step is None else step)


def _islice(iterable, start, stop, step):
    # Takes no item beyond the last one wanted.
    at = 0
    wanted = start
    it = iter(iterable)
    if stop is not None:
        if stop <= 0:
            return
        if start >= stop:
            for x in _k.rest(it):
                at += 1
                if at >= stop:
                    break
            return
    for x in _k.rest(it):
        if at == wanted:
            yield x
            wanted += step
        at += 1
        if stop is not None:
            if at >= stop:
                return


def starmap(function, iterable):
    for args in iterable:
        yield function(*args)


def pairwise(iterable):
    it = iter(iterable)
    for a in _k.rest(it):
        for b in _k.rest(it):
            yield (a, b)
            a = b


def batched(iterable, n):
    if n < 1:
        raise ValueError("n must be at least one")
    return _batched(iterable, n)


def _batched(iterable, n):
    row = []
    for x in iterable:
        row.append(x)
        if len(row) == n:
            yield tuple(row)
            row = []
    if row:
        yield tuple(row)


class _filler:
    # An iterator that gives a fill value behind its end; `live` counts those that have not ended.
    __generic__ = True

    def __init__(self, iterable, fill, live):
        self._it = iter(iterable)
        self._fill = fill
        self._live = live
        self._ended = False
        live[0] += 1

    def take(self):
        if not self._ended:
            for x in _k.rest(self._it):
                return x
            self._ended = True
            self._live[0] -= 1
        return self._fill


def _fillers(fill, live, *iterables):
    if iterables:
        return _fillers_first(fill, live, *iterables)
    return ()


def _fillers_first(fill, live, first, *rest):
    return (_filler(first, fill, live),) + _fillers(fill, live, *rest)


def _fill_row(*fillers):
    if fillers:
        return _fill_first(*fillers)
    return ()


def _fill_first(first, *rest):
    return (first.take(),) + _fill_row(*rest)


def zip_longest(*iterables, fillvalue=None):
    live = [0]
    return _zip_longest(_fillers(fillvalue, live, *iterables), live)


def _zip_longest(fillers, live):
    if fillers:
        while True:
            row = _fill_row(*fillers)
            if live[0] == 0:
                return
            yield row


def _pools(*iterables):
    if iterables:
        return _pools_first(*iterables)
    return ()


def _pools_first(first, *rest):
    return (list(first),) + _pools(*rest)


def _product(*pools):
    if pools:
        return _product_first(*pools)
    return iter([()])


def _product_first(first, *rest):
    for x in first:
        for row in _product(*rest):
            yield (x,) + row


def _product_of(pools):
    # The rows of a list of pools: the last one runs fastest.
    n = len(pools)
    for pool in pools:
        if not pool:
            return
    at = [0] * n
    while True:
        row = []
        for i in range(n):
            row.append(pools[i][at[i]])
        yield tuple(row)
        k = n - 1
        while k >= 0:
            at[k] += 1
            if at[k] < len(pools[k]):
                break
            at[k] = 0
            k -= 1
        if k < 0:
            return


def product(*iterables, repeat=None):
    if repeat is None:
        return _product(*_pools(*iterables))
    if repeat < 0:
        raise ValueError("repeat argument cannot be negative")
    pools = []
    for it in iterables:
        pools.append(list(it))
    return _product_of(pools * repeat)


def permutations(iterable, r=None):
    pool = list(iterable)
    k = len(pool) if r is None else r
    if k < 0:
        raise ValueError("r must be non-negative")
    return _permutations(pool, k)


def _permutations(pool, k):
    # In the order of positions: `left[i]` counts how often place i may still change.
    n = len(pool)
    if k > n:
        return
    order = list(range(n))
    left = list(range(n, n - k, -1))
    yield tuple([pool[i] for i in order[:k]])
    while True:
        i = k - 1
        while i >= 0:
            left[i] -= 1
            if left[i] == 0:
                moved = order.pop(i)
                order.append(moved)
                left[i] = n - i
                i -= 1
            else:
                j = n - left[i]
                order[i], order[j] = order[j], order[i]
                yield tuple([pool[p] for p in order[:k]])
                break
        if i < 0:
            return


def combinations(iterable, r):
    if r < 0:
        raise ValueError("r must be non-negative")
    return _combinations(list(iterable), r)


def _combinations(pool, r):
    n = len(pool)
    if r > n:
        return
    places = list(range(r))
    while True:
        yield tuple([pool[i] for i in places])
        i = r - 1
        while i >= 0 and places[i] == i + n - r:
            i -= 1
        if i < 0:
            return
        places[i] += 1
        for j in range(i + 1, r):
            places[j] = places[j - 1] + 1


def combinations_with_replacement(iterable, r):
    if r < 0:
        raise ValueError("r must be non-negative")
    return _multicombinations(list(iterable), r)


def _multicombinations(pool, r):
    n = len(pool)
    if n == 0 and r > 0:
        return
    places = [0] * r
    while True:
        yield tuple([pool[i] for i in places])
        i = r - 1
        while i >= 0 and places[i] == n - 1:
            i -= 1
        if i < 0:
            return
        value = places[i] + 1
        for j in range(i, r):
            places[j] = value


class _grouper:
    # The items of one group: it ends when the next group begins or somebody asks for the next group.
    __generic__ = True

    def __init__(self, parent, key):
        self._parent = parent
        self._key = key

    def __iter__(self):
        return self

    def _next_(self):
        parent = self._parent
        if parent._current is not self or not parent._more(self._key):
            _k.stop()
        return parent._take()

    def __next__(self):
        return next(self)


class groupby:
    __full_name__ = "itertools.groupby"
    __generic__ = True

    def __init__(self, iterable, key=None):
        self._it = iter(iterable)
        self._func = key
        self._waiting = []   # the item that was read ahead
        self._keys = []      # its key
        self._current = None

    def __iter__(self):
        return self

    def _read(self):
        for x in _k.rest(self._it):
            self._waiting.append(x)
            if self._func is None:
                self._keys.append(x)
            else:
                self._keys.append(self._func(x))
            return True
        return False

    def _more(self, key):
        # Is there another item with this key?
        if not self._waiting and not self._read():
            return False
        return _item_eq(self._keys[0], key)

    def _take(self):
        self._keys.pop()
        return self._waiting.pop()

    def _next_(self):
        current = self._current
        if current is not None:
            while self._more(current._key):
                self._take()
        if not self._waiting and not self._read():
            _k.stop()
        key = self._keys[0]
        group = _grouper(self, key)
        self._current = group
        return (key, group)

    def __next__(self):
        return next(self)


class _tee:
    # A list of the items read so far is shared; each iterator has its own place.
    __generic__ = True

    def __init__(self, it, items):
        self._it = it
        self._items = items
        self._at = 0

    def __iter__(self):
        return self

    def _next_(self):
        if self._at == len(self._items):
            for x in _k.rest(self._it):
                self._items.append(x)
                break
            else:
                _k.stop()
        x = self._items[self._at]
        self._at += 1
        return x

    def __next__(self):
        return next(self)


def tee(iterable, n=2):
    it = iter(iterable)
    items = []
    return tuple([_tee(it, items) for _ in range(n)])
