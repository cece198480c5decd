"""Makes the programs tests/conformance/generated/dates_*.py: expressions of datetime, time and calendar, right and wrong ones, and loops
over many dates, formats and texts.

usage: generate_dates.py      writes the programs; then run tests/record.py, which asks CPython what they print
"""
import pathlib

FOLDER = pathlib.Path(__file__).resolve().parent / "conformance/generated"
CHUNK = 60

DATES = r'''
date()
date(2020)
date(2020, 1)
date(2020, 13, 1)
date(2020, 2, 30)
date(0, 1, 1)
date(10000, 1, 1)
date("a", 1, 1)
date(2020.0, 1, 1)
date(None, 1, 1)
date(10**10, 1, 1)
date(10**20, 1, 1)
date(-10**20, 1, 1)
date(2020, 1, day=5)
date(True, 1, 1)
date.fromisoformat("2020-01-0")
date.fromisoformat("2020-02-30")
date.fromisoformat("20200203")
date.fromisoformat("2020-W05-1")
date.fromisoformat("2020W051")
date.fromisoformat("2020W05")
date.fromisoformat("2020-W54")
date.fromisoformat("2020-W05-8")
date.fromisoformat("2020-W05-0")
date.fromisoformat("0000-01-01")
date.fromisoformat("2020-13-01")
date.fromisoformat("")
date.fromisoformat(5)
date.fromisoformat(b"2020-01-01")
date.fromisoformat("2020-01-01T00")
date.fromisoformat("2020-1-01")
date.fromisoformat("2020/01/01")
date.fromisoformat("2020-0101")
date.fromisoformat("２020-01-01")
date.fromisocalendar(2020, 54, 1)
date.fromisocalendar(2020, 53, 7)
date.fromisocalendar(2020, 5, 8)
date.fromisocalendar(2020, 0, 1)
date.fromisocalendar(0, 1, 1)
date.fromisocalendar(10000, 1, 1)
date.fromisocalendar(9999, 52, 6)
date.fromisocalendar(1, 1, 1)
date.fromisocalendar("a", 1, 1)
date.fromisocalendar(2020, 1)
date.fromisocalendar(10**20, 1, 1)
date.fromisocalendar(year=2020, week=1, day=3)
date.fromordinal(0)
date.fromordinal(-5)
date.fromordinal(3652059)
date.fromordinal(3652060)
date.fromordinal("a")
date.fromordinal(10**20)
date.fromordinal(1.5)
date.fromtimestamp("a")
date.fromtimestamp(1e20)
date.fromtimestamp(10**15)
date.fromtimestamp(float("nan"))
date.fromtimestamp(float("inf"))
date.fromtimestamp(-1)
date.fromtimestamp(-1.5)
date.fromtimestamp(None)
date(2020, 1, 1)+1
1+date(2020, 1, 1)
date(2020, 1, 1)-1
date(2020, 1, 1)-"a"
1-date(2020, 1, 1)
date(2020, 1, 1)+date(2020, 1, 1)
date(2020, 1, 1)<1
date(2020, 1, 1)==1
date(2020, 1, 1)<datetime(2020, 1, 1)
datetime(2020, 1, 1)<date(2020, 1, 1)
datetime(2020, 1, 1)==date(2020, 1, 1)
date(2020, 1, 1)==datetime(2020, 1, 1)
date(2020, 1, 1)!=datetime(2020, 1, 1)
datetime(2020, 1, 1)-date(2020, 1, 1)
date(2020, 1, 1)-datetime(2020, 1, 1)
date.max+timedelta(1)
date.min-timedelta(1)
date.max+timedelta(hours=25)
date.max+timedelta(hours=23)
date(2020, 1, 1)-timedelta(hours=1)
date(2020, 1, 1)+timedelta(hours=-1)
date(2020, 1, 1)*2
-date(2020, 1, 1)
date(2020, 1, 1).replace(2021)
date(2020, 2, 29).replace(year=2021)
date(2020, 1, 1).replace("a")
date(2020, 1, 1).isocalendar()
date(2020, 1, 1).isocalendar()[1]
date(2020, 1, 1).isocalendar()==(2020, 1, 3)
tuple(date(2020, 1, 1).isocalendar())
date(2020, 1, 1).isocalendar().week
date(2020, 1, 1).isocalendar().weekday
hash(date(2020, 1, 1).isocalendar())==hash((2020, 1, 3))
date(2020, 1, 1).timetuple()
date(2020, 1, 1).strftime("%d/%m/%y %H:%M:%S %f %z %Z|%%|%j|%U|%W|%G|%V|%u|%w|%a|%A|%b|%B|%c|%x|%X|%p|%I|%y|%C|%e|%D|%F|%T|%R|%r|%h|%n|%t|%s|%k|%l|%P|%g|%Q|%")
date(99, 1, 1).strftime("%Y %y %C %F %G %c %D %x")
date(5, 1, 1).strftime("%Y %y %C %F %G %c %D %x")
date(2020, 1, 1).strftime(5)
date(2020, 1, 1).strftime("é%Y日")
date(2020, 1, 1).strftime("")
date(2020, 1, 1).strftime("a\0b%Y")
format(date(2020, 1, 1), "%d.%m")
format(date(2020, 1, 1))
format(date(2020, 1, 1), 5)
f"{date(2020,1,1):%Y/%m}"
str(date(2020, 1, 1)), repr(date(2020, 1, 1)), date(2020, 1, 1).ctime()
date(2020, 1, 1).year
setattr(date(2020, 1, 1), "year", 1)
date(2020, 1, 1).foo
hash(date(2020, 1, 1))
hash(datetime(2020, 1, 1))
hash(datetime(2020, 1, 1, fold=1))
hash(datetime(2020, 1, 1, tzinfo=timezone.utc))
hash(time(1, 2, 3))
hash(time(1, 2, 3, tzinfo=timezone.utc))
hash(timedelta(1, 2, 3))
hash(timezone.utc)
hash(timezone(timedelta(hours=1)))
date.min, date.max, date.resolution
datetime.min, datetime.max, datetime.resolution
time.min, time.max, time.resolution
timedelta.min, timedelta.max, timedelta.resolution
timezone.min, timezone.max, timezone.utc, UTC, UTC is timezone.utc
MINYEAR, MAXYEAR
'''

DELTAS_AND_TIMES = r'''
timedelta("a")
timedelta(None)
timedelta(seconds="a")
timedelta(10**9)
timedelta(days=10**9)
timedelta(days=-10**9)
timedelta(days=10**10)
timedelta(days=10**20)
timedelta(hours=10**20)
timedelta(days=1e300)
timedelta(days=float("nan"))
timedelta(days=float("inf"))
timedelta(1.5), timedelta(0.1), timedelta(seconds=0.1), timedelta(microseconds=0.5), timedelta(microseconds=1.5), timedelta(microseconds=-0.5), timedelta(microseconds=2.5)
timedelta(days=1e-10, microseconds=0.5), timedelta(hours=1.1, minutes=2.2, seconds=3.3, milliseconds=4.4, weeks=0.001)
timedelta(True)
repr(timedelta()), repr(timedelta(1)), repr(timedelta(0, 1)), repr(timedelta(0, 0, 1)), repr(timedelta(1, 2, 3)), repr(timedelta(-1)), repr(timedelta(microseconds=-1))
str(timedelta()), str(timedelta(1)), str(timedelta(2, 1)), str(timedelta(0, 0, 1)), str(timedelta(1, 2, 3)), str(timedelta(-1)), str(timedelta(microseconds=-1)), str(timedelta(-2, 5))
timedelta(1)+1
timedelta(1)+1.5
1+timedelta(1)
timedelta(1)-1
timedelta(1)-date(2020, 1, 1)
timedelta(1)+date(2020, 1, 1)
timedelta(1)+datetime(2020, 1, 1)
timedelta(1)-datetime(2020, 1, 1)
timedelta(1)*2, 2*timedelta(1), timedelta(1)*1.5, 0.5*timedelta(1), timedelta(microseconds=1)*0.5, timedelta(microseconds=3)*0.5, timedelta(1)*True
timedelta(1)*"a"
timedelta(1)*timedelta(1)
timedelta(1)*None
timedelta(1)*float("nan")
timedelta(1)*float("inf")
timedelta(1)*10**10
timedelta(1)*10**30
timedelta(1)/2, timedelta(1)/2.5, timedelta(1)/timedelta(hours=1), timedelta(microseconds=1)/2, timedelta(microseconds=3)/2, timedelta(microseconds=-1)/2, timedelta(microseconds=5)/-2
timedelta(1)/0
timedelta(1)/0.0
timedelta(1)/timedelta(0)
timedelta(1)/"a"
1/timedelta(1)
timedelta(1)//2, timedelta(1)//timedelta(hours=5), timedelta(microseconds=-1)//2, timedelta(microseconds=5)//-2
timedelta(1)//0
timedelta(1)//2.0
timedelta(1)//timedelta(0)
timedelta(1)%timedelta(hours=5), timedelta(-1)%timedelta(hours=5), timedelta(1)%timedelta(hours=-5)
timedelta(1)%0
timedelta(1)%5
timedelta(1)%timedelta(0)
divmod(timedelta(1), timedelta(hours=5)), divmod(timedelta(-1), timedelta(hours=5))
divmod(timedelta(1), 5)
divmod(timedelta(1), timedelta(0))
-timedelta(1, 2, 3), +timedelta(1), abs(timedelta(-1, 5)), bool(timedelta()), bool(timedelta(0, 0, 1))
timedelta.max+timedelta(microseconds=1)
-timedelta.max
-timedelta.min
abs(timedelta.min)
timedelta(1)<timedelta(2), timedelta(1)==timedelta(hours=24), timedelta(1)!=1, timedelta(1)==None
timedelta(1)<1
timedelta(1)<None
timedelta(1, 2, 3).total_seconds(), timedelta(-1).total_seconds(), timedelta(microseconds=1).total_seconds(), timedelta.max.total_seconds()
timedelta(1).days, timedelta(1).seconds, timedelta(1).microseconds
timedelta(1).hours
timedelta(1)**2
round(timedelta(1))
int(timedelta(1))
float(timedelta(1))
sum([timedelta(1), timedelta(2)], timedelta())
sum([timedelta(1), timedelta(2)])
max(timedelta(1), timedelta(2))
format(timedelta(1), "")
format(timedelta(1), ">10")
timedelta(days=1, hours=-25)
timedelta(0, 10**15)
timedelta(weeks=1, days=1, hours=1, minutes=1, seconds=1, milliseconds=1, microseconds=1)
timezone(1)
timezone(timedelta(1))
timezone(timedelta(hours=24))
timezone(timedelta(hours=-24))
timezone(timedelta(hours=23, minutes=59))
timezone(timedelta(0), 5)
timezone(timedelta(0), None)
timezone(timedelta(0), "UTC")
timezone(timedelta(0))
timezone(timedelta(0)) is timezone.utc
timezone(timedelta(hours=5, minutes=30)), str(timezone(timedelta(hours=5, minutes=30))), str(timezone(timedelta(hours=-5, minutes=-30))), str(timezone(timedelta(hours=1), "CET")), repr(timezone(timedelta(hours=1), "CET")), str(timezone(timedelta(seconds=3661))), str(timezone(timedelta(microseconds=-1))), str(timezone(timedelta(seconds=-1, microseconds=5)))
timezone(timedelta(0), ""), str(timezone(timedelta(0), ""))
timezone.utc.utcoffset(None), timezone.utc.tzname(None), timezone.utc.dst(None), timezone.utc.utcoffset(datetime(2020, 1, 1))
timezone.utc.utcoffset(5)
timezone.utc.tzname("a")
timezone.utc.dst("a")
timezone.utc.fromutc(5)
timezone.utc.fromutc(datetime(2020, 1, 1))
timezone.utc.fromutc(datetime(2020, 1, 1, tzinfo=UTC))
timezone(timedelta(hours=2)).fromutc(datetime(2020, 1, 1, tzinfo=timezone(timedelta(hours=2))))
timezone(timedelta(hours=2)) == timezone(timedelta(hours=2), "X"), timezone.utc == 1, timezone.utc != timezone(timedelta(1)/2)
timezone.utc < timezone.utc
tzinfo().utcoffset(None)
tzinfo().tzname(None)
tzinfo().dst(None)
tzinfo().fromutc(datetime(2020, 1, 1))
tzinfo().fromutc(5)
time(25)
time(1, 60)
time(1, 1, 60)
time(1, 1, 1, 10**6)
time(-1)
time("a")
time(1.0)
time(1, 2, 3, 4, 5)
time(1, fold=2)
time(1, fold=-1)
time(1, 2, 3, 4, None, fold=1)
time(), time(1), time(1, 2), time(1, 2, 3), time(1, 2, 3, 4), time(1, 2, 3, 4, UTC), time(fold=1)
str(time()), str(time(1, 2, 3, 4)), str(time(1, 2, 3, 400000)), str(time(1, tzinfo=UTC)), str(time(1, tzinfo=timezone(timedelta(seconds=-3661))))
[time(1, 2, 3, 4).isoformat(t) for t in ("auto", "hours", "minutes", "seconds", "milliseconds", "microseconds")]
time(1, 2, 3, 4).isoformat("foo")
time(1, 2, 3, 4).isoformat(5)
time(1, 2, 3, 4).isoformat(timespec="hours")
time(1)<time(2), time(1)==time(1), time(1)==1, time(1)==time(1, tzinfo=UTC)
time(1)<time(2, tzinfo=UTC)
time(1)<1
time(1, tzinfo=UTC)<time(1, tzinfo=timezone(timedelta(hours=1))), time(1, tzinfo=UTC)==time(2, tzinfo=timezone(timedelta(hours=1))), time(1, tzinfo=UTC)>time(1, tzinfo=UTC)
time(1)+timedelta(1)
time(1)-time(1)
bool(time(0))
time(1).replace(2), time(1).replace(minute=5), time(1, tzinfo=UTC).replace(tzinfo=None), time(1).replace(fold=1)
time(1).replace(25)
time(1).utcoffset(), time(1).dst(), time(1).tzname(), time(1, tzinfo=UTC).utcoffset(), time(1, tzinfo=UTC).tzname(), time(1, tzinfo=UTC).dst()
time(1, 2, 3, 4).strftime("%H:%M:%S.%f %Y-%m-%d %j %z %Z %p %a %c"), time(13, tzinfo=UTC).strftime("%I %p %z %Z %:z"), format(time(1, 2), "%H"), f"{time(1,2)}"
time.fromisoformat("04:23:01"), time.fromisoformat("T04:23:01"), time.fromisoformat("T042301"), time.fromisoformat("04:23:01.000384"), time.fromisoformat("04:23:01,000"), time.fromisoformat("04:23:01+04:00"), time.fromisoformat("04:23:01Z"), time.fromisoformat("04"), time.fromisoformat("04:23"), time.fromisoformat("0423"), time.fromisoformat("04:23:01.123456789"), time.fromisoformat("04:23:01.1"), time.fromisoformat("04:23:01.12+00:00"), time.fromisoformat("04:23:01.12-00:00:01.5")
time.fromisoformat("24:00")
time.fromisoformat("4:00")
time.fromisoformat("")
time.fromisoformat("T")
time.fromisoformat(5)
time.fromisoformat("04:23:")
time.fromisoformat("04:2301")
time.fromisoformat("04:23:01.")
time.fromisoformat("04:23:01+25:00")
time.fromisoformat("04:23:01+24:00")
time.fromisoformat("04:23:01+")
time.fromisoformat("04:23:01z")
time.fromisoformat("04:23:01 Z")
time.fromisoformat("04:60")
time.fromisoformat("04:23:01+01:60")
time.fromisoformat("04:23:01+0100"), time.fromisoformat("04:23:01+01"), time.fromisoformat("04:23:01+010203")
time.fromisoformat("12:30:45.123456+05:30:15.000001")
'''

DATETIMES = r'''
datetime(2020, 1, 1, 24)
datetime(2020, 1, 1, 0, 60)
datetime(2020, 1, 1, 0, 0, 60)
datetime(2020, 1, 1, 0, 0, 0, 10**6)
datetime(2020, 1, 1, 0, 0, 0, 0, 5)
datetime(2020, 1, 1, fold=2)
datetime(2020, 1, 1, tzinfo="UTC")
datetime(2020, 13, 1)
datetime(2020, 2, 30)
datetime(0, 1, 1)
datetime("a", 1, 1)
datetime(2020, 1, 1, "a")
datetime(2020, 1, 1, 1.5)
datetime(2020, 1, 1), datetime(2020, 1, 1, 1, 2), datetime(2020, 1, 1, 0, 0, 5), datetime(2020, 1, 1, 0, 0, 0, 7), datetime(2020, 1, 1, tzinfo=UTC), datetime(2020, 1, 1, fold=1), datetime(2020, 1, 1, 1, 2, 3, 4, UTC, fold=1)
str(datetime(2020, 1, 1)), str(datetime(2020, 1, 1, 1, 2, 3, 4)), str(datetime(2020, 1, 1, tzinfo=UTC)), str(datetime(20, 1, 1))
[datetime(2020, 1, 1, 1, 2, 3, 456789).isoformat(" ", t) for t in ("auto", "hours", "minutes", "seconds", "milliseconds", "microseconds")]
datetime(2020, 1, 1).isoformat("ab")
datetime(2020, 1, 1).isoformat("")
datetime(2020, 1, 1).isoformat(5)
datetime(2020, 1, 1).isoformat("é")
datetime(2020, 1, 1).isoformat(timespec="x")
datetime(2020, 1, 1).isoformat(sep=" ")
datetime(2020, 1, 1, tzinfo=timezone(timedelta(hours=-5, minutes=-30, seconds=-1, microseconds=-5))).isoformat()
datetime(2020, 1, 1)-datetime(2019, 12, 31, 23, 59, 59, 999999)
datetime(2020, 1, 1)-datetime(2020, 1, 1, tzinfo=UTC)
datetime(2020, 1, 1)<datetime(2020, 1, 1, tzinfo=UTC)
datetime(2020, 1, 1)==datetime(2020, 1, 1, tzinfo=UTC)
datetime(2020, 1, 1)<1
datetime(2020, 1, 1)=="a"
datetime(2020, 1, 1)+timedelta(hours=25), datetime(2020, 1, 1)-timedelta(microseconds=1), timedelta(1)+datetime(2020, 1, 1)
datetime(2020, 1, 1)+1
datetime(2020, 1, 1)-1
1-datetime(2020, 1, 1)
datetime(2020, 1, 1)+datetime(2020, 1, 1)
datetime.max+timedelta(microseconds=1)
datetime.min-timedelta(microseconds=1)
datetime(2020, 1, 1)+timedelta.max
datetime(2020, 1, 1, 12, tzinfo=UTC)-datetime(2020, 1, 1, 12, tzinfo=timezone(timedelta(hours=2)))
datetime(2020, 1, 1, 12, tzinfo=UTC)==datetime(2020, 1, 1, 14, tzinfo=timezone(timedelta(hours=2))), datetime(2020, 1, 1, 12, tzinfo=UTC)<datetime(2020, 1, 1, 13, tzinfo=timezone(timedelta(hours=2)))
datetime.combine(date(2020, 1, 1), time(1, 2)), datetime.combine(date(2020, 1, 1), time(1, 2, tzinfo=UTC)), datetime.combine(date(2020, 1, 1), time(1, 2, tzinfo=UTC), None), datetime.combine(datetime(2020, 1, 1, 5), time(1, 2), tzinfo=UTC)
datetime.combine(1, time())
datetime.combine(date(2020, 1, 1), 1)
datetime.combine(date(2020, 1, 1), time(), 5)
datetime(2020, 1, 1).replace(year=2021), datetime(2020, 1, 1).replace(2021, 2, 3, 4, 5, 6, 7, UTC), datetime(2020, 1, 1, tzinfo=UTC).replace(tzinfo=None), datetime(2020, 1, 1).replace(fold=1)
datetime(2020, 1, 1).replace(hour=24)
datetime(2020, 1, 1).replace(tzinfo=5)
datetime(2020, 1, 1).date(), datetime(2020, 1, 1, 5, tzinfo=UTC).time(), datetime(2020, 1, 1, 5, tzinfo=UTC).timetz(), datetime(2020, 1, 1, 5, fold=1).time()
datetime(2020, 1, 1).timetuple(), datetime(2020, 1, 1, tzinfo=UTC).timetuple(), datetime(2020, 1, 1, tzinfo=timezone(timedelta(hours=2))).utctimetuple(), datetime(2020, 1, 1).utctimetuple()
datetime(2020, 1, 1).timestamp(), datetime(2020, 1, 1, tzinfo=UTC).timestamp(), datetime(1, 1, 1, tzinfo=UTC).timestamp(), datetime(2020, 1, 1, 0, 0, 0, 123456, tzinfo=UTC).timestamp(), datetime(2020, 1, 1, 0, 0, 0, 123456).timestamp(), datetime.max.timestamp()
datetime.min.timestamp()
datetime.fromtimestamp(0), datetime.fromtimestamp(1.5), datetime.fromtimestamp(-1.5), datetime.fromtimestamp(0.0000005), datetime.fromtimestamp(0.0000015), datetime.fromtimestamp(1e9+0.9999999), datetime.fromtimestamp(0, UTC), datetime.fromtimestamp(0, tz=timezone(timedelta(hours=5)))
datetime.fromtimestamp(0, 5)
datetime.fromtimestamp("a")
datetime.fromtimestamp(None)
datetime.fromtimestamp(1e20)
datetime.fromtimestamp(1e12)
datetime.fromtimestamp(10**20)
datetime.fromtimestamp(10**12)
datetime.fromtimestamp(-10**12)
datetime.fromtimestamp(float("nan"))
datetime.fromtimestamp(float("inf"))
datetime.utcfromtimestamp(10**12)
datetime.utcfromtimestamp(10**18)
datetime.utcfromtimestamp(0), datetime.utcfromtimestamp(-0.1), datetime.utcfromtimestamp(253402300799), datetime.utcfromtimestamp(-62135596800)
datetime.utcfromtimestamp(253402300800)
datetime.utcfromtimestamp(-62135596801)
datetime.fromtimestamp(253402300800, UTC)
datetime.fromtimestamp(-62135596801, UTC)
datetime.utcfromtimestamp("a")
datetime.now(5)
datetime.fromordinal(5), datetime.fromisocalendar(2020, 1, 1)
datetime.strptime("2020-01-02", "%Y-%m-%d")
datetime.strptime("2020-01-02 x", "%Y-%m-%d")
datetime.strptime("2020-01", "%Y-%m-%d")
datetime.strptime("2020", "%Q")
datetime.strptime("2020", "%")
datetime.strptime("2020", "%Y%")
datetime.strptime("2020", 5)
datetime.strptime(5, "%Y")
datetime.strptime("2020-02-30", "%Y-%m-%d")
datetime.strptime("31/04/20", "%d/%m/%y")
datetime.strptime("366 2021", "%j %Y")
datetime.strptime("366 2020", "%j %Y")
datetime.strptime("12:30 PM", "%I:%M %p"), datetime.strptime("12:30 am", "%I:%M %p"), datetime.strptime("01:30 Pm", "%I:%M %p")
datetime.strptime("1.5", "%S.%f"), datetime.strptime("1.123456", "%S.%f")
datetime.strptime("1.1234567", "%S.%f")
datetime.strptime("+0530", "%z"), datetime.strptime("-05:30", "%z"), datetime.strptime("Z", "%z"), datetime.strptime("+05:30:15.123", "%z"), datetime.strptime("-053015", "%z")
datetime.strptime("+05:3015", "%z")
datetime.strptime("+25:00", "%z")
datetime.strptime("+05:60", "%z")
datetime.strptime("z", "%z")
datetime.strptime("UTC", "%Z"), datetime.strptime("GMT +0000", "%Z %z"), datetime.strptime("utc", "%Z")
datetime.strptime("EST", "%Z")
datetime.strptime("Mon Jan  5 10:11:12 2020", "%c"), datetime.strptime("01/05/20", "%x"), datetime.strptime("10:11:12", "%X"), datetime.strptime("monday january", "%A %B"), datetime.strptime("MON jAn", "%a %b")
datetime.strptime("2020 10 1", "%Y %U %w"), datetime.strptime("2020 10 1", "%Y %W %w"), datetime.strptime("2020 10 1", "%G %V %u"), datetime.strptime("2020 0 1", "%Y %W %w"), datetime.strptime("2020 0 6", "%Y %U %w"), datetime.strptime("2020 10", "%Y %U"), datetime.strptime("2020 53 7", "%G %V %u")
datetime.strptime("2021 53 7", "%G %V %u")
datetime.strptime("2020 10", "%G %V")
datetime.strptime("2020 10 1", "%Y %V %u")
datetime.strptime("2020", "%G")
datetime.strptime("10", "%V")
datetime.strptime("2020 5", "%G %j")
datetime.strptime("2020 5 3 100", "%G %V %u %j")
datetime.strptime("68", "%y"), datetime.strptime("69", "%y"), datetime.strptime("6 8", "%d %m"), datetime.strptime(" 6  8", "%d %m"), datetime.strptime("111", "%d%m"), datetime.strptime("1 1", "%d%m")
datetime.strptime("111", "%d%m%Y")
datetime.strptime("5%", "%d%%"), datetime.strptime("2020\t01", "%Y %m"), datetime.strptime("2020.01", "%Y.%m"), datetime.strptime("(2020)", "(%Y)"), datetime.strptime("[2020]*+?^$|\\", "[%Y]*+?^$|\\")
datetime.strptime("61", "%S")
datetime.strptime("60", "%S")
datetime.strptime("24", "%H")
datetime.strptime("13 PM", "%I %p")
datetime.strptime("", "")
datetime.strptime("", "%Y")
datetime.strptime("29 Feb", "%d %b")
datetime.strptime("Feb 30 2020", "%b %d %Y")
datetime.strptime("60", "%j"), datetime.strptime("60 2", "%j %m"), datetime.strptime("2020 60", "%Y %j"), datetime.strptime("2020 Mon", "%Y %a")
datetime.strptime("366", "%j")
datetime.strptime("٢٠٢٠", "%Y")
datetime.strptime("2020-01-01T00:00:00+00:00", "%Y-%m-%dT%H:%M:%S%z"), datetime.strptime("10 PM", "%H %p"), datetime.strptime("0", "%w")
datetime.strptime("12/31/99 23:59:59", "%D %T")
datetime.strptime("1 2020 1", "%U %Y %A")
datetime.fromisoformat("2020-01-02"), datetime.fromisoformat("2020-01-02T03"), datetime.fromisoformat("2020-01-02 03:04"), datetime.fromisoformat("2020-01-02x03:04:05"), datetime.fromisoformat("20200102T030405"), datetime.fromisoformat("2020-W01-2T03:04"), datetime.fromisoformat("2020W012T0304"), datetime.fromisoformat("2020-01-02T03:04:05.123Z"), datetime.fromisoformat("2020-01-02T03:04:05+05:30"), datetime.fromisoformat("2020-W01"), datetime.fromisoformat("2020-W01T03"), datetime.fromisoformat("2020W01T03"), datetime.fromisoformat("2020-01-02é03:04"), datetime.fromisoformat("2020010203"), datetime.fromisoformat("20200102 03")
datetime.fromisoformat("2020-01-02T")
datetime.fromisoformat("2020-01-02T25:00")
datetime.fromisoformat("2020-01-02T24:00")
datetime.fromisoformat("2020-13-02T24:00")
datetime.fromisoformat("2020-02-30T10:00")
datetime.fromisoformat("2020-01-02T10:00:00+30:00")
datetime.fromisoformat("2020-01-02T10:00:00+")
datetime.fromisoformat("2020-01")
datetime.fromisoformat("garbage")
datetime.fromisoformat("")
datetime.fromisoformat(5)
datetime.fromisoformat("2020-01-02T10:00:00 ")
datetime.fromisoformat(" 2020-01-02")
datetime.fromisoformat("2020-01-02T10:00:00+00:00").tzinfo is UTC, datetime.fromisoformat("2020-01-02T10:00:00Z").tzinfo is UTC, datetime.fromisoformat("2020-01-02T10:00:00-00:00").tzinfo is UTC
repr(datetime(2020, 1, 1, 12).astimezone().tzinfo)
datetime(2020, 1, 1, 12).astimezone(5)
datetime.min.replace(tzinfo=UTC).astimezone(timezone(timedelta(hours=-5)))
datetime(2020, 1, 1).utcoffset(), datetime(2020, 1, 1).tzname(), datetime(2020, 1, 1).dst(), datetime(2020, 1, 1, tzinfo=UTC).tzname()
datetime(2020, 1, 1).ctime(), datetime(2020, 1, 11, 13, 5).ctime()
datetime(2020, 1, 1, 13, 5, 6, 78).strftime("%Y-%m-%d %H:%M:%S.%f|%z|%Z|%I %p|%c|%x|%X|%G-%V-%u|%s|%:z|%%z|%-d|%_d|%05d|%E|%Ey|%Od"), datetime(2020, 1, 1, tzinfo=timezone(timedelta(hours=5, minutes=30, seconds=1, microseconds=7), "A%fB")).strftime("%z %Z %f")
datetime(2020, 1, 1, 13).strftime("%Y\0%d")
datetime(2020, 1, 1).weekday(), datetime(2020, 1, 1).isoweekday(), datetime(2020, 1, 1).toordinal(), datetime(2020, 1, 1).isocalendar()
datetime(2020, 1, 1) in [date(2020, 1, 1)]
type(datetime(2020, 1, 1)), date, timezone, tzinfo, timedelta, time
datetime(2020, 1, 1).today().tzinfo
datetime(2020, 1, 1, 0, 0, 0, 999999).isoformat(timespec="milliseconds")
'''

CLOCK = r'''
time.mktime((2020, 1, 1, 0, 0, 0, 0, 0, 0))
time.mktime((2020, 1, 1, 0, 0, 0, 0, 0, -1))
time.mktime((2020, 14, 40, 30, 61, 61, 0, 0, -1))
time.mktime(time.localtime(1e9))
time.mktime((2020, 1, 1))
time.mktime(5)
time.mktime("abcdefghi")
time.mktime(time.gmtime(1e9))
time.strptime("2020-01-02", "%Y-%m-%d")
time.strptime("30 Nov 00", "%d %b %y")
time.strptime("Mon Jan  5 10:11:12 2020")
time.strptime("+0100 UTC", "%z %Z").tm_gmtoff
time.strptime("+0100 UTC", "%z %Z").tm_zone
time.strptime("2020-01-02", "%Y-%m-%d").tm_gmtoff
time.strptime("x", "%Y")
time.strptime(5, "%Y")
time.gmtime(0).tm_zone, time.gmtime(0).tm_gmtoff, time.localtime(0).tm_zone, time.localtime(0).tm_gmtoff
time.struct_time((1, 2, 3, 4, 5, 6, 7, 8, 9))
time.struct_time((1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11))
time.struct_time((1, 2, 3, 4, 5, 6, 7, 8, 9, "X", 11)).tm_zone
time.struct_time((1, 2, 3, 4, 5, 6, 7, 8, 9)).tm_zone
time.struct_time((1, 2, 3))
time.struct_time(5)
time.struct_time(range(12))
time.gmtime(0) == time.gmtime(0), time.gmtime(0) < time.gmtime(1), time.gmtime(0) == (1970, 1, 1, 0, 0, 0, 3, 1, 0), hash(time.gmtime(0)) == hash((1970, 1, 1, 0, 0, 0, 3, 1, 0)), time.gmtime(0) != time.gmtime(1), time.gmtime(0) >= time.gmtime(1), (1970, ) < time.gmtime(0)
time.gmtime(0)[:3], time.gmtime(0)[-1], len(time.gmtime(0)), tuple(time.gmtime(0)), list(time.gmtime(0))
time.gmtime(0)[9]
time.gmtime("a")
time.gmtime(1e30)
time.gmtime(10**18)
time.gmtime(float("nan"))
time.strftime("%Y", (2020, 1, 1, 0, 0, 0, 0, 0, 0))
time.strftime("%j %a", (2020, 1, 1, 0, 0, 0, 0, 0, 0))
time.strftime("%c|%z|%Z|%s|%G|%V|%-d|%5Y|%_H|%^a|%#p", (2020, 1, 1, 0, 0, 0, 0, 1, 0))
time.strftime("%Y", (2020, 13, 1, 0, 0, 0, 0, 1, 0))
time.strftime("%Y", (2020, 1, 32, 0, 0, 0, 0, 1, 0))
time.strftime("%Y", (2020, 1, 1, 24, 0, 0, 0, 1, 0))
time.strftime("%Y", (2020, 1, 1, 0, 60, 0, 0, 1, 0))
time.strftime("%Y", (2020, 1, 1, 0, 0, 62, 0, 1, 0))
time.strftime("%Y", (2020, 1, 1, 0, 0, 0, -2, 1, 0))
time.strftime("%Y", (2020, 1, 1, 0, 0, 0, 7, 367, 0))
time.strftime("%m %d", (2020, 0, 0, 0, 0, 0, 0, 0, 0))
time.strftime("%Y", (2020, 1, 1))
time.strftime("%Y", 5)
time.strftime(5)
time.strftime("a\0b")
time.strftime("")
time.strftime("%Y", (-5, 1, 1, 0, 0, 0, 0, 1, 0))
time.strftime("%y %C", (-5, 1, 1, 0, 0, 0, 0, 1, 0))
time.strftime("%Y", (12345, 1, 1, 0, 0, 0, 0, 1, 0))
time.asctime((2020, 1, 1, 0, 0, 0, 0, 1, 0))
time.asctime((20, 1, 1, 0, 0, 0, 0, 1, 0))
time.asctime(5)
time.asctime((2020, 13, 1, 0, 0, 0, 0, 1, 0))
time.ctime(0), time.ctime(1e9), time.ctime(1.9)
time.ctime("a")
time.sleep(-1)
'''

CALENDARS = r'''
list(calendar.month_name), list(calendar.month_abbr), list(calendar.day_name), list(calendar.day_abbr)
type(calendar.month_name), calendar.month_name[1:3], calendar.day_name[-1], len(calendar.month_name), len(calendar.day_name)
calendar.month_name[13]
calendar.day_name[7]
calendar.month_name["a"]
"May" in calendar.month_name, list(calendar.month_abbr).index("Feb")
calendar.isleap(2000), calendar.isleap(1900), calendar.isleap(2024), calendar.isleap(0), calendar.isleap(-4)
calendar.isleap("a")
calendar.isleap(2024.0), calendar.isleap(None)
calendar.leapdays(2000, 2025), calendar.leapdays(1, 10), calendar.leapdays(2025, 2000)
calendar.weekday(2024, 2, 29), calendar.weekday(1, 1, 1), calendar.weekday(0, 1, 1), calendar.weekday(-5, 3, 1), calendar.weekday(12345, 1, 1)
calendar.weekday(2024, 13, 1)
calendar.weekday(2024, 2, 30)
calendar.weekday("a", 1, 1)
calendar.monthrange(2024, 2), calendar.monthrange(2023, 2), calendar.monthrange(1, 1), calendar.monthrange(0, 2)
calendar.monthrange(2024, 13)
calendar.monthrange(2024, 0)
calendar.monthrange(2024, "a")
calendar.monthcalendar(2024, 2)
calendar.monthcalendar(2024, 13)
calendar.month(2024, 2)
calendar.month(2024, 2, 3, 2)
calendar.month(2024, 13)
calendar.month(2024, 2, w=4)
calendar.calendar(2024)
calendar.calendar(2024, 3, 2, 4, 2)
calendar.calendar(2024, m=1)
calendar.calendar(2024, c=1, m=5)
calendar.week([(1,0),(2,1)], 2)
calendar.weekheader(2), calendar.weekheader(3), calendar.weekheader(9), calendar.weekheader(10), calendar.weekheader(1)
calendar.firstweekday()
calendar.setfirstweekday(7)
calendar.setfirstweekday(-1)
calendar.setfirstweekday("a")
calendar.setfirstweekday(6), calendar.firstweekday(), calendar.monthcalendar(2024, 2), calendar.month(2024, 2), calendar.setfirstweekday(0)
calendar.timegm((2024, 2, 29, 12, 30, 15)), calendar.timegm((1970, 1, 1, 0, 0, 0)), calendar.timegm((2024, 2, 29, 12, 30, 15, 0, 0, 0))
calendar.timegm(time.gmtime(1e9))
calendar.timegm((2024, 1, 1))
calendar.timegm((2024, 13, 1, 0, 0, 0))
calendar.timegm((1960, 1, 1, 0, 0, 0))
calendar.timegm((0, 1, 1, 0, 0, 0))
calendar.timegm((2024, 1, 1, 1.5, 0, 0))
calendar.timegm(5)
calendar.Calendar().firstweekday, calendar.Calendar(8).firstweekday, calendar.Calendar(-1).firstweekday, calendar.Calendar(6).getfirstweekday()
calendar.Calendar("a").firstweekday
list(calendar.Calendar(3).iterweekdays())
list(calendar.Calendar().itermonthdates(2024, 2))[:5]
list(calendar.Calendar().itermonthdates(1, 1))[:2]
list(calendar.Calendar(6).itermonthdates(1, 1))[:2]
list(calendar.Calendar().itermonthdates(9999, 12))[:2]
list(calendar.Calendar(6).itermonthdates(9999, 12))
list(calendar.Calendar(6).itermonthdays(9999, 12))
list(calendar.Calendar(6).itermonthdays3(9999, 12))[-3:]
list(calendar.Calendar(6).itermonthdays3(1, 1))[:3]
list(calendar.Calendar(6).itermonthdays4(1, 1))[:3]
list(calendar.Calendar(2).itermonthdays4(2024, 2))
list(calendar.Calendar(2).itermonthdays2(2024, 2))
list(calendar.Calendar().itermonthdays(2024, 13))
calendar.Calendar().monthdatescalendar(2024, 2)[0]
calendar.Calendar().monthdays2calendar(2024, 2)
calendar.Calendar(6).monthdayscalendar(2024, 2)
[len(r) for r in calendar.Calendar().yeardatescalendar(2024)], calendar.Calendar().yeardatescalendar(2024, 5)[1][0][0][0]
calendar.Calendar().yeardayscalendar(2024, 6)[1][5]
calendar.Calendar().yeardays2calendar(2024)[3][2][4]
calendar.TextCalendar().formatmonth(2024, 2)
calendar.TextCalendar(6).formatmonth(2024, 2, 4, 2)
calendar.TextCalendar().formatday(0, 1, 2), calendar.TextCalendar().formatday(5, 1, 2), calendar.TextCalendar().formatday(15, 1, 5)
calendar.TextCalendar().formatweek([(1, 0), (0, 1)], 3)
calendar.TextCalendar().formatweekday(2, 2), calendar.TextCalendar().formatweekday(2, 9), calendar.TextCalendar().formatweekday(2, 12)
calendar.TextCalendar().formatweekheader(3)
calendar.TextCalendar().formatmonthname(2024, 2, 20), calendar.TextCalendar().formatmonthname(2024, 2, 20, False), calendar.TextCalendar().formatmonthname(2024, 2, 5)
calendar.TextCalendar().formatyear(2024, m=4, w=3, l=2, c=2) 
calendar.TextCalendar().formatyear(2024, 0, 0, 0, 5)
calendar.HTMLCalendar().formatmonth(2024, 2)
calendar.HTMLCalendar(6).formatmonth(2024, 2, withyear=False)
calendar.HTMLCalendar().formatday(0, 1), calendar.HTMLCalendar().formatday(5, 1)
calendar.HTMLCalendar().formatweek([(1, 0), (0, 1)])
calendar.HTMLCalendar().formatweekday(3), calendar.HTMLCalendar().formatweekheader()
calendar.HTMLCalendar().formatmonthname(2024, 2), calendar.HTMLCalendar().formatmonthname(2024, 2, False)
calendar.HTMLCalendar().formatyear(2024, 5)
calendar.HTMLCalendar().formatyear(2024)
calendar.HTMLCalendar().formatyearpage(2024)[:300]
calendar.HTMLCalendar().formatyearpage(2024, css=None)[:300]
calendar.HTMLCalendar().formatyearpage(2024, 4, "x.css", "latin-1")[:300]
calendar.HTMLCalendar().formatyearpage(2024) == calendar.HTMLCalendar().formatyearpage(2024, 3)
calendar.MONDAY, calendar.SUNDAY, calendar.January, calendar.February, calendar.mdays, calendar.EPOCH, calendar.error
calendar.formatstring(["a", "b"]), calendar.formatstring(["a", "b"], 5, 2)
calendar.LocaleTextCalendar().formatmonth(2024, 2)
calendar.LocaleTextCalendar(6, "C").formatmonth(2024, 2)
calendar.LocaleHTMLCalendar(0, "C").formatmonth(2024, 2)[:200]
calendar.TextCalendar().prmonth(2024, 2), calendar.TextCalendar().pryear(2024, m=6), calendar.TextCalendar().prweek([(1, 0)], 3)
'''

YEARS = '''
import calendar
import random

rnd = random.Random(SEED)
for _ in range(40):
    year = rnd.choice((rnd.randint(1, 9999), rnd.randint(1900, 2100)))
    month = rnd.randint(1, 12)
    first = rnd.randint(0, 6)
    c = calendar.Calendar(first)
    print(year, month, calendar.isleap(year), calendar.monthrange(year, month), calendar.leapdays(year, year + 50), calendar.weekday(year, month, 28), c.monthdayscalendar(year, month))
    print(list(c.itermonthdays3(year, month))[:8], list(c.itermonthdays4(year, month))[-8:], list(c.itermonthdays2(year, month))[-8:])
    if 1 < year < 9999:
        print(c.monthdatescalendar(year, month)[0], [str(d) for d in c.itermonthdates(year, month)][-7:])
    t = calendar.TextCalendar(first)
    print(t.formatmonth(year, month, rnd.randint(0, 10), rnd.randint(0, 2)))
    print(t.formatyear(year, rnd.randint(0, 3), rnd.randint(0, 2), rnd.randint(0, 6), rnd.randint(1, 12)))
    print(calendar.timegm((year, month, rnd.randint(1, 28), rnd.randint(0, 23), rnd.randint(0, 59), rnd.randint(0, 59))))
    print(len(calendar.HTMLCalendar(first).formatyear(year, rnd.randint(0, 5))), calendar.HTMLCalendar(first).formatmonth(year, month)[-200:])
'''

# Every directive of strftime, with flags.
FORMATS = [f"%{flag}{c}" for c in "aAbBcCdDeFgGhHIjklmMnpPrRSTuUVwWxXyYzZs%fEOQ" for flag in ("", "-", "_", "0", "^", "#", "7", "E", "O", "-5", "_6", "^#")
           if not (c in "zZfEOQ" and flag)]

# Every directive of strptime with texts that fit and texts that do not.
PARSED = {
    "%d": "1 01 31 32 00 0 9x ' 5' 3".split(), "%m": "1 01 12 13 00 0 010".split(), "%Y": "2020 202 20201 0000 0001 9999".split(),
    "%y": "00 68 69 99 1 123".split(), "%H": "0 23 24 9 09 x".split(), "%I": "0 1 12 13 012".split(), "%M": "0 59 60 7".split(),
    "%S": "0 59 60 61 62".split(), "%f": "1 000001 1234567 x".split(), "%j": "1 001 365 366 367 000 0 60 1000".split(),
    "%U %w %Y": ["0 0 2021", "1 6 2020", "53 3 2020", "54 1 2020", "10 7 2020", "5 0 1999", "0 6 2017", "0 1 2017"],
    "%W %w %Y": ["0 0 2021", "1 6 2020", "53 3 2020", "0 1 2018", "1 1 2018", "5 0 1999"], "%W %a %Y": ["7 Mon 2024", "0 sun 2018", "7 Mo 2024"],
    "%G-W%V-%u": ["2020-W01-1", "2020-W53-7", "2021-W00-1", "2021-W54-1", "2021-W1-0", "9999-W52-5"], "%p": "AM pm Xm".split(),
    "%I %p": ["12 AM", "12 PM", "1 pm", "11 am"], "%H %p": ["13 PM", "1 PM"], "%a": "mon Tue Thursday x".split(), "%A": "Monday sunday Mon".split(),
    "%b": "Jan may MAY september x".split(), "%B": "May September Sep".split(), "%z": "+0100 -01:30 Z +1 +24:00 +01:30:15 +013015.5 -00:00 +0530:15 z ''".split(),
    "%Z": "UTC gmt XYZ ''".split(), "%Z%z": "UTC+0100 GMT-0000".split(), "%x": "01/02/03 1/2/3 13/1/99".split(), "%X": "1:2:3 10:20:30 25:0:0".split(),
    "%c": ["Sat Feb 29 12:00:01 2020", "Sat Feb 30 12:00:01 2020", "sat feb  9 1:2:3 2020"], "%d%m%Y": "01022020 112020 1122020 11122020".split(),
    "%Y%j": "2020060 2021366 202060".split(), "%%%d": "%5 5".split(), " %d  %m ": ["1 2", " 1 2 ", "  1\t2\n", "12"], "a%db": "A5B a5b a5".split(),
    "": ["", " ", "x"], "%": ["", "%"], "%q": ["x"], "%.": ["x"], "%d %": ["1"], "%-d": ["1"], "%e": ["1"], "%d.%m.%Y %H:%M": ["1.2.2020 3:4", "01.02.2020 03:04 "]}

LOOPS = '''
import datetime
import random
from datetime import date, timedelta, timezone

rnd = random.Random(SEED)
for _ in range(60):
    d = date.fromordinal(rnd.randint(1, 3652059))
    print(d, d.toordinal(), d.weekday(), tuple(d.isocalendar()), d.timetuple().tm_yday, hash(d), date.fromisocalendar(*d.isocalendar()) == d,
          d.strftime("%U %W %G %V %u %w %j %y %C %a %b"), d.isoformat() == str(date.fromisoformat(d.isoformat())), d.ctime())
for year in (1, 4, 100, 400, 1600, 1900, 1999, 2000, 2015, 2020, 2024, 2026, 9998, 9999):
    for d in (date(year, 1, 1), date(year, 2, 28), date(year, 3, 1), date(year, 12, 28), date(year, 12, 31)):
        try:
            after = d + timedelta(days=1)
        except OverflowError as e:
            after = e
        try:
            before = d - timedelta(days=1)
        except OverflowError as e:
            before = e
        print(d, before, after, d.isocalendar(), d.strftime("%U %W %G %V %j %A"), d.replace(day=1).toordinal())


def some_delta():
    return timedelta(rnd.randint(-400, 400), rnd.randint(-200000, 200000), rnd.randint(-3000000, 3000000))


for _ in range(60):
    a = some_delta()
    b = some_delta()
    n = rnd.randint(1, 50) * rnd.choice((1, -1))
    x = rnd.uniform(-9, 9)
    print(a, b, a + b, a - b, -a, abs(a), a * n, a // n, a / n, a * x, a / x, a // b, a / b, a % b, divmod(a, b)[0], a < b, hash(a), a.total_seconds(), repr(b))
for _ in range(60):
    try:
        print(repr(timedelta(rnd.uniform(-3, 3), rnd.uniform(-99, 99), rnd.uniform(-9, 9), rnd.uniform(-9, 9), rnd.uniform(-9, 9), rnd.uniform(-9, 9), rnd.uniform(-1, 1))),
              timedelta(seconds=rnd.randint(-9, 9) + rnd.choice((0.5, 0.25, 0.0000005, 0.0000015, 0.1234565))), timedelta(microseconds=rnd.randint(-9, 9) + 0.5))
    except OverflowError as e:
        print(e)
for _ in range(60):
    t = datetime.datetime(rnd.randint(1, 9999), rnd.randint(1, 12), rnd.randint(1, 28), rnd.randint(0, 23), rnd.randint(0, 59), rnd.randint(0, 59), rnd.choice((0, 5, 500000, 999999)))
    zone = timezone(timedelta(minutes=rnd.randint(-1439, 1439)))
    other = timezone(timedelta(seconds=rnd.randint(-86399, 86399)))
    u = t.replace(tzinfo=zone)
    try:
        print(t, t + some_delta(), t - some_delta(), hash(t), hash(u), u.astimezone(other), u == u.astimezone(other), u.timestamp(), u.utctimetuple(), t - datetime.datetime(2000, 1, 1))
    except OverflowError as e:
        print(e)
    for text in (t.isoformat(), u.isoformat(), u.isoformat(" ", "milliseconds"), u.astimezone(timezone.utc).isoformat() if 1 < t.year < 9999 else "", t.isoformat()[:-3]):
        try:
            print(repr(datetime.datetime.fromisoformat(text)))
        except ValueError as e:
            print(e)
    s = rnd.uniform(-1e9, 4e9)
    print(datetime.datetime.fromtimestamp(s), datetime.datetime.utcfromtimestamp(round(s, 3)), datetime.datetime.fromtimestamp(int(s), zone))
'''

ISO_TEXTS = '''
import datetime
import random

rnd = random.Random(SEED)
texts = ["2020-02-29T12:34:56.789012+01:30", "20200229T123456,789-013015", "2020-W09-6 12:34Z", "2020W096T12", "2020-02-29", "12:34:56.7", "T1234+00:00:01.5", "2020W09"]
for text in texts:
    for _ in range(40):
        i = rnd.randrange(len(text) + 1)
        other = text[:i] + rnd.choice("0123456789-:.,+ZTW x") + text[i + rnd.randint(0, 1):]
        if rnd.random() < 0.3:
            other = text[:i] + text[i + 1:]
        for cls in (datetime.date.fromisoformat, datetime.datetime.fromisoformat, datetime.time.fromisoformat):
            try:
                print(repr(other), repr(cls(other)))
            except ValueError as e:
                print(repr(other), e)
'''


def expressions(name, header, cases, chunk=CHUNK):
    for number, start in enumerate(range(0, len(cases), chunk), 1):
        lines = ["# Generated by tests/generate_dates.py.", "# variants: dev leak", "# types: dynamic", *header]
        for k, case in enumerate(cases[start:start + chunk]):
            lines += ["try:", f"    print({k}, {case})", "except Exception as e:", f"    print({k}, type(e).__name__, e)"]
        (FOLDER / f"dates_{name}_{number:02}.py").write_text("\n".join(lines) + "\n")


def program(name, text):
    (FOLDER / f"dates_{name}.py").write_text("# Generated by tests/generate_dates.py.\n# variants: dev leak\n# types: dynamic\n" + text.strip() + "\n")


def formats():
    lines = ["import time", "from datetime import date, datetime, timedelta, timezone", "",
             "moments = (datetime(2024, 2, 29, 0, 5, 9, 42), datetime(999, 12, 30, 23, 59, 59, tzinfo=timezone(timedelta(hours=-3, minutes=-30), 'Nst')))"]
    for start in range(0, len(FORMATS), 24):
        lines += [f"for f in {FORMATS[start:start + 24]!r}:", "    print(f, *[repr(t.strftime(f)) for t in moments], repr(date(2021, 1, 3).strftime(f)))",
                  "    print(repr(time.strftime(f, (2019, 12, 30, 13, 0, 61, 0, 364, 0))))"]
    program("formats", "\n".join(lines))


def parsed():
    pairs = [(t.strip("'"), f) for f, texts in PARSED.items() for t in texts]
    program("parsed", "from datetime import datetime\nimport time\n\nfor text, format in " + repr(pairs) + """:
    try:
        print(repr(text), repr(format), repr(datetime.strptime(text, format)))
    except ValueError as e:
        print(repr(text), repr(format), e)
    try:
        print(time.strptime(text, format))
    except ValueError as e:
        print(e)
""")


def main():
    expressions("date", ["import math", "from datetime import *"], DATES.strip().splitlines())
    expressions("delta_time", ["from datetime import *"], DELTAS_AND_TIMES.strip().splitlines())
    expressions("datetime", ["from datetime import *"], DATETIMES.strip().splitlines())
    expressions("clock", ["import time"], CLOCK.strip().splitlines())
    expressions("calendar", ["import calendar", "import time"], CALENDARS.strip().splitlines())
    program("years", YEARS.replace("SEED", "3"))
    formats()
    parsed()
    for seed in (1, 2):
        program(f"loops_{seed:02}", LOOPS.replace("SEED", str(seed)))
        program(f"iso_texts_{seed:02}", ISO_TEXTS.replace("SEED", str(seed)))


if __name__ == "__main__":
    main()
