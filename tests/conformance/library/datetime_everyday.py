# What programs do with dates and times every day, at the standard level of types.
import datetime
from datetime import date, timedelta

start = date(2024, 1, 29)
days = [start + timedelta(days=n) for n in range(0, 60, 7)]
print(days[0], days[-1], days[-1] - days[0], (days[-1] - days[0]).days, [d.strftime("%a %d %b") for d in days[:4]])
print(max(days), min(days), sorted(days, reverse=True)[0] == days[-1], start in days, {d: d.isoweekday() for d in days[:3]})
print(repr(start), str(start), f"{start:%d.%m.%Y}", f"{start!r:>30}|", "{:%j}".format(start), format(start, ""), start.year, start.month, start.day)

counts = {}
for d in days:
    key = (d.year, d.month)
    counts[key] = counts.get(key, 0) + 1
print(counts)


def age(born, today):
    return today.year - born.year - ((today.month, today.day) < (born.month, born.day))


print(age(date(2000, 2, 29), date(2024, 2, 28)), age(date(2000, 2, 29), date(2024, 2, 29)), age(date(1999, 12, 31), date(2024, 1, 1)))


def parse(text):
    for form in ("%Y-%m-%d", "%d/%m/%Y", "%d %B %Y", "%b %d, %Y"):
        try:
            return datetime.datetime.strptime(text, form).date()
        except ValueError:
            continue
    return None


for text in ("2024-03-01", "01/03/2024", "1 March 2024", "Mar 1, 2024", "soon", "2024-02-30"):
    d = parse(text)
    print(text, "->", d.isoformat() if d is not None else "?")

meeting = datetime.datetime(2024, 3, 29, 14, 30)
print(meeting, meeting.date(), meeting.time(), meeting + timedelta(hours=10), meeting - timedelta(weeks=1), meeting.replace(hour=9, minute=0))
print(meeting.isoformat(), meeting.isoformat(sep=" ", timespec="minutes"), meeting.timestamp(), datetime.datetime.fromtimestamp(1711722600))
print(datetime.datetime.combine(start, datetime.time(8, 15)), meeting.strftime("%A, %d. %B %Y at %I:%M %p"), meeting.ctime(), meeting.timetuple()[:6])

left = datetime.datetime(2024, 12, 24) - meeting
print(left, left.days, left.seconds, left.total_seconds() / 3600, divmod(left.seconds, 3600), left > timedelta(days=100), left // timedelta(weeks=1), left / 2)
week, day = start.isocalendar()[1:]
year, number, weekday = start.isocalendar()
print(week, day, year, number, weekday, start.isocalendar().week, start.isocalendar() == (2024, 5, 1), isinstance(start.isocalendar(), tuple), "%d-W%02d-%d" % start.isocalendar())
print(sum([timedelta(minutes=30), timedelta(hours=1)], timedelta()), timedelta(minutes=90), str(timedelta(days=-1)), -timedelta(hours=1), abs(timedelta(hours=-5)), bool(timedelta()))

utc = datetime.datetime(2024, 3, 31, 1, 30, tzinfo=datetime.timezone.utc)
berlin = datetime.timezone(timedelta(hours=2), "CEST")
print(utc, utc.astimezone(berlin), utc.astimezone(berlin).strftime("%H:%M %Z %z"), utc == utc.astimezone(berlin), repr(utc), repr(berlin))
for text in ("2024-03-31T01:30:00+00:00", "2024-03-31", "2024-03-31T25:00", "nonsense"):
    try:
        print(datetime.datetime.fromisoformat(text))
    except ValueError as error:
        print("ValueError:", error)
try:
    print(datetime.date(2023, 2, 29))
except ValueError as error:
    print(error)
try:
    print(utc - meeting)
except TypeError as error:
    print(error)
now = datetime.datetime.now()
print(now.date() >= start, date.today() == now.date() or date.today() > now.date(), (datetime.datetime.now() - now).total_seconds() < 60, now.tzinfo)
