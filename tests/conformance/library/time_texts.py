# gmtime, strftime, asctime.
import time
t = time.gmtime(1700000000)
print(time.strftime("%Y-%m-%d %H:%M:%S %a %A %b %B %j %p %I %y %U %W %w %u %e %% %D %F %T %c %x %X", t), t.tm_mday, tuple(t), t)
print(time.asctime(time.gmtime(0)), time.gmtime(86400.7).tm_mday, time.strftime("%d/%m", time.gmtime(951782400)))
for n in (0, 315532800, 1704067199, 1709164800): print(time.strftime("%U %W %j %c", time.gmtime(n)))
