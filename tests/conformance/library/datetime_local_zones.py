# Local times of several zones: times that occur twice or never, offsets and names, timestamps there and back.
import os
import time
from datetime import date, datetime, timedelta, timezone

moments = [datetime(2024, 3, 10, 2, 30), datetime(2024, 11, 3, 1, 30), datetime(2024, 3, 31, 2, 30), datetime(2024, 10, 27, 2, 30),
           datetime(2024, 1, 15, 12), datetime(2024, 7, 15, 12, 0, 0, 500000), datetime(1999, 12, 31, 23, 59, 59)]
for zone in ("UTC0", "EST5EDT,M3.2.0,M11.1.0", "CET-1CEST,M3.5.0,M10.5.0/3", "IST-5:30", "AEST-10AEDT,M10.1.0,M4.1.0/3"):
    os.environ["TZ"] = zone
    time.tzset()
    print(time.tzname, time.timezone, time.altzone, time.daylight)
    for t in moments:
        for fold in (0, 1):
            u = t.replace(fold=fold)
            s = u.timestamp()
            print(u, s, repr(datetime.fromtimestamp(s)), u.astimezone().isoformat(), u.astimezone().tzname(), u.astimezone(timezone.utc), date.fromtimestamp(s))
        local = time.localtime(s)
        print(local, local.tm_zone, local.tm_gmtoff, time.strftime("%Z %z", local), time.mktime(t.timetuple()) in (s, t.timestamp()))
    print(time.mktime((2024, 1, 15, 12, 0, 0, 0, 0, 1)), time.mktime((2024, 7, 15, 12, 0, 0, 0, 0, 0)), time.mktime((2024, 7, 15, 12, 0, 0, 0, 0, -1)), time.ctime(0), time.asctime(time.localtime(1e9)))
    aware = datetime(2024, 7, 1, tzinfo=timezone(timedelta(hours=9), "JST"))
    print(aware.astimezone(), repr(aware.astimezone().tzinfo), datetime.strptime("2024 " + time.tzname[0], "%Y %Z"), time.strptime(time.tzname[1], "%Z").tm_isdst)
for edge in (datetime.min, datetime.max):
    try:
        print(edge.timestamp())
    except ValueError as error:
        print(error)
