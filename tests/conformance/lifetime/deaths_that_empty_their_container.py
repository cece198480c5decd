"""Items whose __del__ empties the containers that they are just taken from."""
from collections import deque


class X:
    def __init__(self, n):
        self.n = n

    def __del__(self):
        print("del", self.n)
        d.clear()
        l.clear()
        s.clear()
        q.clear()


d = {0: X(0), X(20): 0}
l = [0, X(0), (X(21), X(22))]
s = {0, X(0)}
q = deque([0, X(0)])
d.clear()
l.clear()
s.clear()
q.clear()


def case_0():
    global d, l, s, q
    d[1] = X(9)
    d[2] = X(10)
    del d[1]


def case_1():
    global d, l, s, q
    d[1] = X(9)
    d[1] = 3


def case_2():
    global d, l, s, q
    l.append(X(11))
    l.append(X(12))
    l[0] = 5


def case_3():
    global d, l, s, q
    d[1] = X(5)
    d.pop(1)


def case_4():
    global d, l, s, q
    l.extend([X(1), X(2), X(3)])
    del l[1]


def case_5():
    global d, l, s, q
    l.extend([X(1), X(2), X(3)])
    del l[0:2]


def case_6():
    global d, l, s, q
    l.extend([X(1), X(2), X(3)])
    l[0:2] = [1, 2, 3, 4, 5, 6, 7, 8, 9]


def case_7():
    global d, l, s, q
    l.extend([X(1), X(2), X(3)])
    l.pop(0)


def case_8():
    global d, l, s, q
    l.extend([X(1), X(2), X(3)])
    l.remove(l[0])


def case_9():
    global d, l, s, q
    s.add(X(1))
    s.add(2)
    s.discard(2)
    s.pop()


def case_10():
    global d, l, s, q
    d[1] = X(1)
    d.update({1: 2})


def case_11():
    global d, l, s, q
    d[1] = X(1)
    d.popitem()


def case_12():
    global d, l, s, q
    d[X(1)] = 1
    d.setdefault(3, X(4))
    d |= {3: 4}


def case_13():
    global d, l, s, q
    l.extend([X(1), X(2), X(3)])
    l *= 0


def case_14():
    global d, l, s, q
    s.add(X(1))
    s.add(2)
    s -= {2}
    s &= {2}


def case_15():
    global d, l, s, q
    q.append(X(1))
    q.append(X(2))
    q.popleft()


def case_16():
    global d, l, s, q
    q.extend([X(1), X(2), X(3)])
    q.pop()


def case_17():
    global d, l, s, q
    q.extend([X(1), X(2), X(3)])
    q.clear()


def case_18():
    global d, l, s, q
    l.extend([X(1), X(2), X(3)])
    l[::2] = [1, 2]


def case_19():
    global d, l, s, q
    l.extend([X(1), X(2), X(3)])
    del l[::2]


def case_20():
    global d, l, s, q
    l.extend([X(1), X(2)])
    l.clear()


def case_21():
    global d, l, s, q
    d.update({X(1): X(2)})
    d.clear()


def case_22():
    global d, l, s, q
    s.add(X(3))
    s.clear()


def case_23():
    global d, l, s, q
    l.extend([(X(1), X(2)), (X(3), X(4))])
    l.clear()


for case in [case_0, case_1, case_2, case_3, case_4, case_5, case_6, case_7, case_8, case_9, case_10, case_11, case_12, case_13, case_14, case_15, case_16, case_17, case_18, case_19, case_20, case_21, case_22, case_23]:
    case()
    print(case.__name__, d, l, s, q)
    d, l, s, q = {}, [], set(), deque()
