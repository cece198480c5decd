"""The module behind time.strptime() and datetime.strptime(), for programs that import it."""
import time as _time

import _dates


def _strptime(data_string, format="%a %b %d %H:%M:%S %Y"):
    for index, arg in enumerate((data_string, format)):
        if not isinstance(arg, str):
            raise TypeError(f"strptime() argument {index} must be str, not {type(arg)}")
    t = _dates.read(data_string, format)
    return ((t.year, t.month, t.day, t.hour, t.minute, t.second, t.weekday, t.yearday, t.isdst, t.zone if t.zone else None,
             t.offset if t.has_offset else None), t.microsecond, t.offset_fraction)


def _strptime_time(data_string, format="%a %b %d %H:%M:%S %Y"):
    return _time.strptime(data_string, format)


def _strptime_datetime(cls, data_string, format="%a %b %d %H:%M:%S %Y"):
    return cls.strptime(data_string, format)
