"""Work for the library's modules: tasks.py prints how long each task takes, and what it gives as a check."""
import csv
import datetime
import hashlib
import heapq
import io
import json
import random
import re
import time
from decimal import Decimal


def records(count):
    rows = []
    for i in range(count):
        rows.append({"id": i, "name": "user %d" % i, "email": "user%d@example.com" % i, "score": i * 1.37,
                     "tags": ["a", "bb", "ccc\n"], "active": i % 2 == 0, "none": None,
                     "nested": {"x": [1, 2, 3.5], "text": "h\u00e9llo \u4e16\u754c"}})
    return rows


ROWS = records(20000)
TEXT = json.dumps(ROWS)
LOG = "".join("2024-03-%02d 12:%02d:07 host%d app[%d]: GET /page/%d?x=%d HTTP/1.1 %d\n" % (
    i % 28 + 1, i % 60, i % 7, i, i % 300, i, 200 if i % 9 else 404) for i in range(60000))
TABLE = "".join('%d,"name, %d",%.2f,plain text\r\n' % (i, i, i / 7) for i in range(60000))
DATA = bytes(range(256)) * 40000


def json_dumps():
    return len(json.dumps(ROWS))


def json_loads():
    return len(json.loads(TEXT))


def re_findall():
    return len(re.findall(r"(\d+-\d+-\d+) (\S+) (\w+) \w+\[(\d+)\]: GET (\S+) HTTP/1\.1 404", LOG))


def re_lines():
    pattern = re.compile(r"GET /page/(\d+)")
    total = 0
    for line in LOG.splitlines():
        found = pattern.search(line)
        if found is not None:
            total += int(found.group(1))
    return total


def csv_read():
    total = 0
    for row in csv.reader(io.StringIO(TABLE, newline="")):
        total += len(row[1])
    return total


def csv_write():
    out = io.StringIO(newline="")
    writer = csv.writer(out)
    for i in range(60000):
        writer.writerow([i, "a, b", i / 4, "text"])
    return len(out.getvalue())


def datetimes():
    total = 0
    day = datetime.datetime(2024, 1, 1, 12, 30)
    step = datetime.timedelta(minutes=17)
    for _ in range(30000):
        day += step
        total += datetime.datetime.fromisoformat(day.isoformat()).minute
    return total


def strftimes():
    day = datetime.datetime(2024, 1, 1, 12, 30)
    total = 0
    for i in range(10000):
        total += datetime.datetime.strptime(day.strftime("%Y-%m-%d %H:%M:%S"), "%Y-%m-%d %H:%M:%S").hour
    return total


def sha256():
    return hashlib.sha256(DATA).hexdigest()[:8]


def randoms():
    generator = random.Random(5)
    total = 0
    for _ in range(300000):
        total += generator.randrange(1000)
    for _ in range(300000):
        total += int(generator.random() * 10)
    return total


def heap():
    generator = random.Random(7)
    items = []
    for _ in range(200000):
        heapq.heappush(items, generator.random())
    total = 0.0
    while items:
        total = heapq.heappop(items) - total
    return round(total, 6)


def decimals():
    total = Decimal(0)
    for i in range(1, 60001):
        total += Decimal(i) / Decimal(7) * Decimal("1.05")
    return str(total)[:12]


TASKS = [json_dumps, json_loads, re_findall, re_lines, csv_read, csv_write, datetimes, strftimes, sha256, randoms, heap, decimals]


def main():
    for task in TASKS:
        start = time.perf_counter()
        result = task()
        print(task.__name__, time.perf_counter() - start, result)


main()
