"""What time, datetime and calendar share: numbers of days, dates and times as text, in the C locale."""

DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
MONTHS = ("January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
          "December")
_LENGTHS = (0, 31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)
_BEFORE = (0, 0, 31, 59, 90, 120, 151, 181, 212, 243, 273, 304, 334)
EPOCH = 719163  # the ordinal of 1970-01-01


def is_leap(year):
    return year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)


def month_days(year, month):
    return 29 if month == 2 and is_leap(year) else _LENGTHS[month]


def before_year(year):
    # The number of days from the first of January of the year 1 to that of `year`.
    year = year - 1
    return year * 365 + year // 4 - year // 100 + year // 400


def day_of_year(year, month, day):
    return _BEFORE[month] + day + (1 if month > 2 and is_leap(year) else 0)


def ordinal(year, month, day):
    return before_year(year) + day_of_year(year, month, day)


def from_ordinal(n):
    # (year, month, day). Counted in years that begin on the first of March: a leap day is the last one of its year.
    n = n + 305
    cycles = n // 146097
    n = n - cycles * 146097
    year = (n - n // 1460 + n // 36524 - n // 146096) // 365
    n = n - (year * 365 + year // 4 - year // 100)
    month = (5 * n + 2) // 153
    day = n - (153 * month + 2) // 5 + 1
    year = year + cycles * 400
    if month < 10:
        return (year, month + 3, day)
    return (year + 1, month - 9, day)


def first_monday(year):
    # The ordinal of the day on which week 1 of the ISO calendar begins: the week with the fourth of January.
    fourth = before_year(year) + 4
    return fourth - (fourth + 6) % 7


def seconds_of(year, month, day, hour, minute, second):
    # Since 1970, in the zone of the numbers. The month may be any int.
    year = year + (month - 1) // 12
    month = (month - 1) % 12 + 1
    return (before_year(year) + day_of_year(year, month, 1) + day - 1 - EPOCH) * 86400 + hour * 3600 + minute * 60 + second


def whole_seconds(timestamp):
    # A number of seconds since 1970, rounded down.
    if isinstance(timestamp, float):
        if timestamp != timestamp:
            raise ValueError("Invalid value NaN (not a number)")
        if not -9223372036854775808.0 <= timestamp < 9223372036854775808.0:
            raise OverflowError("timestamp out of range for platform time_t")
        return timestamp.__floor__()
    n = _as_index(timestamp)
    if not -9223372036854775808 <= n <= 9223372036854775807:
        raise OverflowError("timestamp out of range for platform time_t")
    return n


def offset_at(seconds):
    # How many seconds local time is ahead of UTC.
    return _time_parts(seconds, True)[9]


def from_local(seconds, fold):
    # Seconds of local time as seconds of UTC; of a time that occurs twice `fold` says which one is meant.
    a = offset_at(seconds - offset_at(seconds))
    b = offset_at(seconds - a + (86400 if fold else -86400))
    if a == b:
        return seconds - a
    first = seconds - max(a, b)
    second = seconds - min(a, b)
    first_is = first + offset_at(first) == seconds
    second_is = second + offset_at(second) == seconds
    if first_is and second_is:
        return second if fold else first
    if first_is:
        return first
    if second_is:
        return second
    # A time that the clocks left out.
    return first if fold else second


def written(format, year, month, day, hour, minute, second, weekday, yearday, zone, offset):
    """What strftime() makes of a format, with the flags and widths that glibc knows."""
    out = []
    i = 0
    n = len(format)
    while i < n:
        c = format[i]
        i += 1
        if c != "%":
            out.append(c)
            continue
        start = i - 1
        pad = ""
        upper = False
        swap = False
        while i < n and format[i] in "_-0^#":
            c = format[i]
            i += 1
            if c == "^":
                upper = True
            elif c == "#":
                swap = True
            else:
                pad = c
        width = 0
        while i < n and "0" <= format[i] <= "9":
            width = width * 10 + ord(format[i]) - 48
            i += 1
        variant = ""
        if i < n and (format[i] == "E" or format[i] == "O"):
            variant = format[i]
            i += 1
        if i == n:
            out.append(format[start:])
            break
        c = format[i]
        i += 1
        if variant and c not in ("cCnpPrRsTuxXyYz%" if variant == "E" else "bBCdeghGHIjklmMnpPrRsSTuUVwWyz%"):
            out.append(format[start:i])
            continue
        number = 0
        digits = 0
        fill = "0"
        text = ""
        if c == "Y":
            number = year
            digits = 1
        elif c == "m":
            number = month
            digits = 2
        elif c == "d":
            number = day
            digits = 2
        elif c == "H":
            number = hour
            digits = 2
        elif c == "M":
            number = minute
            digits = 2
        elif c == "S":
            number = second
            digits = 2
        elif c == "y":
            number = year % 100
            digits = 2
        elif c == "j":
            number = yearday
            digits = 3
        elif c == "I":
            number = (hour + 11) % 12 + 1
            digits = 2
        elif c == "e":
            number = day
            digits = 2
            fill = " "
        elif c == "k":
            number = hour
            digits = 2
            fill = " "
        elif c == "l":
            number = (hour + 11) % 12 + 1
            digits = 2
            fill = " "
        elif c == "C":
            number = year // 100
            digits = 1
        elif c == "u":
            number = weekday + 1
            digits = 1
        elif c == "w":
            number = (weekday + 1) % 7
            digits = 1
        elif c == "U":
            number = (yearday + 6 - (weekday + 1) % 7) // 7
            digits = 2
        elif c == "W":
            number = (yearday + 6 - weekday) // 7
            digits = 2
        elif c == "G" or c == "g" or c == "V":
            number, digits = _iso_part(c, year, yearday, weekday)
        elif c == "s":
            number = from_local(seconds_of(year, month, day, hour, minute, second), 0)
            digits = 1
        elif c == "a":
            text = DAYS[weekday][:3]
        elif c == "A":
            text = DAYS[weekday]
        elif c == "b" or c == "h":
            text = MONTHS[month - 1][:3]
        elif c == "B":
            text = MONTHS[month - 1]
        elif c == "p" or c == "P":
            text = "AM" if hour < 12 else "PM"
            if c == "P" or swap:
                text = text.lower()
                upper = False
        elif c == "Z":
            text = zone.lower() if swap else zone
        elif c == "z":
            text = "" if offset is None else _offset_text(offset)
        elif c == "n":
            text = "\n"
        elif c == "t":
            text = "\t"
        elif c == "%":
            text = "%"
        elif c in "cxXrRDFTv":
            text = _composed(c, year, month, day, hour, minute, second, weekday)
        else:
            out.append(format[start:i])
            continue
        if digits:
            if pad == "_":
                fill = " "
            elif pad == "0":
                fill = "0"
            if pad == "-":
                text = str(number).rjust(width)
            else:
                text = str(abs(number))
                size = max(digits, width)
                if number < 0:
                    size -= 1
                text = text.rjust(size, fill) if fill == " " else text.zfill(size)
                if number < 0:
                    text = "-" + text
        else:
            if upper or (swap and c in "aAbBh"):
                text = text.upper()
            if len(text) < width:
                text = text.rjust(width, "0" if pad == "0" else " ")
        out.append(text)
    return "".join(out)


def _iso_part(c, year, yearday, weekday):
    today = before_year(year) + yearday
    if today < first_monday(year):
        year = year - 1
    elif today >= first_monday(year + 1):
        year = year + 1
    if c == "G":
        return (year, 1)
    if c == "g":
        return (year % 100, 2)
    return ((today - first_monday(year)) // 7 + 1, 2)


def _offset_text(offset):
    minutes = abs(offset) // 60
    return ("-" if offset < 0 else "+") + f"{minutes // 60:02d}{minutes % 60:02d}"


def _composed(c, year, month, day, hour, minute, second, weekday):
    if c == "D" or c == "x":
        return f"{month:02d}/{day:02d}/{year % 100:02d}"
    if c == "F":
        return f"{year}-{month:02d}-{day:02d}"
    if c == "R":
        return f"{hour:02d}:{minute:02d}"
    if c == "v":
        return f"{day:2d}-{MONTHS[month - 1][:3]}-{year}"
    if c == "r":
        return f"{(hour + 11) % 12 + 1:02d}:{minute:02d}:{second:02d} " + ("AM" if hour < 12 else "PM")
    clock = f"{hour:02d}:{minute:02d}:{second:02d}"
    if c == "c":
        return DAYS[weekday][:3] + " " + MONTHS[month - 1][:3] + f" {day:2d} " + clock + f" {year}"
    return clock


# Reading. A format is a list of parts: a letter of a directive, " " for spaces, or "=" and a character that must be there.

def _parts(format, whole):
    out = []
    i = 0
    n = len(format)
    while i < n:
        c = format[i]
        i += 1
        if c.isspace():
            if not out or out[-1] != " ":
                out.append(" ")
            continue
        if c != "%":
            out.append("=" + c)
            continue
        if i == n:
            raise ValueError("stray % in format '" + whole + "'") from None
        c = format[i]
        i += 1
        if c == "%":
            out.append("=%")
        elif c == "c":
            out.extend(_parts("%a %b %d %H:%M:%S %Y", whole))
        elif c == "x":
            out.extend(_parts("%m/%d/%y", whole))
        elif c == "X":
            out.extend(_parts("%H:%M:%S", whole))
        elif c in "aAbBdfGHIjmMpSuUVwWyYzZ":
            if c in out:
                raise ValueError("redefinition of group name '" + c + "'")
            out.append(c)
        else:
            if c.isspace() or c in "\\.^$*+?(){}[]|":
                c = "%"
            raise ValueError("'" + c + "' is a bad directive in format '" + whole + "'") from None
    return out


def _digit(text, i, low, high):
    # Is character i one of these digits?
    return i < len(text) and low <= text[i] <= high


def _decimal(text, i):
    return i < len(text) and text[i].isdecimal()


def _pair(text, i, tens, last, single):
    # Two digits of which the first is in `tens`, or `last` and one up to `single`.
    if _digit(text, i, last, last) and _digit(text, i + 1, "0", single):
        return True
    return i < len(text) and text[i] in tens and _decimal(text, i + 1)


def _named(text, i, names, short):
    # The end of a name that begins at i.
    found = text[i:i + 9].lower()
    best = -1
    for name in names:
        name = name[:3].lower() if short else name.lower()
        if name and found.startswith(name) and i + len(name) > best:
            best = i + len(name)
    return best


def _ends(c, text, i):
    # Where what a directive takes from i on may end; first what it takes if the rest goes well.
    ends = []
    if c == "d" or c == "m" or c == "I":
        # No day, month or hour is 0.
        if c == "d" and _pair(text, i, "12", "3", "1"):
            ends.append(i + 2)
        elif c != "d" and _pair(text, i, "", "1", "2"):
            ends.append(i + 2)
        elif _digit(text, i, "0", "0") and _digit(text, i + 1, "1", "9"):
            ends.append(i + 2)
        if _digit(text, i, "1", "9"):
            ends.append(i + 1)
        elif c == "d" and text[i:i + 1] == " " and _digit(text, i + 1, "1", "9"):
            ends.append(i + 2)
    elif c == "H":
        if _pair(text, i, "01", "2", "3"):
            ends.append(i + 2)
        if _decimal(text, i):
            ends.append(i + 1)
    elif c == "M" or c == "S":
        if c == "S" and _pair(text, i, "", "6", "1"):
            ends.append(i + 2)
        elif i < len(text) and text[i] in "012345" and _decimal(text, i + 1):
            ends.append(i + 2)
        if _decimal(text, i):
            ends.append(i + 1)
    elif c == "U" or c == "W":
        if _pair(text, i, "01234", "5", "3"):
            ends.append(i + 2)
        if _decimal(text, i):
            ends.append(i + 1)
    elif c == "V":
        if _pair(text, i, "1234", "5", "3"):
            ends.append(i + 2)
        elif _digit(text, i, "0", "0") and _digit(text, i + 1, "1", "9"):
            ends.append(i + 2)
        if _decimal(text, i):
            ends.append(i + 1)
    elif c == "j":
        if _year_day(text, i):
            ends.append(i + 3)
        if _digit(text, i, "1", "9") and _decimal(text, i + 1):
            ends.append(i + 2)
        if _digit(text, i, "0", "0") and _digit(text, i + 1, "1", "9"):
            ends.append(i + 2)
        if _digit(text, i, "1", "9"):
            ends.append(i + 1)
    elif c == "Y" or c == "G":
        if _decimal(text, i) and _decimal(text, i + 1) and _decimal(text, i + 2) and _decimal(text, i + 3):
            ends.append(i + 4)
    elif c == "y":
        if _decimal(text, i) and _decimal(text, i + 1):
            ends.append(i + 2)
    elif c == "f":
        j = i
        while j < i + 6 and _digit(text, j, "0", "9"):
            j += 1
        while j > i:
            ends.append(j)
            j -= 1
    elif c == "w":
        if _digit(text, i, "0", "6"):
            ends.append(i + 1)
    elif c == "u":
        if _digit(text, i, "1", "7"):
            ends.append(i + 1)
    elif c == "z":
        _zone_ends(ends, text, i)
    else:
        if c == "p":
            end = _named(text, i, ("AM", "PM"), False)
        elif c == "a" or c == "A":
            end = _named(text, i, DAYS, c == "a")
        elif c == "b" or c == "B":
            end = _named(text, i, MONTHS, c == "b")
        else:
            end = _named(text, i, ("UTC", "GMT", _time_zone(False), _time_zone(True)), False)
        if end >= 0:
            ends.append(end)
    return ends


def _year_day(text, i):
    if not _decimal(text, i + 2):
        return False
    first = text[i]
    if first == "3":
        if _digit(text, i + 1, "6", "6"):
            return _digit(text, i + 2, "0", "6")
        return _digit(text, i + 1, "0", "5")
    if first == "1" or first == "2":
        return _decimal(text, i + 1)
    if first == "0":
        return _digit(text, i + 1, "1", "9") or (text[i + 1] == "0" and _digit(text, i + 2, "1", "9"))
    return False


def _zone_ends(ends, text, i):
    # +HHMM, +HH:MM, either with seconds, and these with a fraction; or Z.
    if text[i:i + 1] == "Z":
        ends.append(i + 1)
    if text[i:i + 1] != "+" and text[i:i + 1] != "-":
        return
    if not (_decimal(text, i + 1) and _decimal(text, i + 2)):
        return
    j = i + 3
    if text[j:j + 1] == ":":
        j += 1
    if not (_digit(text, j, "0", "5") and _decimal(text, j + 1)):
        return
    j += 2
    k = j
    if text[k:k + 1] == ":":
        k += 1
    if _digit(text, k, "0", "5") and _decimal(text, k + 1):
        k += 2
        if text[k:k + 1] == ".":
            end = k + 1
            while end < k + 7 and _decimal(text, end):
                end += 1
            while end > k + 1:
                ends.append(end)
                end -= 1
        ends.append(k)
    ends.append(j)


def _match(parts, at, text, i, found):
    # The end of what the parts from `at` on take, or -1; `found` gets what each of them took.
    while at < len(parts):
        part = parts[at]
        if part == " ":
            end = i
            while end < len(text) and text[end].isspace():
                end += 1
            while end > i:
                rest = _match(parts, at + 1, text, end, found)
                if rest >= 0:
                    return rest
                end -= 1
            return -1
        if part[0] == "=":
            if i == len(text) or (text[i] != part[1] and text[i].lower() != part[1].lower()):
                return -1
            i += 1
            at += 1
            continue
        ends = _ends(part, text, i)
        if not ends:
            return -1
        if len(ends) == 1:
            found[part] = text[i:ends[0]]
            i = ends[0]
            at += 1
            continue
        for end in ends:
            rest = _match(parts, at + 1, text, end, found)
            if rest >= 0:
                found[part] = text[i:end]
                return rest
        return -1
    return i


def _index_of(names, name, short):
    i = 0
    for each in names:
        if (each[:3] if short else each).lower() == name.lower():
            return i
        i += 1
    return -1


_NEEDS = "' and a weekday directive ('%A', '%a', '%w', or '%u')."


class read:
    # What strptime() finds out. Of the zone: the name ("" if there is none), whether there is an offset, and which.
    def __init__(self, text, format):
        found = {}
        end = _match(_parts(format, format), 0, text, 0, found)
        if end < 0:
            raise ValueError("time data " + repr(text) + " does not match format " + repr(format))
        if end < len(text):
            raise ValueError("unconverted data remains: " + text[end:])
        year = -1
        month = 1
        day = 1
        weekday = -1
        yearday = 0
        self.hour = 0
        self.minute = 0
        self.second = 0
        self.microsecond = 0
        self.zone = ""
        self.has_offset = False
        self.offset = 0
        self.offset_fraction = 0
        self.isdst = -1
        if "y" in found:
            year = int(found["y"])
            year += 2000 if year <= 68 else 1900
        if "Y" in found:
            year = int(found["Y"])
        if "m" in found:
            month = int(found["m"])
        if "B" in found:
            month = _index_of(MONTHS, found["B"], False) + 1
        if "b" in found:
            month = _index_of(MONTHS, found["b"], True) + 1
        if "d" in found:
            day = int(found["d"])
        if "H" in found:
            self.hour = int(found["H"])
        if "I" in found:
            self.hour = int(found["I"]) % 12
            if "p" in found and found["p"].lower() == "pm":
                self.hour += 12
        if "M" in found:
            self.minute = int(found["M"])
        if "S" in found:
            self.second = int(found["S"])
        if "f" in found:
            self.microsecond = int(found["f"].ljust(6, "0"))
        if "A" in found:
            weekday = _index_of(DAYS, found["A"], False)
        if "a" in found:
            weekday = _index_of(DAYS, found["a"], True)
        if "w" in found:
            weekday = (int(found["w"]) + 6) % 7
        if "u" in found:
            weekday = int(found["u"]) - 1
        if "j" in found:
            yearday = int(found["j"])
        if "z" in found:
            self._read_offset(found["z"])
        if "Z" in found:
            self.zone = found["Z"]
            self.isdst = 0
            name = self.zone.lower()
            if name != "utc" and name != "gmt" and name != _time_zone(False).lower():
                self.isdst = 1
        if year < 0 and "G" in found:
            if "V" not in found or weekday < 0:
                raise ValueError("ISO year directive '%G' must be used with the ISO week directive '%V" + _NEEDS)
            if "j" in found:
                raise ValueError("Day of the year directive '%j' is not compatible with ISO year directive '%G'. Use '%Y' instead.")
        elif "V" in found and "U" not in found and "W" not in found:
            if weekday < 0:
                raise ValueError("ISO week directive '%V' must be used with the ISO year directive '%G" + _NEEDS)
            raise ValueError("ISO week directive '%V' is incompatible with the year directive '%Y'. Use the ISO year '%G' instead.")
        given = year >= 0
        if not given:
            # The 29th of February is right without a year, until the day is asked for.
            year = 1904 if month == 2 and day == 29 else 1900
        today = 0
        counted = year
        if "j" in found:
            today = before_year(_year_in_range(year)) + yearday
        elif weekday >= 0:
            if "W" in found:
                today = _day_of_week(_year_in_range(year), int(found["W"]), weekday, 0)
            elif "U" in found:
                today = _day_of_week(_year_in_range(year), int(found["U"]), weekday, 6)
            elif "G" in found and "V" in found:
                counted = int(found["G"])
                today = first_monday(counted) + (int(found["V"]) - 1) * 7 + weekday
        if today:
            if today > 3652059:
                raise ValueError("year 10000 is out of range")
            year, month, day = from_ordinal(today)
            if today <= before_year(counted):
                counted = _year_in_range(counted - 1)
        else:
            if day > month_days(_year_in_range(year), month):
                raise ValueError("day is out of range for month")
            today = ordinal(year, month, day)
        self.weekday = weekday if weekday >= 0 else (today + 6) % 7
        self.yearday = today - before_year(counted)
        self.year = 1900 if year == 1904 and not given and month == 2 and day == 29 else year
        self.month = month
        self.day = day

    def _read_offset(self, z):
        self.has_offset = True
        if z == "Z":
            return
        whole = z
        if z[3] == ":":
            z = z[:3] + z[4:]
            if len(z) > 5:
                if z[5] != ":":
                    raise ValueError("Inconsistent use of : in " + whole)
                z = z[:5] + z[6:]
        self.offset = int(z[1:3]) * 3600 + int(z[3:5]) * 60 + int(z[5:7] if len(z) > 5 else "0")
        self.offset_fraction = int(z[8:].ljust(6, "0"))
        if z[0] == "-":
            self.offset = -self.offset
            self.offset_fraction = -self.offset_fraction


def _year_in_range(year):
    if year < 1:
        raise ValueError("year " + str(year) + " is out of range")
    return year


def _day_of_week(year, week, weekday, first):
    # The ordinal of a day of a week; week 1 is the first one that begins in the year, with the weekday `first`.
    start = before_year(year) + 1
    until = (first - (start + 6)) % 7
    if until == 0 and week == 0:
        week = 1
    start += until
    return start + (week - 1) * 7 + (weekday - first) % 7
