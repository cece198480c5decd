"""Clocks and sleeping."""


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
    def __init__(self, parts):
        self.tm_year = parts[0]
        self.tm_mon = parts[1]
        self.tm_mday = parts[2]
        self.tm_hour = parts[3]
        self.tm_min = parts[4]
        self.tm_sec = parts[5]
        self.tm_wday = parts[6]
        self.tm_yday = parts[7]
        self.tm_isdst = parts[8]

    def _tuple(self):
        return (self.tm_year, self.tm_mon, self.tm_mday, self.tm_hour, self.tm_min, self.tm_sec, self.tm_wday, self.tm_yday,
                self.tm_isdst)

    def __len__(self):
        return 9

    def __getitem__(self, index):
        return self._tuple()[index]

    def __iter__(self):
        return iter(self._tuple())

    def __repr__(self):
        names = ("tm_year", "tm_mon", "tm_mday", "tm_hour", "tm_min", "tm_sec", "tm_wday", "tm_yday", "tm_isdst")
        return "time.struct_time(" + ", ".join([n + "=" + str(v) for n, v in zip(names, self._tuple())]) + ")"


def gmtime(seconds=None):
    return struct_time(_time_parts(_whole(seconds), False))


def localtime(seconds=None):
    return struct_time(_time_parts(_whole(seconds), True))


def _whole(seconds):
    if seconds is None:
        return _time_ns() // 1000000000
    if isinstance(seconds, float):
        return seconds.__floor__()
    return seconds


_DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_MONTHS = ("January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
           "December")


def asctime(t=None):
    if t is None:
        t = localtime()
    return strftime("%a %b ", t) + f"{t[2]:2d} " + strftime("%H:%M:%S %Y", t)


def ctime(seconds=None):
    return asctime(localtime(seconds))


def strftime(format, t=None):
    # The directives of the C locale.
    if t is None:
        t = localtime()
    year, month, day, hour, minute, second, weekday, yearday = t[0], t[1], t[2], t[3], t[4], t[5], t[6], t[7]
    out = []
    i = 0
    while i < len(format):
        c = format[i]
        i += 1
        if c != "%" or i == len(format):
            out.append(c)
            continue
        c = format[i]
        i += 1
        if c == "Y":
            out.append(str(year))
        elif c == "m":
            out.append(f"{month:02d}")
        elif c == "d":
            out.append(f"{day:02d}")
        elif c == "e":
            out.append(f"{day:2d}")
        elif c == "H":
            out.append(f"{hour:02d}")
        elif c == "I":
            out.append(f"{(hour + 11) % 12 + 1:02d}")
        elif c == "M":
            out.append(f"{minute:02d}")
        elif c == "S":
            out.append(f"{second:02d}")
        elif c == "p":
            out.append("AM" if hour < 12 else "PM")
        elif c == "y":
            out.append(f"{year % 100:02d}")
        elif c == "C":
            out.append(f"{year // 100:02d}")
        elif c == "j":
            out.append(f"{yearday:03d}")
        elif c == "a":
            out.append(_DAYS[weekday][:3])
        elif c == "A":
            out.append(_DAYS[weekday])
        elif c == "b" or c == "h":
            out.append(_MONTHS[month - 1][:3])
        elif c == "B":
            out.append(_MONTHS[month - 1])
        elif c == "w":
            out.append(str((weekday + 1) % 7))
        elif c == "u":
            out.append(str(weekday + 1))
        elif c == "U":
            out.append(f"{(yearday + 6 - (weekday + 1) % 7) // 7:02d}")
        elif c == "W":
            out.append(f"{(yearday + 6 - weekday) // 7:02d}")
        elif c == "D" or c == "x":
            out.append(f"{month:02d}/{day:02d}/{year % 100:02d}")
        elif c == "F":
            out.append(f"{year}-{month:02d}-{day:02d}")
        elif c == "T" or c == "X":
            out.append(f"{hour:02d}:{minute:02d}:{second:02d}")
        elif c == "R":
            out.append(f"{hour:02d}:{minute:02d}")
        elif c == "r":
            out.append(f"{(hour + 11) % 12 + 1:02d}:{minute:02d}:{second:02d} " + ("AM" if hour < 12 else "PM"))
        elif c == "c":
            out.append(_DAYS[weekday][:3] + " " + _MONTHS[month - 1][:3] + f" {day:2d} {hour:02d}:{minute:02d}:{second:02d} {year}")
        elif c == "n":
            out.append("\n")
        elif c == "t":
            out.append("\t")
        elif c == "%":
            out.append("%")
        elif c == "Z":
            out.append(_time_zone(False))
        else:
            out.append("%" + c)
    return "".join(out)
