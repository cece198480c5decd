#!/usr/bin/env python3
"""Summarises access logs of a web server.

Reads log files in the combined format (or standard input) and prints how many requests there were per
status, host, path and hour, which hosts look suspicious, and which lines could not be read.
"""
import argparse
import collections
import datetime
import re
import sys

LINE = re.compile(
    r"""
    (?P<host>\S+)\s+
    (?P<identity>\S+)\s+
    (?P<user>\S+)\s+
    \[(?P<time>[^\]]+)\]\s+
    "(?P<request>[^"]*)"\s+
    (?P<status>\d{3})\s+
    (?P<size>\d+|-)
    (?:\s+"(?P<referrer>[^"]*)"\s+"(?P<agent>[^"]*)")?
    \s*$
    """,
    re.VERBOSE,
)
REQUEST = re.compile(r"^([A-Z]+) (\S+)(?: HTTP/(\d\.\d))?$")
TIME_FORMAT = "%d/%b/%Y:%H:%M:%S %z"
CLASSES = {1: "informational", 2: "success", 3: "redirection", 4: "client error", 5: "server error"}
BROWSERS = [
    ("bot", re.compile(r"bot|crawler|spider", re.I)),
    ("curl", re.compile(r"^curl/")),
    ("Firefox", re.compile(r"Firefox/(\d+)")),
    ("Chrome", re.compile(r"Chrome/(\d+)")),
    ("Safari", re.compile(r"Version/(\d+).*Safari/")),
]


class LogError(Exception):
    """A line that is not in the expected format."""

    def __init__(self, source, number, reason):
        super().__init__(f"{source}:{number}: {reason}")
        self.source = source
        self.number = number
        self.reason = reason


Entry = collections.namedtuple("Entry", "host user time method path protocol status size referrer agent")


def parse_line(line, source, number):
    match = LINE.match(line)
    if match is None:
        raise LogError(source, number, "not a log line")
    fields = match.groupdict()
    try:
        time = datetime.datetime.strptime(fields["time"], TIME_FORMAT)
    except ValueError as error:
        raise LogError(source, number, str(error)) from error
    request = REQUEST.match(fields["request"])
    if not request:
        raise LogError(source, number, f"bad request {fields['request']!r}")
    method, target, protocol = request.groups()
    path, _, _query = target.partition("?")
    return Entry(
        host=fields["host"],
        user=None if fields["user"] == "-" else fields["user"],
        time=time,
        method=method,
        path=path,
        protocol=protocol or "0.9",
        status=int(fields["status"]),
        size=0 if fields["size"] == "-" else int(fields["size"]),
        referrer=fields["referrer"],
        agent=fields["agent"],
    )


def read_entries(lines, source, errors):
    """Yields the entries of a log; lines that cannot be read go to the list `errors`."""
    for number, line in enumerate(lines, start=1):
        line = line.strip()
        if not line or line.startswith("#"):
            continue
        try:
            yield parse_line(line, source, number)
        except LogError as error:
            errors.append(error)


def browser(agent):
    if not agent or agent == "-":
        return "unknown"
    for name, pattern in BROWSERS:
        match = pattern.search(agent)
        if match:
            return f"{name} {match[1]}" if match.re.groups else name
    return "other"


def human_size(size):
    for unit in ("B", "KiB", "MiB", "GiB"):
        if size < 1024 or unit == "GiB":
            return f"{size:.1f} {unit}" if unit != "B" else f"{size} B"
        size /= 1024


class Statistics:
    def __init__(self):
        self.requests = 0
        self.bytes = 0
        self.statuses = collections.Counter()
        self.methods = collections.Counter()
        self.hosts = collections.Counter()
        self.paths = collections.Counter()
        self.browsers = collections.Counter()
        self.hours = collections.defaultdict(int)
        self.errors_of_host = collections.defaultdict(list)
        self.users = set()
        self.first = self.last = None

    def add(self, entry):
        self.requests += 1
        self.bytes += entry.size
        self.statuses[entry.status] += 1
        self.methods[entry.method] += 1
        self.hosts[entry.host] += 1
        self.paths[entry.path] += 1
        self.browsers[browser(entry.agent)] += 1
        hour = entry.time.astimezone(datetime.timezone.utc).replace(minute=0, second=0)
        self.hours[hour] += 1
        if entry.status >= 400:
            self.errors_of_host[entry.host].append(entry)
        if entry.user:
            self.users.add(entry.user)
        if self.first is None or entry.time < self.first:
            self.first = entry.time
        if self.last is None or entry.time > self.last:
            self.last = entry.time

    @property
    def duration(self):
        if self.first is None:
            return datetime.timedelta(0)
        return self.last - self.first

    def suspicious(self, limit):
        """Hosts with at least `limit` failed requests, the worst first."""
        found = [(host, entries) for host, entries in self.errors_of_host.items() if len(entries) >= limit]
        found.sort(key=lambda item: (-len(item[1]), item[0]))
        return found


def ranking(counter, top):
    return sorted(counter.items(), key=lambda item: (-item[1], str(item[0])))[:top]


def heading(title):
    print()
    print(title)
    print("-" * len(title))


def print_ranking(title, counter, top, total):
    heading(title)
    items = ranking(counter, top)
    width = max(len(str(key)) for key, _ in items)
    for key, count in items:
        print(f"{key!s:<{width}}  {count:>5}  {count / total:>6.1%}")
    rest = len(counter) - len(items)
    if rest:
        print(f"... and {rest} more")


def print_hours(hours):
    heading("Requests per hour (UTC)")
    most = max(hours.values())
    day = None
    for hour in sorted(hours):
        if hour.date() != day:
            day = hour.date()
            print(f"{day:%A, %d %B %Y}")
        bar = "#" * max(1, round(hours[hour] / most * 30))
        print(f"  {hour:%H:%M}  {hours[hour]:>4}  {bar}")


def print_report(statistics, options):
    print(f"{statistics.requests} requests, {human_size(statistics.bytes)} in {statistics.duration}")
    print(f"from {statistics.first.isoformat()} to {statistics.last.isoformat()}")
    if statistics.users:
        print(f"users: {', '.join(sorted(statistics.users))}")
    heading("Status")
    classes = collections.Counter()
    for status, count in sorted(statistics.statuses.items()):
        print(f"{status}  {count:>5}")
        classes[status // 100] += count
    print("; ".join(f"{count} {CLASSES.get(number, 'unknown')}" for number, count in sorted(classes.items())))
    print_ranking("Methods", statistics.methods, options.top, statistics.requests)
    print_ranking("Hosts", statistics.hosts, options.top, statistics.requests)
    print_ranking("Paths", statistics.paths, options.top, statistics.requests)
    print_ranking("Browsers", statistics.browsers, options.top, statistics.requests)
    print_hours(statistics.hours)
    suspicious = statistics.suspicious(options.suspicious)
    if suspicious:
        heading(f"Hosts with {options.suspicious} or more failed requests")
        for host, entries in suspicious:
            print(f"{host}:")
            for status, group in group_by_status(entries):
                paths = sorted({entry.path for entry in group})
                print(f"  {status}: {', '.join(paths)}")


def group_by_status(entries):
    groups = {}
    for entry in entries:
        groups.setdefault(entry.status, []).append(entry)
    return sorted(groups.items())


def parse_date(text):
    try:
        return datetime.date.fromisoformat(text)
    except ValueError:
        raise argparse.ArgumentTypeError(f"not a date: {text!r}") from None


def positive(text):
    number = int(text)
    if number <= 0:
        raise argparse.ArgumentTypeError(f"{number} is not positive")
    return number


def make_filter(options):
    tests = []
    if options.status:
        wanted = set()
        for status in options.status:
            wanted |= set(range(int(status[0]) * 100, int(status[0]) * 100 + 100)) if "x" in status else {int(status)}
        tests.append(lambda entry: entry.status in wanted)
    if options.since:
        tests.append(lambda entry: entry.time.date() >= options.since)
    if options.until:
        tests.append(lambda entry: entry.time.date() <= options.until)
    if options.path:
        pattern = re.compile(options.path)
        tests.append(lambda entry: pattern.search(entry.path))
    return lambda entry: all(test(entry) for test in tests)


def status_argument(text):
    if not re.fullmatch(r"[1-5](?:xx|\d\d)", text):
        raise argparse.ArgumentTypeError(f"{text!r} is neither a status nor a class like 4xx")
    return text


def parse_arguments(argv=None):
    parser = argparse.ArgumentParser(prog="loganalyser", description=__doc__.splitlines()[0])
    parser.add_argument("files", nargs="*", metavar="FILE", help="log files; standard input if there are none")
    parser.add_argument("-n", "--top", type=positive, default=5, help="length of the rankings (default: %(default)s)")
    parser.add_argument("--since", type=parse_date, metavar="DATE")
    parser.add_argument("--until", type=parse_date, metavar="DATE")
    parser.add_argument("--status", action="append", type=status_argument, help="only this status, or a class: 4xx")
    parser.add_argument("--path", metavar="REGEX", help="only paths that match")
    parser.add_argument("--suspicious", type=positive, default=3, metavar="N")
    group = parser.add_mutually_exclusive_group()
    group.add_argument("-q", "--quiet", action="store_true", help="do not list unreadable lines")
    group.add_argument("--strict", action="store_true", help="stop at the first unreadable line")
    options = parser.parse_args(argv)
    if options.since and options.until and options.since > options.until:
        parser.error("--since is later than --until")
    return options


def main():
    options = parse_arguments()
    try:
        accept = make_filter(options)
    except re.error as error:
        print(f"loganalyser: bad pattern: {error}", file=sys.stderr)
        return 2
    statistics = Statistics()
    errors = []
    for name in options.files or ["-"]:
        try:
            if name == "-":
                for entry in filter(accept, read_entries(sys.stdin, "<stdin>", errors)):
                    statistics.add(entry)
            else:
                with open(name, encoding="utf-8") as file:
                    for entry in filter(accept, read_entries(file, name, errors)):
                        statistics.add(entry)
        except OSError as error:
            print(f"loganalyser: {name}: {error.strerror}", file=sys.stderr)
            return 1
        if errors and options.strict:
            raise errors[0]
    if statistics.requests:
        print_report(statistics, options)
    else:
        print("no requests")
    if errors and not options.quiet:
        print(file=sys.stderr)
        print(f"{len(errors)} unreadable line{'s' if len(errors) > 1 else ''}:", file=sys.stderr)
        for error in errors:
            print(f"  {error}", file=sys.stderr)
    return 0


if __name__ == "__main__":
    sys.exit(main())
