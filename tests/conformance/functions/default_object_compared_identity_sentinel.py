# Default object compared by identity (sentinel).
_M = object()
def get(d, k, default=_M):
    if k in d: return d[k]
    if default is _M: raise KeyError(k)
    return default
print(get({}, 1, None))
