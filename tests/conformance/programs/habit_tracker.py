# A habit tracker: streaks, weekly and monthly reports, deadlines, ages and a bill plan, all by dates.
import calendar
from collections import Counter, defaultdict
from datetime import date, datetime, time, timedelta, timezone

LOG = """\
2024-02-26 07:15 run 5.2
2024-02-27 07:05 run 4.8
2024-02-28 21:30 read 40
2024-02-28 07:20 run 5.0
2024-02-29 22:00 read 25
29/02/2024 06:55 run 6.1
2024-03-01 07:30 run 5.5
2024-03-03 09:00 run 10.2
2024-03-04 21:45 read 30
not a line
2024-02-30 07:00 run 5.0
2024-03-05 25:00 read 10
2024-03-05 06:45 run 5.1
2024-03-06 06:50 run 5.3
"""


class Entry:
    def __init__(self, when, habit, amount):
        self.when = when
        self.habit = habit
        self.amount = amount

    @property
    def day(self):
        return self.when.date()

    def __repr__(self):
        return f"Entry({self.when:%Y-%m-%d %H:%M}, {self.habit}, {self.amount})"


def parse_day(text):
    for form in ("%Y-%m-%d", "%d/%m/%Y"):
        try:
            return datetime.strptime(text, form).date()
        except ValueError:
            pass
    raise ValueError(f"no date: {text!r}")


def parse_line(line):
    day, clock, habit, amount = line.split()
    hour, minute = clock.split(":")
    return Entry(datetime.combine(parse_day(day), time(int(hour), int(minute))), habit, float(amount))


class Tracker:
    def __init__(self):
        self.entries = []
        self.problems = []

    def load(self, text):
        for number, line in enumerate(text.splitlines(), 1):
            try:
                self.entries.append(parse_line(line))
            except ValueError as error:
                self.problems.append((number, str(error)))
        self.entries.sort(key=lambda e: e.when)

    def days(self, habit):
        return sorted({e.day for e in self.entries if e.habit == habit})

    def streaks(self, habit):
        """Runs of days that follow each other: (first, last, length)."""
        found = []
        first = last = None
        for day in self.days(habit):
            if last is not None and day - last == timedelta(days=1):
                last = day
                continue
            if first is not None:
                found.append((first, last, (last - first).days + 1))
            first = last = day
        if first is not None:
            found.append((first, last, (last - first).days + 1))
        return found

    def by_week(self):
        weeks = defaultdict(Counter)
        for e in self.entries:
            year, week, _ = e.day.isocalendar()
            weeks[(year, week)][e.habit] += 1
        return weeks

    def month_view(self, year, month, habit):
        done = set(self.days(habit))
        lines = [f"{calendar.month_name[month]} {year}".center(27).rstrip()]
        lines.append(" ".join(f"{name[:2]:>3}" for name in calendar.day_abbr))
        for week in calendar.Calendar().monthdatescalendar(year, month):
            cells = []
            for day in week:
                if day.month != month:
                    cells.append("   ")
                else:
                    cells.append(f"{day.day:2d}" + ("x" if day in done else "."))
            lines.append(" ".join(cells).rstrip())
        return "\n".join(lines)


def age(born, today):
    years = today.year - born.year - ((today.month, today.day) < (born.month, born.day))
    try:
        last = born.replace(year=born.year + years)
    except ValueError:
        last = date(born.year + years, 3, 1)
    return years, (today - last).days


def next_birthday(born, today):
    for year in (today.year, today.year + 1):
        day = min(born.day, calendar.monthrange(year, born.month)[1])
        if date(year, born.month, day) >= today:
            return date(year, born.month, day)


def bills(start, count, day_of_month):
    year, month = start.year, start.month
    while count:
        due = date(year, month, min(day_of_month, calendar.monthrange(year, month)[1]))
        while due.weekday() >= calendar.SATURDAY:
            due += timedelta(days=1)
        if due >= start:
            yield due
            count -= 1
        month += 1
        if month > 12:
            year, month = year + 1, 1


def countdown(until, now):
    left = until - now
    if left < timedelta():
        return "over for " + str(-left)
    hours, rest = divmod(left.seconds, 3600)
    return f"{left.days} days, {hours} h {rest // 60} min"


def main():
    tracker = Tracker()
    tracker.load(LOG)
    print(len(tracker.entries), "entries from", tracker.entries[0].when, "to", tracker.entries[-1].when.isoformat())
    for number, problem in tracker.problems:
        print(f"  line {number}: {problem}")
    for habit in sorted({e.habit for e in tracker.entries}):
        total = sum(e.amount for e in tracker.entries if e.habit == habit)
        first, last, length = max(tracker.streaks(habit), key=lambda s: s[2])
        print(f"{habit}: {total:.1f} in all; best streak {length} days, {first:%d %b} - {last:%d %b}")
    for (year, week), habits in sorted(tracker.by_week().items()):
        monday = date.fromisocalendar(year, week, 1)
        print(f"{year}-W{week:02d} ({monday:%d.%m.}-{monday + timedelta(days=6):%d.%m.}): {dict(sorted(habits.items()))}")
    print(tracker.month_view(2024, 2, "run"))
    print(tracker.month_view(2024, 3, "run"))
    early = min(tracker.entries, key=lambda e: e.when.time())
    print("earliest:", early, early.when.strftime("%A, day %j, week %V"))

    today = date(2024, 3, 6)
    for name, born in (("Ada", date(1815, 12, 10)), ("Leap", date(2000, 2, 29)), ("New", date(2024, 3, 1))):
        birthday = next_birthday(born, today)
        print(f"{name}: {age(born, today)}, next birthday {birthday} in {(birthday - today).days} days, a {birthday:%A}; born {born:%a %d %b %Y}")
    print([str(d) for d in bills(today, 6, 31)])
    now = datetime(2024, 3, 6, 18, 45, tzinfo=timezone.utc)
    for text in ("2024-03-10T12:00:00+01:00", "2024-03-06T20:00:00+02:00", "2024-12-31T23:59:59Z"):
        until = datetime.fromisoformat(text)
        print(text, "->", countdown(until, now), "|", until.astimezone(timezone(timedelta(hours=-5), "EST")).strftime("%a %H:%M %Z"))


main()
