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
