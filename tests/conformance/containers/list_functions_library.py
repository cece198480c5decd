# Hand-written versions of common list functions, on several element types.
def chunks(xs, n):
    return [xs[i:i + n] for i in range(0, len(xs), n)]


def unique(xs):
    out = []
    for x in xs:
        if x not in out:
            out.append(x)
    return out


def partition(pred, xs):
    yes, no = [], []
    for x in xs:
        (yes if pred(x) else no).append(x)
    return yes, no


def group_runs(xs):
    runs = []
    for x in xs:
        if runs and runs[-1][0] == x:
            runs[-1].append(x)
        else:
            runs.append([x])
    return runs


def rotate(xs, k):
    k %= len(xs) or 1
    return xs[-k:] + xs[:-k] if k else xs[:]


def running(xs, f):
    out = []
    for x in xs:
        out.append(x if not out else f(out[-1], x))
    return out


def transpose(rows, fill=None):
    width = max(map(len, rows), default=0)
    return [[row[i] if i < len(row) else fill for row in rows] for i in range(width)]


print(chunks([1, 2, 3, 4, 5], 2), chunks('abcdefg', 3), chunks([], 2), chunks((1, 2, 3), 2))
print(unique([3, 1, 3, 2, 1]), unique('mississippi'), unique([1, 1.0, True, '1']), unique([[1], [1], [2]]))
print(partition(lambda x: x > 2, [1, 5, 2, 8]), partition(str.isupper, 'aBcD'), partition(None, []))
print(group_runs([1, 1, 2, 3, 3, 3]), group_runs('aab'), group_runs([]))
print(rotate([1, 2, 3, 4], 1), rotate([1, 2, 3, 4], -1), rotate('abc', 2), rotate([], 3), rotate([1], 5))
print(running([1, 2, 3, 4], lambda a, b: a + b), running([3, 1, 4, 1, 5], max), running(['a', 'b', 'c'], lambda a, b: a + b))
print(transpose([[1, 2, 3], [4], [5, 6]]), transpose(['ab', 'cd']), transpose([]), transpose([[1], []], fill=0))
