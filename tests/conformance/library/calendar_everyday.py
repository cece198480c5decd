# What programs do with calendar, at the standard level of types; subclasses that change how days look.
import calendar
import datetime
from calendar import Calendar, HTMLCalendar, TextCalendar, day_name, isleap, month_abbr, monthrange

print(calendar.month(2024, 2))
calendar.prmonth(2023, 10, w=3)
print([year for year in range(1890, 1930) if isleap(year)], monthrange(2024, 2)[1], calendar.leapdays(2000, 2024))
print(day_name[datetime.date(2024, 7, 4).weekday()], list(month_abbr)[1:4], calendar.month_name[12].upper(), [name for name in calendar.day_abbr])
number = {name.lower(): k for k, name in enumerate(calendar.month_abbr) if name}
print(number["sep"], len(number), calendar.SUNDAY, calendar.weekday(1999, 12, 31), calendar.timegm((2000, 1, 1, 0, 0, 0)))


def days_in(year, month):
    return monthrange(year, month)[1]


def add_months(day, n):
    month = day.month - 1 + n
    year = day.year + month // 12
    month = month % 12 + 1
    return day.replace(year=year, month=month, day=min(day.day, days_in(year, month)))


print([str(add_months(datetime.date(2024, 1, 31), n)) for n in (1, 2, 12, 13, -2)])


def nth_weekday(year, month, weekday, n):
    days = [week[weekday] for week in calendar.monthcalendar(year, month) if week[weekday]]
    return datetime.date(year, month, days[n])


print(nth_weekday(2024, 11, calendar.THURSDAY, 3), nth_weekday(2024, 5, calendar.MONDAY, -1))
workdays = [d for d, weekday in Calendar().itermonthdays2(2024, 2) if d and weekday < 5]
print(len(workdays), workdays[:6], sum(1 for d in Calendar(6).itermonthdates(2024, 2) if d.month == 2))
print([[d.day for d in week] for week in Calendar(6).monthdatescalendar(2024, 9)][:2])
for month, weeks in enumerate(Calendar().yeardayscalendar(2024, 12)[0], 1):
    print(month, len(weeks), weeks[-1])


class Marked(HTMLCalendar):
    cssclasses = ["work"] * 5 + ["free"] * 2

    def __init__(self, events, firstweekday=0):
        super().__init__(firstweekday)
        self.events = events

    def formatday(self, day, weekday):
        if day in self.events:
            return f'<td class="{self.cssclasses[weekday]} event">{day}: {self.events[day]}</td>'
        return super().formatday(day, weekday)


class Stars(TextCalendar):
    def formatday(self, day, weekday, width):
        if weekday == calendar.SUNDAY and day:
            return ("*" + str(day)).rjust(width)
        return super().formatday(day, weekday, width)

    def formatweekday(self, day, width):
        return super().formatweekday(day, width).upper()


print(Marked({14: "roses", 29: "leap"}).formatmonth(2024, 2))
print(Stars().formatmonth(2024, 2, w=3))
print(Stars(6).formatyear(2024, m=4)[:700])
calendar.setfirstweekday(calendar.SUNDAY)
print(calendar.month(2024, 9), calendar.weekheader(3), calendar.firstweekday())
print(calendar.calendar(2025, m=2)[:400])
for wrong in (0, 13):
    try:
        print(calendar.monthrange(2024, wrong))
    except calendar.IllegalMonthError as error:
        print(type(error).__name__, error, error.month, error.args, isinstance(error, ValueError))
try:
    calendar.setfirstweekday(9)
except calendar.IllegalWeekdayError as error:
    print(error, error.weekday)
try:
    print(calendar.month_name[13])
except IndexError as error:
    print(error)
