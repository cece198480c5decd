# Reads lines "kind hexadecimal-utf-8", gives each text to the library and prints what comes of it.
import csv
import datetime
import io
import json
import re
import struct
import sys


def try_json(text):
    return json.loads(text)


def try_csv(text):
    return list(csv.reader(io.StringIO(text, newline=""), strict=len(text) % 2 == 0))


NAMED = re.compile(r"\N{BULLET}")  # what has no such literal knows no names of characters


def try_re(text):
    pattern = re.compile(text)
    found = pattern.search("aab(c)xy-09 \n\u00e9_Z{2}")
    return pattern.groups, sorted(pattern.groupindex.items()), found and (found.span(), found.groups())


def try_struct(text):
    size = struct.calcsize(text)
    if size > 4096:
        return size
    values = struct.unpack(text, bytes(k % 251 for k in range(size)))
    return size, values


def try_date(text):
    return datetime.date.fromisoformat(text)


def try_datetime(text):
    return repr(datetime.datetime.fromisoformat(text))


def try_time(text):
    return repr(datetime.time.fromisoformat(text))


def try_strptime(text):
    return datetime.datetime.strptime(text, "%Y-%m-%d %H:%M:%S.%f %z")


def try_spec_int(text):
    return format(-123456789, text)


def try_spec_float(text):
    return format(1234.5678, text)


def try_spec_str(text):
    return format("h\u00e9llo", text)


def try_format(text):
    return text.format(1, "two", 3.5, [4, 5], name="n", x={"k": 6})


def try_percent(text):
    return text % (1, "two", 3.5)


def try_int(text):
    return int(text)


def try_int_base(text):
    return int(text, 0)


def try_float(text):
    return float(text)


def try_complex(text):
    return complex(text)


TRIES = {"json": try_json, "csv": try_csv, "re": try_re, "struct": try_struct, "date": try_date, "datetime": try_datetime,
         "time": try_time, "strptime": try_strptime, "spec_int": try_spec_int, "spec_float": try_spec_float,
         "spec_str": try_spec_str, "format": try_format, "percent": try_percent, "int": try_int, "int_base": try_int_base,
         "float": try_float, "complex": try_complex}


def main():
    for line in sys.stdin:
        kind, _, code = line.rstrip("\n").partition(" ")
        text = bytes.fromhex(code).decode("utf-8", "surrogatepass")
        try:
            outcome = str(TRIES[kind](text))
        except Exception as error:
            outcome = type(error).__name__ + ": " + str(error)
        print(kind, ascii(text), ascii(outcome))


main()
