# Attributes of dates by computed names, attributes that do not exist or cannot be set, tuples of named tuples, struct_time.
# types: dynamic
import _strptime
import time
from collections import namedtuple
from datetime import date, datetime, timedelta, timezone, tzinfo
from datetime import time as clock


class Day(date):
    pass


d = date(2020, 1, 2)
t = datetime(2020, 1, 2, 3, 4, 5, 6)
for name in ("year", "month", "day", "hour", "fold", "nothing"):
    print(name, getattr(d, name, "-"), getattr(t, name, "-"), hasattr(d, name), hasattr(t, name))
for name in ("isoformat", "ctime", "weekday", "toordinal"):
    print(name, getattr(d, name)(), getattr(t, name)())
for x in (d, t, clock(), timedelta(), tzinfo(), timezone(timedelta())):
    try:
        x.abc = 1
    except AttributeError as error:
        print(error)
x = Day(2020, 1, 1)
x.abc = 1
print(x, x.abc, repr(x), x + timedelta(1), type(x + timedelta(1)) is Day, x.replace(day=2))
for name in ("year", "month", "day"):
    try:
        setattr(d, name, 5)
    except AttributeError as error:
        print(error)
try:
    t.hour = 7
except AttributeError as error:
    print(error)
try:
    clock(1).minute = 7
except AttributeError as error:
    print(error)
for wrong in (lambda: d.hour, lambda: t.hours, lambda: timedelta(1).hours, lambda: date.now(), lambda: timezone.utc.name):
    try:
        print(wrong())
    except AttributeError as error:
        print(error)

iso = d.isocalendar()
print(tuple(iso), iso[:2], iso + (1,), list(iso), iso.year, iso == tuple(iso), {iso: 1}[(2020, 1, 4)], sorted([iso, (2019, 5, 5)])[0])
P = namedtuple("P", "a b")
print(tuple(P(1, "x")), tuple(P([], None))[1], tuple((1, 2)) == (1, 2), P(1, 2) == tuple(P(1, 2)))
s = time.struct_time((2020, 1, 2, 3, 4, 5, 3, 2, 0))
print(s == (2020, 1, 2, 3, 4, 5, 3, 2, 0), s < time.gmtime(2e9), s[:3], hash(s) == hash(tuple(s)), 2020 in s, s + (1,), len(s), s.tm_zone)
year, month, *rest = s
print(year, month, rest, max(s), _strptime._strptime_time("5.1.2020", "%d.%m.%Y").tm_yday, _strptime._strptime("1.5", "%S.%f")[1:])
