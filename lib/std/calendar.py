"""Calendars of months and years, as numbers, as text and as HTML."""
import _dates
import datetime as _datetime

error = ValueError
January = 1
February = 2
MONDAY, TUESDAY, WEDNESDAY, THURSDAY, FRIDAY, SATURDAY, SUNDAY = range(7)
mdays = [0, 31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
EPOCH = 1970


class IllegalMonthError(ValueError):
    def __init__(self, month):
        self.month = month

    def __str__(self):
        return "bad month number " + repr(self.month) + "; must be 1-12"


class IllegalWeekdayError(ValueError):
    def __init__(self, weekday):
        self.weekday = weekday

    def __str__(self):
        return "bad weekday number " + repr(self.weekday) + "; must be 0 (Monday) to 6 (Sunday)"


class _localized_month:
    # The names of months, of which the first is empty.
    def __init__(self, names):
        self._names = names

    def __getitem__(self, index):
        return self._names[index]

    def __len__(self):
        return 13

    def __iter__(self):
        return iter(self._names)


class _localized_day:
    def __init__(self, names):
        self._names = names

    def __getitem__(self, index):
        return self._names[index]

    def __len__(self):
        return 7

    def __iter__(self):
        return iter(self._names)


day_name = _localized_day(list(_dates.DAYS))
day_abbr = _localized_day([name[:3] for name in _dates.DAYS])
month_name = _localized_month([""] + list(_dates.MONTHS))
month_abbr = _localized_month([""] + [name[:3] for name in _dates.MONTHS])


def isleap(year):
    """Has the year a 29th of February?"""
    return year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)


def leapdays(y1, y2):
    """The number of leap years from y1 up to y2, which is not counted."""
    y1 -= 1
    y2 -= 1
    return (y2 // 4 - y1 // 4) - (y2 // 100 - y1 // 100) + (y2 // 400 - y1 // 400)


def weekday(year, month, day):
    """0 for Monday to 6 for Sunday."""
    if not _datetime.MINYEAR <= year <= _datetime.MAXYEAR:
        year = 2000 + year % 400
    return _datetime.date(year, month, day).weekday()


def monthrange(year, month):
    """The weekday of the first day, and the number of days."""
    if not 1 <= month <= 12:
        raise IllegalMonthError(month)
    return (weekday(year, month, 1), mdays[month] + (1 if month == 2 and isleap(year) else 0))


class Calendar:
    """Weeks of months; they begin with the weekday `firstweekday`."""

    def __init__(self, firstweekday=0):
        self.firstweekday = firstweekday

    def getfirstweekday(self):
        return self._firstweekday % 7

    def setfirstweekday(self, firstweekday):
        self._firstweekday = firstweekday

    firstweekday = property(getfirstweekday, setfirstweekday)

    def iterweekdays(self):
        """The weekdays of a week."""
        for i in range(self.firstweekday, self.firstweekday + 7):
            yield i % 7

    def itermonthdates(self, year, month):
        """The dates of the weeks of a month."""
        for y, m, d in self.itermonthdays3(year, month):
            yield _datetime.date(y, m, d)

    def itermonthdays(self, year, month):
        """The days of the weeks of a month, 0 for those of other months."""
        first, days = monthrange(year, month)
        for i in range((first - self.firstweekday) % 7):
            yield 0
        for day in range(1, days + 1):
            yield day
        for i in range((self.firstweekday - first - days) % 7):
            yield 0

    def itermonthdays2(self, year, month):
        """(day or 0, weekday)"""
        i = self.firstweekday
        for day in self.itermonthdays(year, month):
            yield (day, i % 7)
            i += 1

    def itermonthdays3(self, year, month):
        """(year, month, day), those of other months, too"""
        first, days = monthrange(year, month)
        before = (first - self.firstweekday) % 7
        after = (self.firstweekday - first - days) % 7
        y = year - 1 if month == 1 else year
        m = 12 if month == 1 else month - 1
        last = mdays[m] + (1 if m == 2 and isleap(y) else 0)
        for day in range(last - before + 1, last + 1):
            yield (y, m, day)
        for day in range(1, days + 1):
            yield (year, month, day)
        y = year + 1 if month == 12 else year
        m = 1 if month == 12 else month + 1
        for day in range(1, after + 1):
            yield (y, m, day)

    def itermonthdays4(self, year, month):
        """(year, month, day, weekday)"""
        i = self.firstweekday
        for y, m, day in self.itermonthdays3(year, month):
            yield (y, m, day, i % 7)
            i += 1

    def monthdatescalendar(self, year, month):
        """The weeks of a month as lists of dates."""
        return _in_rows(list(self.itermonthdates(year, month)), 7)

    def monthdays2calendar(self, year, month):
        """The weeks of a month as lists of (day or 0, weekday)."""
        return _in_rows(list(self.itermonthdays2(year, month)), 7)

    def monthdayscalendar(self, year, month):
        """The weeks of a month as lists of days, 0 for those of other months."""
        return _in_rows(list(self.itermonthdays(year, month)), 7)

    def yeardatescalendar(self, year, width=3):
        """Rows of months, each as its weeks of dates."""
        return _in_rows([self.monthdatescalendar(year, month) for month in range(1, 13)], width)

    def yeardays2calendar(self, year, width=3):
        """Rows of months, each as its weeks of (day or 0, weekday)."""
        return _in_rows([self.monthdays2calendar(year, month) for month in range(1, 13)], width)

    def yeardayscalendar(self, year, width=3):
        """Rows of months, each as its weeks of days."""
        return _in_rows([self.monthdayscalendar(year, month) for month in range(1, 13)], width)


def _in_rows(items, n):
    return [items[i:i + n] for i in range(0, len(items), n)]


class TextCalendar(Calendar):
    """Calendars as plain text."""

    def prweek(self, theweek, width):
        print(self.formatweek(theweek, width), end="")

    def formatday(self, day, weekday, width):
        if day == 0:
            return "".center(width)
        return f"{day:2d}".center(width)

    def formatweek(self, theweek, width):
        """A week of (day or 0, weekday) in one line."""
        return " ".join([self.formatday(day, weekday, width) for day, weekday in theweek])

    def formatweekday(self, day, width):
        name = day_name[day] if width >= 9 else day_abbr[day]
        return name[:width].center(width)

    def formatweekheader(self, width):
        return " ".join([self.formatweekday(day, width) for day in self.iterweekdays()])

    def formatmonthname(self, theyear, themonth, width, withyear=True):
        name = month_name[themonth]
        if withyear:
            name = f"{name} {theyear!r}"
        return name.center(width)

    def prmonth(self, theyear, themonth, w=0, l=0):
        print(self.formatmonth(theyear, themonth, w, l), end="")

    def formatmonth(self, theyear, themonth, w=0, l=0):
        """A month as lines; days are w wide, l is the number of line ends."""
        w = max(2, w)
        ends = "\n" * max(1, l)
        text = self.formatmonthname(theyear, themonth, 7 * (w + 1) - 1).rstrip() + ends
        text += self.formatweekheader(w).rstrip() + ends
        for week in self.monthdays2calendar(theyear, themonth):
            text += self.formatweek(week, w).rstrip() + ends
        return text

    def formatyear(self, theyear, w=2, l=1, c=6, m=3):
        """A year as lines, m months beside each other with c spaces between them."""
        w = max(2, w)
        ends = "\n" * max(1, l)
        c = max(2, c)
        width = (w + 1) * 7 - 1
        out = [repr(theyear).center(width * m + c * (m - 1)).rstrip(), ends]
        header = self.formatweekheader(w)
        month = 1
        for row in self.yeardays2calendar(theyear, m):
            months = range(month, month + len(row))
            month += len(row)
            out.append(ends)
            out.append(formatstring([self.formatmonthname(theyear, k, width, False) for k in months], width, c).rstrip())
            out.append(ends)
            out.append(formatstring([header for k in months], width, c).rstrip())
            out.append(ends)
            for i in range(max([len(weeks) for weeks in row])):
                line = [self.formatweek(weeks[i], w) if i < len(weeks) else "" for weeks in row]
                out.append(formatstring(line, width, c).rstrip())
                out.append(ends)
        return "".join(out)

    def pryear(self, theyear, w=0, l=0, c=6, m=3):
        print(self.formatyear(theyear, w, l, c, m), end="")


class HTMLCalendar(Calendar):
    """Calendars as tables in HTML."""
    cssclasses = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"]
    cssclasses_weekday_head = cssclasses
    cssclass_noday = "noday"
    cssclass_month_head = "month"
    cssclass_month = "month"
    cssclass_year_head = "year"
    cssclass_year = "year"

    def formatday(self, day, weekday):
        if day == 0:
            return f'<td class="{self.cssclass_noday}">&nbsp;</td>'
        return f'<td class="{self.cssclasses[weekday]}">{day}</td>'

    def formatweek(self, theweek):
        """A row of a table."""
        return "<tr>" + "".join([self.formatday(day, weekday) for day, weekday in theweek]) + "</tr>"

    def formatweekday(self, day):
        return f'<th class="{self.cssclasses_weekday_head[day]}">{day_abbr[day]}</th>'

    def formatweekheader(self):
        return "<tr>" + "".join([self.formatweekday(day) for day in self.iterweekdays()]) + "</tr>"

    def formatmonthname(self, theyear, themonth, withyear=True):
        name = str(month_name[themonth])
        if withyear:
            name = f"{name} {theyear}"
        return f'<tr><th colspan="7" class="{self.cssclass_month_head}">{name}</th></tr>'

    def formatmonth(self, theyear, themonth, withyear=True):
        """A month as a table."""
        lines = [_table(self.cssclass_month), self.formatmonthname(theyear, themonth, withyear=withyear), self.formatweekheader()]
        for week in self.monthdays2calendar(theyear, themonth):
            lines.append(self.formatweek(week))
        lines.append("</table>\n")
        return "\n".join(lines)

    def formatyear(self, theyear, width=3):
        """A year as a table of tables."""
        width = max(width, 1)
        out = [_table(self.cssclass_year), f'\n<tr><th colspan="{width}" class="{self.cssclass_year_head}">{theyear}</th></tr>']
        for first in range(1, 13, width):
            out.append("<tr>")
            for month in range(first, min(first + width, 13)):
                out.append("<td>" + self.formatmonth(theyear, month, withyear=False) + "</td>")
            out.append("</tr>")
        out.append("</table>")
        return "".join(out)

    def formatyearpage(self, theyear, width=3, css="calendar.css", encoding=None):
        """A year as a page, in bytes."""
        if encoding is None:
            encoding = "utf-8"
        lines = [f'<?xml version="1.0" encoding="{encoding}"?>',
                 '<!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0 Strict//EN" "http://www.w3.org/TR/xhtml1/DTD/xhtml1-strict.dtd">',
                 "<html>", "<head>", f'<meta http-equiv="Content-Type" content="text/html; charset={encoding}" />']
        if css is not None:
            lines.append(f'<link rel="stylesheet" type="text/css" href="{css}" />')
        lines += [f"<title>Calendar for {theyear}</title>", "</head>", "<body>", self.formatyear(theyear, width) + "</body>", "</html>\n"]
        return "\n".join(lines).encode(encoding, "xmlcharrefreplace")


def _table(name):
    return f'<table border="0" cellpadding="0" cellspacing="0" class="{name}">'


def _check_locale(locale):
    # There is only the C locale.
    if locale is not None and locale != "C" and locale != "C.UTF-8" and locale != "POSIX" and locale != "":
        raise NotImplementedError("locales other than C are not compiled yet")


class LocaleTextCalendar(TextCalendar):
    def __init__(self, firstweekday=0, locale=None):
        super().__init__(firstweekday)
        _check_locale(locale)
        self.locale = "C.UTF-8" if locale is None else locale


class LocaleHTMLCalendar(HTMLCalendar):
    def __init__(self, firstweekday=0, locale=None):
        super().__init__(firstweekday)
        _check_locale(locale)
        self.locale = "C.UTF-8" if locale is None else locale


# What the module's functions print.
c = TextCalendar()
_text = c


def firstweekday():
    return c.getfirstweekday()


def monthcalendar(year, month):
    """The weeks of a month as lists of days, 0 for those of other months."""
    return c.monthdayscalendar(year, month)


def prweek(theweek, width):
    c.prweek(theweek, width)


def week(theweek, width):
    return c.formatweek(theweek, width)


def weekheader(width):
    return c.formatweekheader(width)


def prmonth(theyear, themonth, w=0, l=0):
    c.prmonth(theyear, themonth, w, l)


def month(theyear, themonth, w=0, l=0):
    return c.formatmonth(theyear, themonth, w, l)


def calendar(theyear, w=2, l=1, c=6, m=3):
    return _text.formatyear(theyear, w, l, c, m)


def prcal(theyear, w=0, l=0, c=6, m=3):
    _text.pryear(theyear, w, l, c, m)


def setfirstweekday(firstweekday):
    """The weekday with which the weeks of the module's functions begin."""
    if not MONDAY <= firstweekday <= SUNDAY:
        raise IllegalWeekdayError(firstweekday)
    c.firstweekday = firstweekday


def formatstring(cols, colwidth=20, spacing=6):
    """Texts beside each other, each in the middle of its column."""
    return (" " * spacing).join([text.center(colwidth) for text in cols])


def format(cols, colwidth=20, spacing=6):
    print(formatstring(cols, colwidth, spacing))


def timegm(tuple):
    """The seconds since 1970 of a time in UTC."""
    year, month, day, hour, minute, second = tuple[:6]
    days = _datetime.date(year, month, 1).toordinal() - _dates.EPOCH + day - 1
    return ((days * 24 + hour) * 60 + minute) * 60 + second
