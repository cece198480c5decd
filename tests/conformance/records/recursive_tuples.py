"""Recursive types made of tuples: syntax trees, search trees, stacks, Huffman trees, lists of pairs."""
import heapq
def parse(tokens):
    def expr():
        node = term()
        while tokens and tokens[0] in '+-':
            op = tokens.pop(0)
            node = (op, node, term())
        return node
    def term():
        node = atom()
        while tokens and tokens[0] in '*/':
            op = tokens.pop(0)
            node = (op, node, atom())
        return node
    def atom():
        t = tokens.pop(0)
        if t == '(':
            n = expr(); tokens.pop(0); return n
        if t == '-':
            return ('-', ('num', 0), atom())
        return ('num', int(t))
    return expr()
def ev(n):
    if len(n) == 2: return n[1]
    op, a, b = n
    return {'+': lambda x, y: x + y, '-': lambda x, y: x - y, '*': lambda x, y: x * y, '/': lambda x, y: x // y}[op](ev(a), ev(b))
def show(n):
    match n:
        case ('num', v): return str(v)
        case (op, a, b): return f'({show(a)} {op} {show(b)})'
def depth(n):
    if len(n) == 2:
        return 1
    return 1 + max(depth(n[1]), depth(n[2]))
for s in ('1 + 2 * 3', '( 1 + 2 ) * - 3', '7', '2 * ( 3 + ( 4 - ( 5 * ( 6 - 7 ) ) ) )'):
    t = parse(s.split())
    print(show(t), ev(t), depth(t), t)
def insert(t, k):
    if t is None: return (None, k, None)
    l, v, r = t
    if k < v: return (insert(l, k), v, r)
    return (l, v, insert(r, k))
def walk(t):
    if t is not None:
        yield from walk(t[0]); yield t[1]; yield from walk(t[2])
root = None
for k in (5, 2, 8, 1, 9, 3): root = insert(root, k)
print(list(walk(root)), root)
stack = None
for k in range(12): stack = (k, stack)
def length(s):
    n = 0
    while s is not None:
        _, s = s
        n += 1
    return n
print(length(stack), stack)
def huff(freq):
    heap = [(w, i, (s,)) for i, (s, w) in enumerate(sorted(freq.items()))]
    heapq.heapify(heap)
    n = len(heap)
    while len(heap) > 1:
        a = heapq.heappop(heap); b = heapq.heappop(heap)
        heapq.heappush(heap, (a[0] + b[0], n, (a[2], b[2])))
        n += 1
    return heap[0][2]
def table(t, p=''):
    if len(t) == 1: return {t[0]: p}
    d = table(t[0], p + '0'); d.update(table(t[1], p + '1')); return d
print(table(huff({'a': 5, 'b': 2, 'c': 1, 'd': 1})))
def cons(*xs):
    out = ()
    for x in reversed(xs): out = (x, out)
    return out
print(cons(1, 2, 3), cons('a', cons(1), 2.5))
def rev(l, acc=()):
    return acc if l == () else rev(l[1], (l[0], acc))
print(rev(cons(1, 2, 3)))
