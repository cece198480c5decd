"""Clocks, sleeping, times as nine numbers."""
import _dates


def time_ns():
    return _time_ns()


def time():
    return _time_ns() / 1000000000


def monotonic_ns():
    return _monotonic_ns()


def monotonic():
    return _monotonic_ns() / 1000000000


def perf_counter_ns():
    return _perf_counter_ns()


def perf_counter():
    return _perf_counter_ns() / 1000000000


def process_time_ns():
    return _process_time_ns()


def process_time():
    return _process_time_ns() / 1000000000


def sleep(seconds):
    if seconds < 0:
        raise ValueError("sleep length must be non-negative")
    _sleep_ns(int(seconds * 1000000000))


class struct_time:
    # A tuple of nine numbers with names.
    __full_name__ = "time.struct_time"

    def __init__(self, sequence):
        if isinstance(sequence, (int, float)) or sequence is None:
            _k.type_error("constructor requires a sequence")
        if len(sequence) < 9:
            raise TypeError("time.struct_time() takes an at least 9-sequence (" + str(len(sequence)) + "-sequence given)")
        if len(sequence) > 11:
            raise TypeError("time.struct_time() takes an at most 11-sequence (" + str(len(sequence)) + "-sequence given)")
        self.tm_year = sequence[0]
        self.tm_mon = sequence[1]
        self.tm_mday = sequence[2]
        self.tm_hour = sequence[3]
        self.tm_min = sequence[4]
        self.tm_sec = sequence[5]
        self.tm_wday = sequence[6]
        self.tm_yday = sequence[7]
        self.tm_isdst = sequence[8]
        self.tm_zone = sequence[9] if len(sequence) > 9 else None
        self.tm_gmtoff = sequence[10] if len(sequence) > 10 else None

    def _tuple(self):
        return (self.tm_year, self.tm_mon, self.tm_mday, self.tm_hour, self.tm_min, self.tm_sec, self.tm_wday, self.tm_yday,
                self.tm_isdst)

    def __len__(self):
        return 9

    def __getitem__(self, index):
        return self._tuple()[index]

    def __iter__(self):
        return iter(self._tuple())

    def __contains__(self, x):
        return x in self._tuple()

    def __add__(self, other):
        return self._tuple() + other

    def __eq__(self, other):
        if isinstance(other, struct_time):
            return self._tuple() == other._tuple()
        if isinstance(other, tuple):
            return self._tuple() == other
        return NotImplemented

    def __lt__(self, other):
        if isinstance(other, struct_time):
            return self._tuple() < other._tuple()
        if isinstance(other, tuple):
            return self._tuple() < other
        return NotImplemented

    def __le__(self, other):
        if isinstance(other, struct_time):
            return self._tuple() <= other._tuple()
        if isinstance(other, tuple):
            return self._tuple() <= other
        return NotImplemented

    def __gt__(self, other):
        if isinstance(other, struct_time):
            return self._tuple() > other._tuple()
        if isinstance(other, tuple):
            return self._tuple() > other
        return NotImplemented

    def __ge__(self, other):
        if isinstance(other, struct_time):
            return self._tuple() >= other._tuple()
        if isinstance(other, tuple):
            return self._tuple() >= other
        return NotImplemented

    def __hash__(self):
        return hash(self._tuple())

    def __repr__(self):
        names = ("tm_year", "tm_mon", "tm_mday", "tm_hour", "tm_min", "tm_sec", "tm_wday", "tm_yday", "tm_isdst")
        return "time.struct_time(" + ", ".join([n + "=" + repr(v) for n, v in zip(names, self._tuple())]) + ")"


def _struct(parts, zone, offset):
    # Of parts from the system, which may be more than nine.
    made = struct_time(parts[:9])
    made.tm_zone = zone
    made.tm_gmtoff = offset
    return made


def gmtime(seconds=None):
    return _struct(_time_parts(_whole(seconds), False), "GMT", 0)


def localtime(seconds=None):
    whole = _whole(seconds)
    parts = _time_parts(whole, True)
    return _struct(parts, _time_zone_at(whole), parts[9])


def _whole(seconds):
    if seconds is None:
        return _time_ns() // 1000000000
    return _dates.whole_seconds(seconds)


def _nine(t, who):
    # A time as a tuple of nine numbers.
    if isinstance(t, struct_time):
        return t._tuple()
    if not isinstance(t, tuple):
        _k.type_error("Tuple or struct_time argument required")
    if len(t) != 9:
        raise TypeError(who + "(): illegal time tuple argument")
    return (t[0], t[1], t[2], t[3], t[4], t[5], t[6], t[7], t[8])


def mktime(t, /):
    """The seconds since 1970 of a local time."""
    year, month, day, hour, minute, second, _, _, isdst = _nine(t, "mktime")
    local = _dates.seconds_of(year, month, day, hour, minute, second)
    seconds = _dates.from_local(local, 0)
    if isdst < 0:
        return float(seconds)
    # By the clocks of the other half of the year, if they are not set that way now.
    for other in (seconds, seconds - 15724800, seconds + 15724800):
        parts = _time_parts(other, True)
        if (parts[8] > 0) == (isdst > 0):
            return float(local - parts[9])
    return float(seconds - 3600 if isdst > 0 else seconds)


def _checked(t, who):
    # What a text can be made of; a month or day of 0 is the first one.
    year, month, day, hour, minute, second, weekday, yearday, isdst = _nine(t, who)
    if not 0 <= month <= 12:
        raise ValueError("month out of range")
    if not 0 <= day <= 31:
        raise ValueError("day of month out of range")
    if not 0 <= hour <= 23:
        raise ValueError("hour out of range")
    if not 0 <= minute <= 59:
        raise ValueError("minute out of range")
    if not 0 <= second <= 61:
        raise ValueError("seconds out of range")
    if weekday < -1:
        raise ValueError("day of week out of range")
    if not 0 <= yearday <= 366:
        raise ValueError("day of year out of range")
    return (year, max(month, 1), max(day, 1), hour, minute, second, weekday % 7, max(yearday, 1), isdst)


def asctime(t=None, /):
    year, month, day, hour, minute, second, weekday, _, _ = _checked(localtime() if t is None else t, "asctime")
    return (_dates.DAYS[weekday][:3] + " " + _dates.MONTHS[month - 1][:3] +
            f" {day:2d} {hour:02d}:{minute:02d}:{second:02d} {year}")


def ctime(seconds=None, /):
    return asctime(localtime(seconds))


def strftime(format, t=None, /):
    """A time in the way that the format says, in the C locale."""
    if not isinstance(format, str):
        _k.type_error("strftime() argument 1 must be str, not " + _k.type_name(format))
    if t is None:
        return _written(format, localtime())
    return _written(format, t)


def _written(format, t):
    year, month, day, hour, minute, second, weekday, yearday, isdst = _checked(t, "strftime")
    if "\0" in format:
        raise ValueError("embedded null character")
    zone = None
    offset = None
    if isinstance(t, struct_time):
        zone = t.tm_zone
        offset = t.tm_gmtoff
    return _dates.written(format, year, month, day, hour, minute, second, weekday, yearday,
                          _time_zone(isdst > 0) if zone is None else zone, 0 if offset is None else offset)


def strptime(data_string, format="%a %b %d %H:%M:%S %Y", /):
    """The time that a text stands for, which is written as the format says."""
    if not isinstance(data_string, str):
        _k.type_error("strptime() argument 0 must be str, not <class '" + _k.type_name(data_string) + "'>")
    if not isinstance(format, str):
        _k.type_error("strptime() argument 1 must be str, not <class '" + _k.type_name(format) + "'>")
    t = _dates.read(data_string, format)
    return _struct([t.year, t.month, t.day, t.hour, t.minute, t.second, t.weekday, t.yearday, t.isdst],
                   t.zone if t.zone else None, t.offset if t.has_offset else None)


def _zones():
    # What the clocks are ahead of UTC and the zone's name, in the half of the year without summer time and in the other one.
    year = _time_parts(_time_ns() // 1000000000, False)[0]
    january = _dates.seconds_of(year, 1, 1, 0, 0, 0)
    july = _dates.seconds_of(year, 7, 1, 0, 0, 0)
    a = _dates.offset_at(january)
    b = _dates.offset_at(july)
    if b < a:
        return (b, a, (_time_zone_at(july), _time_zone_at(january)))
    return (a, b, (_time_zone_at(january), _time_zone_at(july)))


_standard, _summer, tzname = _zones()
timezone = -_standard
altzone = -_summer
daylight = 1 if _summer != _standard else 0


def tzset():
    """Takes over what os.environ["TZ"] says."""
    global _standard, _summer, tzname, timezone, altzone, daylight
    _standard, _summer, tzname = _zones()
    timezone = -_standard
    altzone = -_summer
    daylight = 1 if _summer != _standard else 0
