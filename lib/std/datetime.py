"""Dates, times, durations and fixed time zones."""
import time as _time
from typing import NamedTuple as _NamedTuple

import _dates

MINYEAR = 1
MAXYEAR = 9999
_LAST = 3652059  # the ordinal of 9999-12-31


def _int_of(x):
    # An argument that is a C int.
    n = _as_index(x)
    if not -2147483648 <= n <= 2147483647:
        if not -9223372036854775808 <= n <= 9223372036854775807:
            raise OverflowError("Python int too large to convert to C long")
        if n > 0:
            raise OverflowError("signed integer is greater than maximum")
        raise OverflowError("signed integer is less than minimum")
    return n


def _check_given(year, month, day):
    if isinstance(year, ellipsis):
        _k.type_error("function missing required argument 'year' (pos 1)")
    if isinstance(month, ellipsis):
        _k.type_error("function missing required argument 'month' (pos 2)")
    if isinstance(day, ellipsis):
        _k.type_error("function missing required argument 'day' (pos 3)")


def _check_date(year, month, day):
    if not MINYEAR <= year <= MAXYEAR:
        raise ValueError("year " + str(year) + " is out of range")
    if not 1 <= month <= 12:
        raise ValueError("month must be in 1..12")
    if not (1 <= day <= 28 or 28 < day <= _dates.month_days(year, month)):
        raise ValueError("day is out of range for month")


def _check_clock(hour, minute, second, microsecond, fold):
    if not 0 <= hour <= 23:
        raise ValueError("hour must be in 0..23")
    if not 0 <= minute <= 59:
        raise ValueError("minute must be in 0..59")
    if not 0 <= second <= 59:
        raise ValueError("second must be in 0..59")
    if not 0 <= microsecond <= 999999:
        raise ValueError("microsecond must be in 0..999999")
    if fold != 0 and fold != 1:
        raise ValueError("fold must be either 0 or 1")


def _check_zone(tz):
    if tz is not None and not isinstance(tz, tzinfo):
        _k.type_error("tzinfo argument must be None or of a tzinfo subclass, not type '" + _k.type_name(tz) + "'")


def _fixed(what):
    _k.cold()
    raise AttributeError("attribute '" + what + "' objects is not writable")


# ---- timedelta

def _delta(days, seconds, microseconds):
    # Any ints as a timedelta.
    carry = microseconds // 1000000
    microseconds = microseconds - carry * 1000000
    seconds = seconds + carry
    carry = seconds // 86400
    seconds = seconds - carry * 86400
    days = days + carry
    if not -999999999 <= days <= 999999999:
        _too_long(days)
    made = object.__new__(timedelta)
    made._days = days
    made._seconds = seconds
    made._microseconds = microseconds
    return made


def _too_long(days):
    _k.cold()
    if not -2147483648 <= days <= 2147483647:
        raise OverflowError("Python int too large to convert to C int")
    raise OverflowError("days=" + str(days) + "; must have magnitude <= 999999999")


def _nearest(n, d):
    # n / d, halves to the even side.
    if d < 0:
        n = -n
        d = -d
    whole = n // d
    twice = (n - whole * d) * 2
    if twice > d or (twice == d and whole & 1):
        return whole + 1
    return whole


def _unit(name, x, factor):
    # An argument of timedelta() in microseconds: whole ones, and what is left as a float.
    if isinstance(x, int):
        return (_as_index(x) * factor, 0.0)
    if isinstance(x, float):
        whole = int(x)
        rest = (x - whole) * factor
        more = int(rest)
        return (whole * factor + more, rest - more)
    _k.type_error("unsupported type for timedelta " + name + " component: " + _k.type_name(x))


def _sum_up(us, rest):
    # What is left of the floats, rounded to the even number.
    if rest == 0.0:
        return us
    more = round(rest)
    if abs(more - rest) == 0.5:
        odd = us & 1
        more = round((rest + odd) * 0.5) * 2 - odd
    return us + more


class timedelta:
    """A duration; of ints or floats."""
    __full_name__ = "datetime.timedelta"
    __slots__ = ("_days", "_seconds", "_microseconds")

    def __new__(cls, days=0, seconds=0, microseconds=0, milliseconds=0, minutes=0, hours=0, weeks=0):
        self = object.__new__(cls)
        if (isinstance(days, int) and isinstance(seconds, int) and isinstance(microseconds, int) and isinstance(milliseconds, int)
                and isinstance(minutes, int) and isinstance(hours, int) and isinstance(weeks, int)):
            us = _as_index(microseconds) + _as_index(milliseconds) * 1000
            s = _as_index(seconds) + _as_index(minutes) * 60 + _as_index(hours) * 3600
            d = _as_index(days) + _as_index(weeks) * 7
        else:
            us = 0
            rest = 0.0
            for n, left in (_unit("microseconds", microseconds, 1), _unit("milliseconds", milliseconds, 1000),
                            _unit("seconds", seconds, 1000000), _unit("minutes", minutes, 60000000),
                            _unit("hours", hours, 3600000000), _unit("days", days, 86400000000),
                            _unit("weeks", weeks, 604800000000)):
                us += n
                rest += left
            us = _sum_up(us, rest)
            s = 0
            d = 0
        carry = us // 1000000
        s = s + carry
        self._microseconds = us - carry * 1000000
        carry = s // 86400
        d = d + carry
        self._seconds = s - carry * 86400
        self._days = d
        if not -999999999 <= d <= 999999999:
            _too_long(d)
        return self

    @property
    def days(self):
        return self._days

    @property
    def seconds(self):
        return self._seconds

    @property
    def microseconds(self):
        return self._microseconds

    def _us(self):
        return (self._days * 86400 + self._seconds) * 1000000 + self._microseconds

    def total_seconds(self):
        """The duration in seconds."""
        return self._us() / 1000000

    def __repr__(self):
        parts = []
        if self._days:
            parts.append("days=" + str(self._days))
        if self._seconds:
            parts.append("seconds=" + str(self._seconds))
        if self._microseconds:
            parts.append("microseconds=" + str(self._microseconds))
        return _class_name(self, "datetime.timedelta") + "(" + (", ".join(parts) if parts else "0") + ")"

    def __str__(self):
        s = self._seconds
        text = f"{s // 3600}:{s // 60 % 60:02d}:{s % 60:02d}"
        if self._days:
            text = str(self._days) + (" day, " if abs(self._days) == 1 else " days, ") + text
        if self._microseconds:
            text += f".{self._microseconds:06d}"
        return text

    def __add__(self, other):
        if isinstance(other, timedelta):
            return _delta(self._days + other._days, self._seconds + other._seconds, self._microseconds + other._microseconds)
        return NotImplemented

    def __radd__(self, other):
        if isinstance(other, timedelta):
            return _delta(self._days + other._days, self._seconds + other._seconds, self._microseconds + other._microseconds)
        return NotImplemented

    def __sub__(self, other):
        if isinstance(other, timedelta):
            return _delta(self._days - other._days, self._seconds - other._seconds, self._microseconds - other._microseconds)
        return NotImplemented

    def __rsub__(self, other):
        if isinstance(other, timedelta):
            return _delta(other._days - self._days, other._seconds - self._seconds, other._microseconds - self._microseconds)
        return NotImplemented

    def __neg__(self):
        return _delta(-self._days, -self._seconds, -self._microseconds)

    def __pos__(self):
        return _delta(self._days, self._seconds, self._microseconds)

    def __abs__(self):
        if self._days < 0:
            return _delta(-self._days, -self._seconds, -self._microseconds)
        return _delta(self._days, self._seconds, self._microseconds)

    def __mul__(self, other):
        if isinstance(other, int):
            return _delta(0, 0, self._us() * _as_index(other))
        if isinstance(other, float):
            n, d = other.as_integer_ratio()
            return _delta(0, 0, _nearest(self._us() * n, d))
        return NotImplemented

    def __rmul__(self, other):
        if isinstance(other, int) or isinstance(other, float):
            return self * other
        return NotImplemented

    def __truediv__(self, other):
        if isinstance(other, timedelta):
            return self._us() / other._us()
        if isinstance(other, int):
            return _delta(0, 0, _nearest(self._us(), _as_index(other)))
        if isinstance(other, float):
            n, d = other.as_integer_ratio()
            return _delta(0, 0, _nearest(self._us() * d, n))
        return NotImplemented

    def __floordiv__(self, other):
        if isinstance(other, timedelta):
            return self._us() // other._us()
        if isinstance(other, int):
            return _delta(0, 0, self._us() // _as_index(other))
        return NotImplemented

    def __mod__(self, other):
        if isinstance(other, timedelta):
            return _delta(0, 0, self._us() % other._us())
        return NotImplemented

    def __divmod__(self, other):
        if isinstance(other, timedelta):
            a = self._us()
            b = other._us()
            q = a // b
            return (q, _delta(0, 0, a - q * b))
        return NotImplemented

    def _order(self, other):
        # Below 0, 0, or above 0.
        n = self._days - other._days
        if n == 0:
            n = self._seconds - other._seconds
            if n == 0:
                n = self._microseconds - other._microseconds
        return n

    def __eq__(self, other):
        if isinstance(other, timedelta):
            return self._order(other) == 0
        return NotImplemented

    def __lt__(self, other):
        if isinstance(other, timedelta):
            return self._order(other) < 0
        return NotImplemented

    def __le__(self, other):
        if isinstance(other, timedelta):
            return self._order(other) <= 0
        return NotImplemented

    def __gt__(self, other):
        if isinstance(other, timedelta):
            return self._order(other) > 0
        return NotImplemented

    def __ge__(self, other):
        if isinstance(other, timedelta):
            return self._order(other) >= 0
        return NotImplemented

    def __hash__(self):
        return hash((self._days, self._seconds, self._microseconds))

    def __bool__(self):
        return self._days != 0 or self._seconds != 0 or self._microseconds != 0

    def _copy_same_(self):
        return self


timedelta.min = timedelta(-999999999)
timedelta.max = timedelta(days=999999999, hours=23, minutes=59, seconds=59, microseconds=999999)
timedelta.resolution = timedelta(microseconds=1)


def _class_name(x, name):
    # For a repr: subclasses have their own name, without the module.
    short = _k.type_name(x)
    return name if name.endswith("." + short) else short


# ---- time zones

def _checked_offset(offset, who):
    # What a method of a time zone gave.
    if offset is None:
        return None
    if not isinstance(offset, timedelta):
        raise TypeError("tzinfo." + who + "() must return None or a timedelta, not '" + _k.type_name(offset) + "'")
    if offset._days < -1 or offset._days > 0 or (offset._days == -1 and offset._seconds == 0 and offset._microseconds == 0):
        raise ValueError("offset must be a timedelta strictly between -timedelta(hours=24) and timedelta(hours=24).")
    return offset


def _checked_name(name):
    if name is not None and not isinstance(name, str):
        raise TypeError("tzinfo.tzname() must return None or a string, not '" + _k.type_name(name) + "'")
    return name


def _offset_text(offset, colon):
    # +HH:MM, with seconds and microseconds if there are any.
    sign = "+"
    if offset._days < 0:
        sign = "-"
        offset = -offset
    s = offset._seconds
    text = sign + f"{s // 3600:02d}{colon}{s // 60 % 60:02d}"
    if s % 60 or offset._microseconds:
        text += f"{colon}{s % 60:02d}"
        if offset._microseconds:
            text += f".{offset._microseconds:06d}"
    return text


class tzinfo:
    """The base class of time zones."""
    __full_name__ = "datetime.tzinfo"
    __slots__ = ()

    def __new__(cls, *args, **kwargs):
        return object.__new__(cls)

    def utcoffset(self, dt):
        raise NotImplementedError("a tzinfo subclass must implement utcoffset()")

    def dst(self, dt):
        raise NotImplementedError("a tzinfo subclass must implement dst()")

    def tzname(self, dt):
        raise NotImplementedError("a tzinfo subclass must implement tzname()")

    def fromutc(self, dt):
        """Local time of a datetime of this zone whose numbers are those of UTC."""
        if not isinstance(dt, datetime):
            _k.type_error("fromutc: argument must be a datetime")
        if dt._tzinfo is not self:
            raise ValueError("fromutc: dt.tzinfo is not self")
        offset = dt.utcoffset()
        if offset is None:
            raise ValueError("fromutc: non-None utcoffset() result required")
        saving = dt.dst()
        if saving is None:
            raise ValueError("fromutc: non-None dst() result required")
        standard = offset - saving
        if standard:
            dt = dt + standard
            saving = dt.dst()
            if saving is None:
                raise ValueError("fromutc: tz.dst() gave inconsistent results; cannot convert")
        return dt + saving


class timezone(tzinfo):
    """A zone with a fixed offset from UTC."""
    __full_name__ = "datetime.timezone"
    __slots__ = ("_offset", "_name")

    def __new__(cls, offset=..., name=...):
        if isinstance(offset, ellipsis):
            _k.type_error("timezone() missing required argument 'offset' (pos 1)")
        if not isinstance(offset, timedelta):
            _k.type_error("timezone() argument 1 must be datetime.timedelta, not " + _k.type_name(offset))
        if isinstance(name, ellipsis):
            return _zone(offset, None)
        if not isinstance(name, str):
            _k.type_error("timezone() argument 2 must be str, not " + ("None" if name is None else _k.type_name(name)))
        return _new_zone(offset, name)

    def _check(self, dt, who):
        if dt is not None and not isinstance(dt, datetime):
            _k.type_error(who + "(dt) argument must be a datetime instance or None, not " + _k.type_name(dt))

    def utcoffset(self, dt):
        self._check(dt, "utcoffset")
        return self._offset

    def tzname(self, dt):
        self._check(dt, "tzname")
        return str(self)

    def dst(self, dt):
        self._check(dt, "dst")
        return None

    def fromutc(self, dt):
        if not isinstance(dt, datetime):
            _k.type_error("fromutc: argument must be a datetime")
        if dt._tzinfo is not self:
            raise ValueError("fromutc: dt.tzinfo is not self")
        return dt + self._offset

    def __repr__(self):
        if self is UTC:
            return "datetime.timezone.utc"
        name = self._name
        if name is None:
            return "datetime.timezone(" + repr(self._offset) + ")"
        return "datetime.timezone(" + repr(self._offset) + ", " + repr(name) + ")"

    def __str__(self):
        name = self._name
        if name is not None:
            return name
        if not self._offset:
            return "UTC"
        return "UTC" + _offset_text(self._offset, ":")

    def __eq__(self, other):
        if isinstance(other, timezone):
            return self._offset == other._offset
        return NotImplemented

    def __hash__(self):
        return hash(self._offset)

    def _copy_same_(self):
        return self


def _new_zone(offset, name):
    if offset._days < -1 or offset._days > 0 or (offset._days == -1 and offset._seconds == 0 and offset._microseconds == 0):
        raise ValueError("offset must be a timedelta strictly between -timedelta(hours=24) and timedelta(hours=24), not " +
                         repr(offset) + ".")
    made = object.__new__(timezone)
    made._offset = offset
    made._name = name
    return made


UTC = _new_zone(timedelta(0), None)


def _zone(offset, name):
    if name is None and not offset:
        return UTC
    return _new_zone(offset, name)


timezone.utc = UTC
timezone.min = _new_zone(timedelta(hours=-23, minutes=-59), None)
timezone.max = _new_zone(timedelta(hours=23, minutes=59), None)


# ---- date

class IsoCalendarDate(_NamedTuple):
    year: int
    week: int
    weekday: int

    def __repr__(self):
        return f"datetime.IsoCalendarDate(year={self.year}, week={self.week}, weekday={self.weekday})"


def _moved(n):
    # The date of an ordinal that arithmetic gave.
    if not 1 <= n <= _LAST:
        raise OverflowError("date value out of range")
    return _dates.from_ordinal(n)


def _plain_date(year, month, day):
    made = object.__new__(date)
    made._year = year
    made._month = month
    made._day = day
    return made


def _written(format, year, month, day, hour, minute, second, n, zone):
    at = format.find("\0")
    if at >= 0:
        format = format[:at]
    return _dates.written(format, year, month, day, hour, minute, second, (n + 6) % 7, n - _dates.before_year(year), zone, None)


def _iso_days(year, week, day):
    # The ordinal of a day of the ISO calendar.
    if not MINYEAR <= year <= MAXYEAR:
        raise ValueError("Year is out of range: " + str(year))
    first = _dates.first_monday(year)
    if not 1 <= week <= 52 and not (week == 53 and _dates.first_monday(year + 1) - first == 371):
        raise ValueError("Invalid week: " + str(week))
    if not 1 <= day <= 7:
        raise ValueError("Invalid day: " + str(day) + " (range is [1, 7])")
    return first + (week - 1) * 7 + day - 1


def _component(x):
    n = _as_index(x)
    if not -2147483648 <= n <= 2147483647:
        raise ValueError("ISO calendar component out of range")
    return n


class date:
    """A day of the Gregorian calendar."""
    __full_name__ = "datetime.date"
    __slots__ = ("_year", "_month", "_day")

    def __new__(cls, year=..., month=..., day=...):
        _check_given(year, month, day)
        year = _int_of(year)
        month = _int_of(month)
        day = _int_of(day)
        _check_date(year, month, day)
        self = object.__new__(cls)
        self._year = year
        self._month = month
        self._day = day
        return self

    @classmethod
    def today(cls):
        """The day of now, in local time."""
        return cls.fromtimestamp(_time.time())

    @classmethod
    def fromtimestamp(cls, timestamp):
        """The day of a number of seconds since 1970, in local time."""
        t = _time_parts(_dates.whole_seconds(timestamp), True)
        return cls(t[0], t[1], t[2])

    @classmethod
    def fromordinal(cls, ordinal):
        """The day with this number; 1 is 0001-01-01."""
        year, month, day = _from_ordinal(ordinal)
        return cls(year, month, day)

    @classmethod
    def fromisoformat(cls, date_string):
        """The day of a text such as 2020-02-29, 20200229 or 2020-W09-6."""
        if not isinstance(date_string, str):
            _k.type_error("fromisoformat: argument must be str")
        year, month, day = _read_date(_utf8(date_string), date_string)
        return cls(year, month, day)

    @classmethod
    def fromisocalendar(cls, year=..., week=..., day=...):
        """The day of an ISO year, week and weekday (1 is Monday)."""
        year, month, day = _from_iso(year, week, day)
        return cls(year, month, day)

    @property
    def year(self):
        return self._year

    @year.setter
    def year(self, value):
        _fixed("year' of 'datetime.date")

    @property
    def month(self):
        return self._month

    @month.setter
    def month(self, value):
        _fixed("month' of 'datetime.date")

    @property
    def day(self):
        return self._day

    @day.setter
    def day(self, value):
        _fixed("day' of 'datetime.date")

    def toordinal(self):
        """The number of the day; 1 is 0001-01-01."""
        return _dates.ordinal(self._year, self._month, self._day)

    def weekday(self):
        """0 for Monday to 6 for Sunday."""
        return (_dates.ordinal(self._year, self._month, self._day) + 6) % 7

    def isoweekday(self):
        """1 for Monday to 7 for Sunday."""
        return (_dates.ordinal(self._year, self._month, self._day) + 6) % 7 + 1

    def isocalendar(self):
        """The ISO year, week and weekday."""
        n = _dates.ordinal(self._year, self._month, self._day)
        year = self._year
        if n < _dates.first_monday(year):
            year = year - 1
        elif n >= _dates.first_monday(year + 1):
            year = year + 1
        return IsoCalendarDate(year, (n - _dates.first_monday(year)) // 7 + 1, (n + 6) % 7 + 1)

    def isoformat(self):
        """The day as YYYY-MM-DD."""
        return f"{self._year:04d}-{self._month:02d}-{self._day:02d}"

    def __str__(self):
        return self.isoformat()

    def __repr__(self):
        return _class_name(self, "datetime.date") + f"({self._year}, {self._month}, {self._day})"

    def ctime(self):
        return _written("%a %b %e 00:00:00 ", self._year, self._month, self._day, 0, 0, 0, self.toordinal(), "") + f"{self._year:04d}"

    def strftime(self, format):
        """The day in the way that the format says."""
        if not isinstance(format, str):
            _k.type_error("strftime() argument 1 must be str, not " + _k.type_name(format))
        return _written(_filled(format, "000000", "", ""), self._year, self._month, self._day, 0, 0, 0, self.toordinal(), "")

    def __format__(self, format):
        if not isinstance(format, str):
            _k.type_error("must be str, not " + _k.type_name(format))
        if not format:
            return str(self)
        return self.strftime(format)

    def timetuple(self):
        return _struct(self._year, self._month, self._day, 0, 0, 0, -1)

    def replace(self, year=..., month=..., day=...):
        """The same day with other parts."""
        return type(self)(self._year if isinstance(year, ellipsis) else year, self._month if isinstance(month, ellipsis) else month,
                          self._day if isinstance(day, ellipsis) else day)

    def __add__(self, other):
        if isinstance(other, timedelta):
            year, month, day = _moved(self.toordinal() + other._days)
            return type(self)(year, month, day)
        return NotImplemented

    def __radd__(self, other):
        if isinstance(other, timedelta):
            year, month, day = _moved(self.toordinal() + other._days)
            return type(self)(year, month, day)
        return NotImplemented

    def __sub__(self, other):
        if isinstance(other, timedelta):
            year, month, day = _moved(self.toordinal() - other._days)
            return type(self)(year, month, day)
        if isinstance(other, datetime):
            return NotImplemented
        if isinstance(other, date):
            return _delta(self.toordinal() - other.toordinal(), 0, 0)
        return NotImplemented

    def _order(self, other):
        n = self._year - other._year
        if n == 0:
            n = self._month - other._month
            if n == 0:
                n = self._day - other._day
        return n

    def __eq__(self, other):
        if isinstance(other, date):
            return self._order(other) == 0
        return NotImplemented

    def __lt__(self, other):
        if isinstance(other, date):
            return self._order(other) < 0
        return NotImplemented

    def __le__(self, other):
        if isinstance(other, date):
            return self._order(other) <= 0
        return NotImplemented

    def __gt__(self, other):
        if isinstance(other, date):
            return self._order(other) > 0
        return NotImplemented

    def __ge__(self, other):
        if isinstance(other, date):
            return self._order(other) >= 0
        return NotImplemented

    def __hash__(self):
        return hash(bytes([self._year >> 8, self._year & 255, self._month, self._day]))

    def _copy_same_(self):
        return self


date.min = date(1, 1, 1)
date.max = date(9999, 12, 31)
date.resolution = timedelta(days=1)


def _from_ordinal(n):
    n = _int_of(n)
    if n < 1:
        raise ValueError("ordinal must be >= 1")
    if n > _LAST:
        raise ValueError("year " + str(_dates.from_ordinal(n)[0]) + " is out of range")
    return _dates.from_ordinal(n)


def _from_iso(year, week, day):
    if isinstance(year, ellipsis):
        _k.type_error("fromisocalendar() missing required argument 'year' (pos 1)")
    if isinstance(week, ellipsis):
        _k.type_error("fromisocalendar() missing required argument 'week' (pos 2)")
    if isinstance(day, ellipsis):
        _k.type_error("fromisocalendar() missing required argument 'day' (pos 3)")
    n = _iso_days(_component(year), _component(week), _component(day))
    if n < 1:
        raise ValueError("ordinal must be >= 1")
    return _dates.from_ordinal(n)


def _struct(year, month, day, hour, minute, second, isdst):
    n = _dates.ordinal(year, month, day)
    return _time.struct_time([year, month, day, hour, minute, second, (n + 6) % 7, n - _dates.before_year(year), isdst])


def _filled(format, microseconds, offset, name):
    # The format with %f, %z and %Z replaced: strftime() of the C library does not know them.
    if "%" not in format:
        return format
    out = []
    i = 0
    n = len(format)
    while i < n:
        c = format[i]
        i += 1
        if c != "%" or i == n:
            out.append(c)
            continue
        c = format[i]
        i += 1
        if c == "f":
            out.append(microseconds)
        elif c == "z":
            out.append(offset)
        elif c == "Z":
            out.append(name.replace("%", "%%"))
        else:
            out.append("%" + c)
    return "".join(out)


# ---- texts in the ISO format

def _bad_text(text):
    return ValueError("Invalid isoformat string: " + repr(text))


def _utf8(text):
    # CPython reads the bytes of the text.
    return text if text.isascii() else text.encode("utf-8", "surrogatepass").decode("latin-1")


def _number(text, i, n):
    # n digits from i on, or -1.
    value = 0
    end = i + n
    if end > len(text):
        return -1
    while i < end:
        c = text[i]
        if not "0" <= c <= "9":
            return -1
        value = value * 10 + ord(c) - 48
        i += 1
    return value


def _read_date(text, whole):
    n = len(text)
    if n != 7 and n != 8 and n != 10:
        raise _bad_text(whole)
    year = _number(text, 0, 4)
    if year < 0:
        raise _bad_text(whole)
    i = 4
    dashes = text[4] == "-"
    if dashes:
        i = 5
    if text[i] == "W":
        week = _number(text, i + 1, 2)
        i += 3
        day = 1
        if i < n:
            if dashes:
                if text[i] != "-":
                    raise _bad_text(whole)
                i += 1
            day = _number(text, i, 1)
        if year < 1 or year > 9999 or not 1 <= day <= 7 or week < 1 or week > 53:
            raise _bad_text(whole)
        first = _dates.first_monday(year)
        if week == 53 and _dates.first_monday(year + 1) - first != 371:
            raise _bad_text(whole)
        ordinal = first + (week - 1) * 7 + day - 1
        return _dates.from_ordinal(ordinal)
    month = _number(text, i, 2)
    i += 2
    if dashes:
        if text[i:i + 1] != "-":
            raise _bad_text(whole)
        i += 1
    day = _number(text, i, 2)
    if month < 0 or day < 0:
        raise _bad_text(whole)
    return (year, month, day)


def _date_length(text):
    # How much of a text with date and time is the date.
    n = len(text)
    if n <= 7:
        return n
    if text[4] == "-":
        if text[5] != "W":
            return 10
        if text[8:9] != "-":
            return 8
        if n == 9:
            raise _bad_text(text)
        return 8 if n > 10 and "0" <= text[10] <= "9" else 10
    if text[4] != "W":
        return 8
    i = 7
    while i < n and "0" <= text[i] <= "9":
        i += 1
    if i < 9:
        return i
    return 7 if i % 2 == 0 else 8


def _read_clock(text, i, end):
    # HH[:MM[:SS[.ffffff]]], colons or none, before `end`: the four numbers, and 0, or 1 if more follows, or -1 if it is wrong.
    hour = _number(text[:end], i, 2)
    minute = 0
    second = 0
    us = 0
    if hour < 0:
        return (-1, 0, 0, 0, 0)
    i += 2
    rest = 1 if end < len(text) else 0
    if i >= end:
        return (rest, hour, 0, 0, 0)
    colons = text[i] == ":"
    k = 0
    while True:
        c = text[i]
        if i + 1 >= end:
            return (1, hour, minute, second, 0)
        if c == "." or c == ",":
            i += 1
            break
        if colons:
            if c != ":":
                return (-1, 0, 0, 0, 0)
            i += 1
        if k == 2:
            break
        value = _number(text[:end], i, 2)
        if value < 0:
            return (-1, 0, 0, 0, 0)
        if k == 0:
            minute = value
        else:
            second = value
        k += 1
        i += 2
        if i >= end:
            return (rest, hour, minute, second, 0)
    digits = min(6, end - i)
    us = _number(text, i, digits)
    if us < 0:
        return (-1, 0, 0, 0, 0)
    i += digits
    while digits < 6:
        us = us * 10
        digits += 1
    while i < end and "0" <= text[i] <= "9":
        i += 1
    return (1 if i < end else rest, hour, minute, second, us)


def _read_time(text, whole):
    # (hour, minute, second, microsecond, zone or None)
    n = len(text)
    end = 0
    while end < n and text[end] not in "+-Z":
        end += 1
    rest, hour, minute, second, us = _read_clock(text, 0, end)
    if rest < 0 or (end == n and rest):
        raise _bad_text(whole)
    if end == n:
        return (hour, minute, second, us, None)
    if text[end] == "Z":
        if end + 1 != n:
            raise _bad_text(whole)
        return (hour, minute, second, us, UTC)
    rest, h, m, s, f = _read_clock(text, end + 1, n)
    if rest:
        raise _bad_text(whole)
    if h == 0 and m == 0 and s == 0:
        return (hour, minute, second, us, UTC)  # whatever the fraction is
    offset = _delta(0, h * 3600 + m * 60 + s, f)
    return (hour, minute, second, us, _zone(-offset if text[end] == "-" else offset, None))


def _clock_text(hour, minute, second, us, timespec):
    if not isinstance(timespec, str):
        _k.type_error("isoformat() argument must be str, not " + _k.type_name(timespec))
    if timespec == "auto":
        if us:
            return f"{hour:02d}:{minute:02d}:{second:02d}.{us:06d}"
        return f"{hour:02d}:{minute:02d}:{second:02d}"
    if timespec == "seconds":
        return f"{hour:02d}:{minute:02d}:{second:02d}"
    if timespec == "minutes":
        return f"{hour:02d}:{minute:02d}"
    if timespec == "hours":
        return f"{hour:02d}"
    if timespec == "milliseconds":
        return f"{hour:02d}:{minute:02d}:{second:02d}.{us // 1000:03d}"
    if timespec == "microseconds":
        return f"{hour:02d}:{minute:02d}:{second:02d}.{us:06d}"
    raise ValueError("Unknown timespec value")


def _clock_repr(hour, minute, second, us):
    text = f"{hour}, {minute}"
    if second or us:
        text += f", {second}"
        if us:
            text += f", {us}"
    return text


# ---- time

class time:
    """A time of a day, with or without a zone."""
    __full_name__ = "datetime.time"
    __slots__ = ("_hour", "_minute", "_second", "_microsecond", "_tzinfo", "_fold")

    def __new__(cls, hour=0, minute=0, second=0, microsecond=0, tzinfo=None, *, fold=0):
        hour = _int_of(hour)
        minute = _int_of(minute)
        second = _int_of(second)
        microsecond = _int_of(microsecond)
        fold = _int_of(fold)
        _check_zone(tzinfo)
        _check_clock(hour, minute, second, microsecond, fold)
        self = object.__new__(cls)
        self._hour = hour
        self._minute = minute
        self._second = second
        self._microsecond = microsecond
        self._tzinfo = tzinfo
        self._fold = fold
        return self

    @classmethod
    def fromisoformat(cls, time_string):
        """The time of a text such as 04:23:01.5+02:00 or T042301Z."""
        if not isinstance(time_string, str):
            _k.type_error("fromisoformat: argument must be str")
        hour, minute, second, us, tz = _read_time(_utf8(time_string[1:] if time_string[:1] == "T" else time_string), time_string)
        return cls(hour, minute, second, us, tz)

    @property
    def hour(self):
        return self._hour

    @hour.setter
    def hour(self, value):
        _fixed("hour' of 'datetime.time")

    @property
    def minute(self):
        return self._minute

    @minute.setter
    def minute(self, value):
        _fixed("minute' of 'datetime.time")

    @property
    def second(self):
        return self._second

    @second.setter
    def second(self, value):
        _fixed("second' of 'datetime.time")

    @property
    def microsecond(self):
        return self._microsecond

    @microsecond.setter
    def microsecond(self, value):
        _fixed("microsecond' of 'datetime.time")

    @property
    def tzinfo(self):
        return self._tzinfo

    @tzinfo.setter
    def tzinfo(self, value):
        _fixed("tzinfo' of 'datetime.time")

    @property
    def fold(self):
        return self._fold

    @fold.setter
    def fold(self, value):
        _fixed("fold' of 'datetime.time")

    def utcoffset(self):
        tz = self._tzinfo
        if tz is None:
            return None
        return _checked_offset(tz.utcoffset(None), "utcoffset")

    def dst(self):
        tz = self._tzinfo
        if tz is None:
            return None
        return _checked_offset(tz.dst(None), "dst")

    def tzname(self):
        tz = self._tzinfo
        if tz is None:
            return None
        return _checked_name(tz.tzname(None))

    def isoformat(self, timespec="auto"):
        """The time as HH:MM:SS.ffffff+HH:MM, or as far as `timespec` says."""
        if not isinstance(timespec, str):
            _k.type_error("isoformat() argument 1 must be str, not " + _k.type_name(timespec))
        text = _clock_text(self._hour, self._minute, self._second, self._microsecond, timespec)
        offset = self.utcoffset()
        if offset is None:
            return text
        return text + _offset_text(offset, ":")

    def __str__(self):
        return self.isoformat()

    def __repr__(self):
        text = _class_name(self, "datetime.time") + "(" + _clock_repr(self._hour, self._minute, self._second, self._microsecond)
        if self._fold:
            text += ", fold=1"
        if self._tzinfo is not None:
            text += ", tzinfo=" + repr(self._tzinfo)
        return text + ")"

    def strftime(self, format):
        """The time in the way that the format says."""
        if not isinstance(format, str):
            _k.type_error("strftime() argument 1 must be str, not " + _k.type_name(format))
        offset = self.utcoffset() if "%z" in format else None
        name = self.tzname() if "%Z" in format else None
        format = _filled(format, f"{self._microsecond:06d}", "" if offset is None else _offset_text(offset, ""),
                         "" if name is None else name)
        return _written(format, 1900, 1, 1, self._hour, self._minute, self._second, 693596, "")

    def __format__(self, format):
        if not isinstance(format, str):
            _k.type_error("must be str, not " + _k.type_name(format))
        if not format:
            return str(self)
        return self.strftime(format)

    def replace(self, hour=..., minute=..., second=..., microsecond=..., tzinfo=..., *, fold=...):
        """The same time with other parts."""
        made = type(self)(self._hour if isinstance(hour, ellipsis) else hour,
                          self._minute if isinstance(minute, ellipsis) else minute,
                          self._second if isinstance(second, ellipsis) else second,
                          self._microsecond if isinstance(microsecond, ellipsis) else microsecond,
                          self._tzinfo if isinstance(tzinfo, ellipsis) else tzinfo)
        made._fold = self._fold if isinstance(fold, ellipsis) else _checked_fold(fold)
        return made

    def _us(self):
        return ((self._hour * 60 + self._minute) * 60 + self._second) * 1000000 + self._microsecond

    def _order(self, other, equal):
        # Below 0, 0, or above 0; times of which one has no zone are not equal and not in order.
        if self._tzinfo is not other._tzinfo:
            a = self.utcoffset()
            b = other.utcoffset()
            if a is None:
                if b is not None:
                    return _unlike("times", equal)
            elif b is None:
                return _unlike("times", equal)
            else:
                return self._us() - a._us() - other._us() + b._us()
        return self._us() - other._us()

    def __eq__(self, other):
        if isinstance(other, time):
            return self._order(other, True) == 0
        return NotImplemented

    def __lt__(self, other):
        if isinstance(other, time):
            return self._order(other, False) < 0
        return NotImplemented

    def __le__(self, other):
        if isinstance(other, time):
            return self._order(other, False) <= 0
        return NotImplemented

    def __gt__(self, other):
        if isinstance(other, time):
            return self._order(other, False) > 0
        return NotImplemented

    def __ge__(self, other):
        if isinstance(other, time):
            return self._order(other, False) >= 0
        return NotImplemented

    def __hash__(self):
        offset = self.utcoffset()
        if offset is None:
            us = self._microsecond
            return hash(bytes([self._hour, self._minute, self._second, us >> 16, us >> 8 & 255, us & 255]))
        return hash(_delta(0, 0, self._us() - offset._us()))

    def _copy_same_(self):
        return self


def _checked_fold(fold):
    fold = _int_of(fold)
    if fold != 0 and fold != 1:
        raise ValueError("fold must be either 0 or 1")
    return fold


def _unlike(what, equal):
    if equal:
        return 1
    raise TypeError("can't compare offset-naive and offset-aware " + what)


time.min = time(0, 0)
time.max = time(23, 59, 59, 999999)
time.resolution = timedelta(microseconds=1)


# ---- datetime

def _stamp_parts(timestamp):
    # Whole seconds and microseconds of a number of seconds, halves to the even side.
    if isinstance(timestamp, float):
        if timestamp != timestamp:
            raise ValueError("Invalid value NaN (not a number)")
        if not -9223372036854775808.0 <= timestamp < 9223372036854775808.0:
            raise OverflowError("timestamp out of range for platform time_t")
        seconds = int(timestamp)
        us = round((timestamp - seconds) * 1e6)
        if us >= 1000000:
            return (seconds + 1, us - 1000000)
        if us < 0:
            return (seconds - 1, us + 1000000)
        return (seconds, us)
    return (_dates.whole_seconds(timestamp), 0)


def _is_second(seconds, offset):
    # Does the local time of this moment occur for the second time?
    before = _dates.offset_at(seconds - 86400)
    if offset >= before:
        return False
    at = seconds + offset - before
    return at + _dates.offset_at(at) == seconds + offset


def _local(seconds):
    # Local time of a second, as seconds.
    t = seconds + _dates.offset_at(seconds)
    if not -62135596800 <= t < 253402300800:
        raise ValueError("year " + str(0 if t < 0 else 10000) + " is out of range")
    return t


class datetime(date):
    """A date and a time, with or without a zone."""
    __full_name__ = "datetime.datetime"
    __slots__ = ("_hour", "_minute", "_second", "_microsecond", "_tzinfo", "_fold")

    def __new__(cls, year=..., month=..., day=..., hour=0, minute=0, second=0, microsecond=0, tzinfo=None, *, fold=0):
        _check_given(year, month, day)
        year = _int_of(year)
        month = _int_of(month)
        day = _int_of(day)
        hour = _int_of(hour)
        minute = _int_of(minute)
        second = _int_of(second)
        microsecond = _int_of(microsecond)
        fold = _int_of(fold)
        _check_date(year, month, day)
        _check_clock(hour, minute, second, microsecond, fold)
        _check_zone(tzinfo)
        self = object.__new__(cls)
        self._year = year
        self._month = month
        self._day = day
        self._hour = hour
        self._minute = minute
        self._second = second
        self._microsecond = microsecond
        self._tzinfo = tzinfo
        self._fold = fold
        return self

    @classmethod
    def today(cls):
        """Now, in local time."""
        return cls.fromtimestamp(_time.time())

    @classmethod
    def now(cls, tz=None):
        """Now, in local time or in a zone."""
        ns = _time.time_ns()
        if tz is None:
            return _from_stamp(cls, ns // 1000000000, ns % 1000000000 // 1000)
        _check_zone(tz)
        return tz.fromutc(_from_seconds(cls, ns // 1000000000, ns % 1000000000 // 1000, tz))

    @classmethod
    def utcnow(cls):
        """Now in UTC, without a zone."""
        ns = _time.time_ns()
        return _from_seconds(cls, ns // 1000000000, ns % 1000000000 // 1000, None)

    @classmethod
    def fromtimestamp(cls, timestamp, tz=None):
        """The time of a number of seconds since 1970, in local time or in a zone."""
        _check_zone(tz)
        seconds, us = _stamp_parts(timestamp)
        if tz is None:
            return _from_stamp(cls, seconds, us)
        return tz.fromutc(_from_seconds(cls, seconds, us, tz))

    @classmethod
    def utcfromtimestamp(cls, timestamp):
        """The time of a number of seconds since 1970, in UTC, without a zone."""
        seconds, us = _stamp_parts(timestamp)
        return _from_seconds(cls, seconds, us, None)

    @classmethod
    def fromordinal(cls, ordinal):
        """Midnight of the day with this number; 1 is 0001-01-01."""
        year, month, day = _from_ordinal(ordinal)
        return cls(year, month, day)

    @classmethod
    def fromisocalendar(cls, year=..., week=..., day=...):
        """Midnight of the day of an ISO year, week and weekday (1 is Monday)."""
        year, month, day = _from_iso(year, week, day)
        return cls(year, month, day)

    @classmethod
    def fromisoformat(cls, date_string):
        """The time of a text such as 2020-02-29T04:23:01.5+02:00."""
        if not isinstance(date_string, str):
            _k.type_error("fromisoformat: argument must be str")
        n = _date_length(date_string)
        year, month, day = _read_date(_utf8(date_string[:n]), date_string)
        if n >= len(date_string):
            return cls(year, month, day)
        hour, minute, second, us, tz = _read_time(_utf8(date_string[n + 1:]), date_string)
        return cls(year, month, day, hour, minute, second, us, tz)

    @classmethod
    def strptime(cls, date_string, format):
        """The time that a text stands for, which is written as the format says."""
        if not isinstance(date_string, str):
            _k.type_error("strptime() argument 1 must be str, not " + _k.type_name(date_string))
        if not isinstance(format, str):
            _k.type_error("strptime() argument 2 must be str, not " + _k.type_name(format))
        t = _dates.read(date_string, format)
        if t.has_offset:
            tz = _zone(_delta(0, t.offset, t.offset_fraction), t.zone if t.zone else None)
            return cls(t.year, t.month, t.day, t.hour, t.minute, t.second, t.microsecond, tz)
        return cls(t.year, t.month, t.day, t.hour, t.minute, t.second, t.microsecond)

    @classmethod
    def combine(cls, date=..., time=..., tzinfo=...):
        """The day of a date and the time of a time."""
        _check_day(date)
        _check_time(time)
        if isinstance(tzinfo, ellipsis):
            made = cls(date._year, date._month, date._day, time._hour, time._minute, time._second, time._microsecond, time._tzinfo)
        else:
            made = cls(date._year, date._month, date._day, time._hour, time._minute, time._second, time._microsecond, tzinfo)
        made._fold = time._fold
        return made

    @property
    def hour(self):
        return self._hour

    @hour.setter
    def hour(self, value):
        _fixed("hour' of 'datetime.datetime")

    @property
    def minute(self):
        return self._minute

    @minute.setter
    def minute(self, value):
        _fixed("minute' of 'datetime.datetime")

    @property
    def second(self):
        return self._second

    @second.setter
    def second(self, value):
        _fixed("second' of 'datetime.datetime")

    @property
    def microsecond(self):
        return self._microsecond

    @microsecond.setter
    def microsecond(self, value):
        _fixed("microsecond' of 'datetime.datetime")

    @property
    def tzinfo(self):
        return self._tzinfo

    @tzinfo.setter
    def tzinfo(self, value):
        _fixed("tzinfo' of 'datetime.datetime")

    @property
    def fold(self):
        return self._fold

    @fold.setter
    def fold(self, value):
        _fixed("fold' of 'datetime.datetime")

    def utcoffset(self):
        tz = self._tzinfo
        if tz is None:
            return None
        return _checked_offset(tz.utcoffset(self), "utcoffset")

    def dst(self):
        tz = self._tzinfo
        if tz is None:
            return None
        return _checked_offset(tz.dst(self), "dst")

    def tzname(self):
        tz = self._tzinfo
        if tz is None:
            return None
        return _checked_name(tz.tzname(self))

    def date(self):
        """The day."""
        return _plain_date(self._year, self._month, self._day)

    def time(self):
        """The time, without the zone."""
        return _plain_time(self, None)

    def timetz(self):
        """The time, with the zone."""
        return _plain_time(self, self._tzinfo)

    def _seconds(self):
        # Since 1970, if the zone were UTC.
        return ((_dates.ordinal(self._year, self._month, self._day) - _dates.EPOCH) * 86400 + self._hour * 3600 +
                self._minute * 60 + self._second)

    def timestamp(self):
        """Seconds since 1970; without a zone it is local time."""
        offset = self.utcoffset()
        if offset is None:
            return _utc_seconds(self) + self._microsecond / 1e6
        return (self._seconds() * 1000000 + self._microsecond - offset._us()) / 1000000

    def timetuple(self):
        saving = self.dst()
        isdst = -1
        if saving is not None:
            isdst = 1 if saving else 0
        return _struct(self._year, self._month, self._day, self._hour, self._minute, self._second, isdst)

    def utctimetuple(self):
        """The same in UTC."""
        offset = self.utcoffset()
        if offset is None:
            return _struct(self._year, self._month, self._day, self._hour, self._minute, self._second, 0)
        t = self._seconds() - offset._days * 86400 - offset._seconds
        if self._microsecond < offset._microseconds:
            t -= 1
        n = t // 86400
        s = t - n * 86400
        year, month, day = _moved(n + _dates.EPOCH)
        return _struct(year, month, day, s // 3600, s // 60 % 60, s % 60, 0)

    def astimezone(self, tz=None):
        """The same moment in another zone; without one, in that of local time."""
        _check_zone(tz)
        offset = self.utcoffset()
        if tz is None:
            if offset is None:
                offset = _local_offset(self)
            seconds = self._seconds() - offset._days * 86400 - offset._seconds
            if self._microsecond < offset._microseconds:
                seconds -= 1
            target = _local_zone(seconds)
            return target.fromutc((self - offset)._in(target))
        if self._tzinfo is tz:
            return self
        if offset is None:
            offset = _local_offset(self)
        return tz.fromutc((self - offset)._in(tz))

    def _in(self, tz):
        return type(self)(self._year, self._month, self._day, self._hour, self._minute, self._second, self._microsecond, tz)

    def isoformat(self, sep="T", timespec="auto"):
        """The time as YYYY-MM-DDTHH:MM:SS.ffffff+HH:MM, or as far as `timespec` says."""
        if not isinstance(sep, str):
            _k.type_error("isoformat() argument 1 must be a unicode character, not " + _k.type_name(sep))
        if len(sep) != 1:
            raise TypeError("isoformat() argument 1 must be a unicode character, not str")
        if not isinstance(timespec, str):
            _k.type_error("isoformat() argument 2 must be str, not " + _k.type_name(timespec))
        text = (f"{self._year:04d}-{self._month:02d}-{self._day:02d}" + sep +
                _clock_text(self._hour, self._minute, self._second, self._microsecond, timespec))
        offset = self.utcoffset()
        if offset is None:
            return text
        return text + _offset_text(offset, ":")

    def __str__(self):
        return self.isoformat(" ")

    def __repr__(self):
        text = (_class_name(self, "datetime.datetime") + f"({self._year}, {self._month}, {self._day}, " +
                _clock_repr(self._hour, self._minute, self._second, self._microsecond))
        if self._fold:
            text += ", fold=1"
        if self._tzinfo is not None:
            text += ", tzinfo=" + repr(self._tzinfo)
        return text + ")"

    def ctime(self):
        return _written("%a %b %e %H:%M:%S ", self._year, self._month, self._day, self._hour, self._minute, self._second,
                        self.toordinal(), "") + f"{self._year:04d}"

    def strftime(self, format):
        """The time in the way that the format says."""
        if not isinstance(format, str):
            _k.type_error("strftime() argument 1 must be str, not " + _k.type_name(format))
        offset = self.utcoffset() if "%z" in format else None
        name = self.tzname() if "%Z" in format else None
        format = _filled(format, f"{self._microsecond:06d}", "" if offset is None else _offset_text(offset, ""),
                         "" if name is None else name)
        return _written(format, self._year, self._month, self._day, self._hour, self._minute, self._second, self.toordinal(), "")

    def replace(self, year=..., month=..., day=..., hour=..., minute=..., second=..., microsecond=..., tzinfo=..., *, fold=...):
        """The same time with other parts."""
        made = type(self)(self._year if isinstance(year, ellipsis) else year,
                          self._month if isinstance(month, ellipsis) else month,
                          self._day if isinstance(day, ellipsis) else day,
                          self._hour if isinstance(hour, ellipsis) else hour,
                          self._minute if isinstance(minute, ellipsis) else minute,
                          self._second if isinstance(second, ellipsis) else second,
                          self._microsecond if isinstance(microsecond, ellipsis) else microsecond,
                          self._tzinfo if isinstance(tzinfo, ellipsis) else tzinfo)
        made._fold = self._fold if isinstance(fold, ellipsis) else _checked_fold(fold)
        return made

    def _shifted(self, days, seconds, us):
        us = self._microsecond + us
        carry = us // 1000000
        us = us - carry * 1000000
        seconds = self._hour * 3600 + self._minute * 60 + self._second + seconds + carry
        carry = seconds // 86400
        seconds = seconds - carry * 86400
        year, month, day = _moved(_dates.ordinal(self._year, self._month, self._day) + days + carry)
        return type(self)(year, month, day, seconds // 3600, seconds // 60 % 60, seconds % 60, us, self._tzinfo)

    def __add__(self, other):
        if isinstance(other, timedelta):
            return self._shifted(other._days, other._seconds, other._microseconds)
        return NotImplemented

    def __radd__(self, other):
        if isinstance(other, timedelta):
            return self._shifted(other._days, other._seconds, other._microseconds)
        return NotImplemented

    def __sub__(self, other):
        if isinstance(other, timedelta):
            return self._shifted(-other._days, -other._seconds, -other._microseconds)
        if isinstance(other, datetime):
            days = _dates.ordinal(self._year, self._month, self._day) - _dates.ordinal(other._year, other._month, other._day)
            seconds = (self._hour - other._hour) * 3600 + (self._minute - other._minute) * 60 + self._second - other._second
            us = self._microsecond - other._microsecond
            if self._tzinfo is not other._tzinfo:
                a = self.utcoffset()
                b = other.utcoffset()
                if a is None:
                    if b is not None:
                        raise TypeError("can't subtract offset-naive and offset-aware datetimes")
                elif b is None:
                    raise TypeError("can't subtract offset-naive and offset-aware datetimes")
                else:
                    days += b._days - a._days
                    seconds += b._seconds - a._seconds
                    us += b._microseconds - a._microseconds
            return _delta(days, seconds, us)
        return NotImplemented

    def _order(self, other, equal):
        # Below 0, 0, or above 0; of which one has no zone are not equal and not in order.
        if self._tzinfo is not other._tzinfo:
            a = self.utcoffset()
            b = other.utcoffset()
            if a is None:
                if b is not None:
                    return _unlike("datetimes", equal)
            elif b is None:
                return _unlike("datetimes", equal)
            else:
                if equal and (_depends_on_fold(self, a) or _depends_on_fold(other, b)):
                    return 1
                return ((self._seconds() - other._seconds()) * 1000000 + self._microsecond - other._microsecond -
                        a._us() + b._us())
        n = self._seconds() - other._seconds()
        if n == 0:
            n = self._microsecond - other._microsecond
        return n

    def _other(self, other):
        if isinstance(other, date):
            raise TypeError("can't compare datetime.datetime to datetime.date")

    def __eq__(self, other):
        if isinstance(other, datetime):
            return self._order(other, True) == 0
        if isinstance(other, date):
            return False
        return NotImplemented

    def __lt__(self, other):
        if isinstance(other, datetime):
            return self._order(other, False) < 0
        self._other(other)
        return NotImplemented

    def __le__(self, other):
        if isinstance(other, datetime):
            return self._order(other, False) <= 0
        self._other(other)
        return NotImplemented

    def __gt__(self, other):
        if isinstance(other, datetime):
            return self._order(other, False) > 0
        self._other(other)
        return NotImplemented

    def __ge__(self, other):
        if isinstance(other, datetime):
            return self._order(other, False) >= 0
        self._other(other)
        return NotImplemented

    def __hash__(self):
        offset = self.utcoffset() if self._fold == 0 else _first_of(self).utcoffset()
        us = self._microsecond
        if offset is None:
            return hash(bytes([self._year >> 8, self._year & 255, self._month, self._day, self._hour, self._minute, self._second,
                               us >> 16, us >> 8 & 255, us & 255]))
        return hash(_delta(self.toordinal() - offset._days,
                           self._hour * 3600 + self._minute * 60 + self._second - offset._seconds, us - offset._microseconds))


datetime.min = datetime(1, 1, 1)
datetime.max = datetime(9999, 12, 31, 23, 59, 59, 999999)
datetime.resolution = timedelta(microseconds=1)


def _first_of(t):
    # The same numbers with fold=0.
    made = datetime(t._year, t._month, t._day, t._hour, t._minute, t._second, t._microsecond, t._tzinfo)
    return made


def _depends_on_fold(t, offset):
    # Is it a local time that occurs twice or never?
    if isinstance(t._tzinfo, timezone):
        return False
    made = _first_of(t)
    if t._fold == 0:
        made._fold = 1
    other = made.utcoffset()
    return other is None or other != offset


def _check_day(x):
    if isinstance(x, ellipsis):
        _k.type_error("combine() missing required argument 'date' (pos 1)")
    if not isinstance(x, date):
        _k.type_error("combine() argument 1 must be datetime.date, not " + _k.type_name(x))


def _check_time(x):
    if isinstance(x, ellipsis):
        _k.type_error("combine() missing required argument 'time' (pos 2)")
    if not isinstance(x, time):
        _k.type_error("combine() argument 2 must be datetime.time, not " + _k.type_name(x))


def _plain_time(t, tz):
    made = object.__new__(time)
    made._hour = t._hour
    made._minute = t._minute
    made._second = t._second
    made._microsecond = t._microsecond
    made._tzinfo = tz
    made._fold = t._fold
    return made


def _from_seconds(cls, seconds, us, tz):
    # The numbers of a UTC time.
    if not -62135596800 <= seconds < 253402300800:
        raise ValueError("year " + str(_time_parts(seconds, False)[0]) + " is out of range")
    days = seconds // 86400
    rest = seconds - days * 86400
    year, month, day = _dates.from_ordinal(days + _dates.EPOCH)
    return cls(year, month, day, rest // 3600, rest // 60 % 60, rest % 60, us, tz)


def _from_stamp(cls, seconds, us):
    # Local time.
    t = _time_parts(seconds, True)
    made = cls(t[0], t[1], t[2], t[3], t[4], min(t[5], 59), us, None)
    if _is_second(seconds, t[9]):
        made._fold = 1
    return made


def _utc_seconds(t):
    # When is this local time?
    local = t._seconds()
    _local(local)
    _local(local - 86400 if t._fold == 0 else local + 86400)
    return _dates.from_local(local, t._fold)


def _local_offset(t):
    return _delta(0, _dates.offset_at(_utc_seconds(t)), 0)


def _local_zone(seconds):
    t = _time_parts(seconds, True)
    return _new_zone(_delta(0, t[9], 0), _time_zone_at(seconds))
