# Zones of the program's own, subclasses of date, datetime and timedelta, copies, keys of dicts.
import copy
from datetime import date, datetime, time, timedelta, timezone, tzinfo


class Summer(tzinfo):
    """Two hours in summer, one in winter."""

    def __init__(self, name):
        self.name = name

    def utcoffset(self, dt):
        return timedelta(hours=1) + self.dst(dt)

    def dst(self, dt):
        if dt is None or not 4 <= dt.month <= 9:
            return timedelta(0)
        return timedelta(hours=1)

    def tzname(self, dt):
        return self.name + ("S" if self.dst(dt) else "W")

    def __repr__(self):
        return f"Summer({self.name!r})"


class Odd(tzinfo):
    def __init__(self, offset):
        self.offset = offset

    def utcoffset(self, dt):
        return self.offset

    def tzname(self, dt):
        return "odd"


zone = Summer("X")
for month in (1, 3, 4, 9, 10):
    t = datetime(2024, month, 1, 0, 30, tzinfo=zone)
    u = t.astimezone(timezone.utc)
    print(t, u, u.astimezone(zone), t.tzname(), t.utcoffset(), t.dst(), t == u, hash(t) == hash(u), t.timetuple().tm_isdst, t.utctimetuple()[:5])
print(repr(t), t.strftime("%Z %z"), t.timetz(), t.time(), time(1, tzinfo=zone), time(1, tzinfo=zone).utcoffset(), datetime.fromtimestamp(0, zone))
print(datetime(2024, 7, 1, tzinfo=zone) - datetime(2024, 1, 1, tzinfo=zone), datetime(2024, 7, 1, tzinfo=zone) - datetime(2024, 1, 1, tzinfo=timezone.utc))
for bad in (Odd(None), Odd(timedelta(days=1)), Odd(timedelta(seconds=-5))):
    t = datetime(2024, 1, 1, tzinfo=bad)
    try:
        print(t, t.utcoffset(), t.tzname())
    except ValueError as error:
        print(error)
    try:
        print(t.astimezone(zone))
    except (ValueError, NotImplementedError) as error:
        print(type(error).__name__, error)
    try:
        print(datetime(2024, 1, 1, tzinfo=zone).astimezone(bad))
    except (ValueError, NotImplementedError) as error:
        print(type(error).__name__, error)


class Day(date):
    def __new__(cls, text):
        day, month, year = text.split(".")
        return super().__new__(cls, int(year), int(month), int(day))

    def __str__(self):
        return f"{self.day}.{self.month}.{self.year}"

    def tomorrow(self):
        return date.fromordinal(self.toordinal() + 1)


class Stamp(datetime):
    def label(self):
        return self.strftime("<%H:%M>")


class Span(timedelta):
    def hours(self):
        return self.total_seconds() / 3600


d = Day("29.2.2024")
print(d, repr(d), d.tomorrow(), d == date(2024, 2, 29), d < date(2024, 3, 1), hash(d) == hash(date(2024, 2, 29)), isinstance(d, date), f"{d}", d.isoformat(), d - date(2024, 1, 1))
s = Stamp(2024, 5, 6, 7, 8)
print(s, repr(s), s.label(), (s + timedelta(hours=1)).label(), type(s.replace(year=2025)).__name__, Stamp.fromordinal(738000).label(), type(Stamp.now()).__name__, s.date(), Stamp.fromisoformat("2024-01-02T03:04").label())
p = Span(hours=5)
print(p, repr(p), p.hours(), type(p + p).__name__, p == timedelta(hours=5), Span(1) < p)

events = {date(2024, 5, 6): "a", datetime(2024, 5, 6): "b", time(5): "c", timedelta(1): "d", timezone.utc: "e"}
print(events[date(2024, 5, 6)], events[datetime(2024, 5, 6)], events[time(5)], events[timedelta(hours=24)], events[timezone(timedelta(0), "Z")], len(events))
print({datetime(2024, 1, 1, 12, tzinfo=timezone.utc), datetime(2024, 1, 1, 13, tzinfo=timezone(timedelta(hours=1)))})
pair = [s.date(), p, timezone.utc]
print(copy.copy(pair) == pair, copy.deepcopy(pair) == pair, copy.copy(s.date()) is not None)
d = date(2024, 1, 1)
try:
    d.year = 2025
except AttributeError as error:
    print(error)
match d:
    case date(year=2024, month=m):
        print("in 2024, month", m)
print(date.min, date.max, datetime.max, time.max, timedelta.max, datetime.resolution, timezone.min, date.max - date.min)
print(datetime.min == datetime(1, 1, 1), Stamp.min, Day.max, timezone.utc is timezone(timedelta(0)))
