# Hand-made memo dict with tuple keys.
memo = {}
def lcs(a, b):
    if not a or not b: return ''
    if (a, b) not in memo: memo[a, b] = a[0] + lcs(a[1:], b[1:]) if a[0] == b[0] else max(lcs(a[1:], b), lcs(a, b[1:]), key=len)
    return memo[a, b]
print(lcs('abcde', 'ace'))
