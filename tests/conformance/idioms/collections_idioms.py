# Collections idioms.
from collections import Counter, defaultdict, deque, OrderedDict, namedtuple
t = defaultdict(lambda: defaultdict(int)); t['a']['b'] += 1; P = namedtuple('P', 'x y')
print(Counter('abca').most_common(1), {k: dict(v) for k, v in t.items()}, deque([1, 2, 3], maxlen=2), P(1, 2).x, Counter('aab') - Counter('ab'), list(OrderedDict(a=1)))
