import re
def words(text, flags=0):
    return re.findall("[a-z]+", text, flags)
print(words("Ab cD"), words("Ab cD", re.I))
for f in (re.I, re.M, re.X | re.I):
    p = re.compile("^a b$", f)
    print(bool(p.search("x\nA B")), bool(p.match("AB")))
from collections import namedtuple
T = namedtuple('T', 'itemgetter property self cls tuple')
t = T(1, 2, 3, 4, 5)
print(t._replace(self=9, cls=8), t.self, t._asdict())
