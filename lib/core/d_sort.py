# list.sort: a stable merge sort, halves first, so that the runs being merged are still in the cache. Rows are tuples
# (prefix, key) or (prefix, key, item); they move and are not counted. The prefix of a str decides most comparisons without
# a look at the str; other keys have none (None). Many rows whose keys are small ints are sorted by digits, in the runtime.


def _sort_prefix(key):
    if isinstance(key, _str_value):
        return None
    elif isinstance(key, str):
        return _k.small_int(_rt.str_prefix(key))
    return None


def _row_less(a, i, b, j):
    p = _k.buf_get_item(a, i, 0)
    if p is not None:
        q = _k.buf_get_item(b, j, 0)
        if q is not None:
            if p != q:
                return p < q
    return _k.buf_get_item(a, i, 1) < _k.buf_get_item(b, j, 1)


def _sort_run(buf, lo, hi):
    i = lo + 1
    while i < hi:
        j = i - 1
        while j >= lo and _row_less(buf, i, buf, j):
            j = j - 1
        j = j + 1
        if j < i:
            row = _k.buf_take(buf, i)
            _k.buf_move(buf, j + 1, buf, j, i - j)
            _k.buf_init(buf, j, row)
        i = i + 1


def _merge_halves(buf, spare, lo, mid, hi):
    # Merges two runs; the first goes into the spare buffer meanwhile.
    if not _row_less(buf, mid, buf, mid - 1):
        return  # in order already
    m = mid - lo
    _k.buf_move(spare, 0, buf, lo, m)
    i = _k.i64(0)
    j = mid
    k = lo
    try:
        while i < m and j < hi:
            if _row_less(buf, j, spare, i):
                _k.buf_move(buf, k, buf, j, 1)
                j = j + 1
            else:
                _k.buf_move(buf, k, spare, i, 1)
                i = i + 1
            k = k + 1
    finally:
        # After an exception, too: every row is in the buffer.
        _k.buf_move(buf, k, spare, i, m - i)


def _sort_halves(buf, spare, lo, hi):
    if hi - lo <= 8:
        _sort_run(buf, lo, hi)
        return
    mid = lo + ((hi - lo) >> 1)
    _sort_halves(buf, spare, lo, mid)
    _sort_halves(buf, spare, mid, hi)
    _merge_halves(buf, spare, lo, mid, hi)


def _descends(buf, n):
    # Is each row less than the one before?
    i = _k.i64(1)
    while i < n and _row_less(buf, i, buf, i - 1):
        i = i + 1
    return i == n


def _sort_rows(rows):
    n = rows._len
    if n <= 8:
        _sort_run(rows._buf, _k.i64(0), n)
        return
    if _descends(rows._buf, n):
        rows.reverse()
        return
    if n >= 256 and _sort_by_small_ints(rows, n):
        return
    room = n >> 1
    spare = _k.buf_resize(_k.buf_null(), 0, room)
    try:
        _sort_halves(rows._buf, spare, _k.i64(0), n)
    finally:
        _k.buf_free(spare, room)


def _sort_by_small_ints(rows, n):
    # Sorts rows whose keys are all small ints; returns whether they are.
    words = _k.buf_new_i64(n)
    i = _k.i64(0)
    while i < n:
        key = _k.buf_get_item(rows._buf, i, 1)
        if isinstance(key, _int_value):
            break
        if not isinstance(key, int):
            break
        if not _k.is_small(key):
            break
        _k.buf_init(words, i, _k.i64(key))
        i = i + 1
    done = i == n
    if done and _rt.sort_order(words, n):
        ordered = _k.buf_resize(_k.buf_null(), 0, rows._cap)
        i = _k.i64(0)
        while i < n:
            _k.buf_move(ordered, i, rows._buf, _k.buf_get(words, i), 1)
            i = i + 1
        _k.buf_free(rows._buf, rows._cap)
        rows._buf = ordered
    _k.buf_free(words, n)
    return done


def _sort_small_ints(buf, n, reverse):
    # Sorts a list that holds nothing but small ints; returns whether it does.
    words = _k.buf_new_i64(n)
    i = _k.i64(0)
    while i < n:
        x = _k.buf_get(buf, i)
        if isinstance(x, bool):
            break
        if isinstance(x, _int_value):
            break
        if not isinstance(x, int):
            break
        if not _k.is_small(x):
            break
        _k.buf_init(words, i, _k.i64(x))
        i = i + 1
    done = i == n
    if done:
        _rt.sort_i64(words, n)
        i = _k.i64(0)
        while i < n:
            x = _k.buf_get(buf, i)
            # The same tests again: no other list gets ints put in.
            if isinstance(x, bool):
                break
            elif isinstance(x, _int_value):
                break
            elif isinstance(x, int):
                _k.buf_set(buf, i, _k.small_int(_k.buf_get(words, n - 1 - i if reverse else i)))
            i = i + 1
    _k.buf_free(words, n)
    return done


def _sort_list(items, key, reverse):
    # Rows with a key and rows without one have types of their own.
    if items._len == 0:
        return
    if key is None:
        _sort_rows_of(items, None, reverse)
    else:
        _sort_rows_of(items, key, reverse)


def _sort_rows_of(items, key, reverse):
    # While user code runs the list is empty, as in CPython; a change is detected at the end.
    n = items._len
    work = []
    work._buf = items._buf
    work._len = n
    work._cap = items._cap
    items._buf = _k.buf_null()
    items._len = _k.i64(0)
    items._cap = _k.i64(0)
    try:
        if key is None and n >= 256 and _sort_small_ints(work._buf, n, reverse):
            return
        rows = []
        rows._grow(n)
        i = _k.i64(0)
        while i < n:
            x = _k.buf_get(work._buf, i)
            if key is None:
                rows.append((_sort_prefix(x), x))
            else:
                y = key(x)
                rows.append((_sort_prefix(y), y, x))
            i = i + 1
        if reverse:
            rows.reverse()
        _sort_rows(rows)
        if reverse:
            rows.reverse()
        i = _k.i64(0)
        while i < n:
            if key is None:
                _k.buf_set(work._buf, i, _k.buf_get_item(rows._buf, i, 1))
            else:
                _k.buf_set(work._buf, i, _k.buf_get_item(rows._buf, i, 2))
            i = i + 1
    finally:
        changed = items._cap != 0
        items.clear()
        items._buf = work._buf
        items._len = n
        items._cap = work._cap
        work._buf = _k.buf_null()
        work._len = _k.i64(0)
        work._cap = _k.i64(0)
    if changed:
        raise ValueError("list modified during sort")
