# list.sort: a stable merge sort, bottom up. Rows are tuples whose first item is the key; they move and are not counted.


def _sort_run(buf, lo, hi):
    i = lo + 1
    while i < hi:
        j = i - 1
        while j >= lo and _k.buf_get_item(buf, i, 0) < _k.buf_get_item(buf, j, 0):
            j = j - 1
        j = j + 1
        if j < i:
            row = _k.buf_take(buf, i)
            _k.buf_move(buf, j + 1, buf, j, i - j)
            _k.buf_init(buf, j, row)
        i = i + 1


def _merge_runs(target, source, lo, mid, hi):
    i = lo
    j = mid
    k = lo
    try:
        if mid < hi and not _k.buf_get_item(source, mid, 0) < _k.buf_get_item(source, mid - 1, 0):
            return  # in order already
        while i < mid and j < hi:
            if _k.buf_get_item(source, j, 0) < _k.buf_get_item(source, i, 0):
                _k.buf_move(target, k, source, j, 1)
                j = j + 1
            else:
                _k.buf_move(target, k, source, i, 1)
                i = i + 1
            k = k + 1
    finally:
        # After an exception, too: every row is in the target.
        _k.buf_move(target, k, source, i, mid - i)
        _k.buf_move(target, k + mid - i, source, j, hi - j)


def _sort_rows(rows):
    n = rows._len
    cap = rows._cap
    lo = _k.i64(0)
    while lo < n:
        hi = lo + 8  # runs of eight by insertion
        if hi > n:
            hi = n
        _sort_run(rows._buf, lo, hi)
        lo = hi
    width = _k.i64(8)
    if width >= n:
        return
    source = rows._buf
    target = _k.buf_resize(_k.buf_null(), 0, cap)
    try:
        while width < n:
            lo = _k.i64(0)
            try:
                while lo < n:
                    start = lo
                    mid = lo + width
                    if mid > n:
                        mid = n
                    lo = mid + width
                    if lo > n:
                        lo = n
                    _merge_runs(target, source, start, mid, lo)
            finally:
                _k.buf_move(target, lo, source, lo, n - lo)
                other = source
                source = target
                target = other
            width = width + width
    finally:
        rows._buf = source
        _k.buf_free(target, cap)


def _sort_list(items, key, reverse):
    # While user code runs the list is empty, as in CPython; a change is detected at the end.
    n = items._len
    if n == 0:
        return
    work = []
    work._buf = items._buf
    work._len = n
    work._cap = items._cap
    items._buf = _k.buf_null()
    items._len = _k.i64(0)
    items._cap = _k.i64(0)
    try:
        rows = []
        rows._grow(n)
        i = _k.i64(0)
        while i < n:
            x = _k.buf_get(work._buf, i)
            if key is None:
                rows.append((x,))
            else:
                rows.append((key(x), x))
            i = i + 1
        if reverse:
            rows.reverse()
        _sort_rows(rows)
        if reverse:
            rows.reverse()
        i = _k.i64(0)
        while i < n:
            if key is None:
                _k.buf_set(work._buf, i, _k.buf_get_item(rows._buf, i, 0))
            else:
                _k.buf_set(work._buf, i, _k.buf_get_item(rows._buf, i, 1))
            i = i + 1
    finally:
        changed = items._len != 0
        items.clear()
        items._buf = work._buf
        items._len = n
        items._cap = work._cap
        work._buf = _k.buf_null()
        work._len = _k.i64(0)
        work._cap = _k.i64(0)
    if changed:
        raise ValueError("list modified during sort")
