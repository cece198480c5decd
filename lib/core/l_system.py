# What the modules of lib/std need from the runtime.


def _atexit_failed(name, error):
    file = _sys_stream(2)
    file.write("Exception ignored in atexit callback: " + name + "\n")
    _rt.exc_print(error)


def _real(x):
    if isinstance(x, float):
        return x
    if isinstance(x, int):
        return _k.f64(x)
    if _k.has_method(x, "__float__"):
        return x.__float__()
    if _k.has_method(x, "__index__"):
        return _k.f64(_as_index(x))
    _k.type_error("must be real number, not " + _k.type_name(x))


def _math_sqrt(x):
    return _rt.math_sqrt(_real(x))


def _math_exp(x):
    return _rt.math_exp(_real(x))


def _math_exp2(x):
    return _rt.math_exp2(_real(x))


def _math_expm1(x):
    return _rt.math_expm1(_real(x))


def _math_log1p(x):
    return _rt.math_log1p(_real(x))


def _math_sin(x):
    return _rt.math_sin(_real(x))


def _math_cos(x):
    return _rt.math_cos(_real(x))


def _math_tan(x):
    return _rt.math_tan(_real(x))


def _math_asin(x):
    return _rt.math_asin(_real(x))


def _math_acos(x):
    return _rt.math_acos(_real(x))


def _math_atan(x):
    return _rt.math_atan(_real(x))


def _math_sinh(x):
    return _rt.math_sinh(_real(x))


def _math_cosh(x):
    return _rt.math_cosh(_real(x))


def _math_tanh(x):
    return _rt.math_tanh(_real(x))


def _math_asinh(x):
    return _rt.math_asinh(_real(x))


def _math_acosh(x):
    return _rt.math_acosh(_real(x))


def _math_atanh(x):
    return _rt.math_atanh(_real(x))


def _math_erf(x):
    return _rt.math_erf(_real(x))


def _math_erfc(x):
    return _rt.math_erfc(_real(x))


def _math_gamma(x):
    return _rt.math_gamma(_real(x))


def _math_lgamma(x):
    return _rt.math_lgamma(_real(x))


def _math_cbrt(x):
    return _rt.math_cbrt(_real(x))


def _math_fabs(x):
    return _rt.math_fabs(_real(x))


def _math_ulp(x):
    return _rt.math_ulp(_real(x))


def _math_pow(x, y):
    return _rt.math_pow(_real(x), _real(y))


def _math_atan2(x, y):
    return _rt.math_atan2(_real(x), _real(y))


def _math_fmod(x, y):
    return _rt.math_fmod(_real(x), _real(y))


def _math_remainder(x, y):
    return _rt.math_remainder(_real(x), _real(y))


def _math_copysign(x, y):
    return _rt.math_copysign(_real(x), _real(y))


def _math_nextafter(x, y):
    return _rt.math_nextafter(_real(x), _real(y))


def _math_log(x):
    if isinstance(x, int):
        return _rt.math_log_int(x)
    return _rt.math_log(_real(x))


def _math_log2(x):
    if isinstance(x, int):
        return _rt.math_log2_int(x)
    return _rt.math_log2(_real(x))


def _math_log10(x):
    if isinstance(x, int):
        return _rt.math_log10_int(x)
    return _rt.math_log10(_real(x))


def _math_isqrt(n):
    return _rt.int_isqrt(n)


def _math_factorial(n):
    return _rt.math_factorial(n)


def _math_comb(n, k):
    return _rt.math_comb(n, k)


def _math_perm(n, k):
    return _rt.math_perm(n, k)


def _math_gcd(a, b):
    return _rt.int_gcd(a, b)


def _math_hypot(x, y):
    return _rt.math_hypot(_real(x), _real(y))


def _math_ldexp(x, i):
    return _rt.math_ldexp(_real(x), i)


def _time_ns():
    return _k.to_int(_rt.time_ns())


def _monotonic_ns():
    return _k.to_int(_rt.monotonic_ns())


def _perf_counter_ns():
    return _k.to_int(_rt.perf_counter_ns())


def _process_time_ns():
    return _k.to_int(_rt.process_time_ns())


def _sleep_ns(n):
    while _rt.sleep_ns(_k.index(n)) == -5005:
        _rt.check_interrupt()


def _os_check(code, path):
    if code < 0:
        raise _os_error(-code, path)


def _os_getcwd():
    path = _rt.os_getcwd()
    return "" if path is None else path


def _os_getenv(name):
    return _rt.os_getenv(name)


def _os_environ():
    # The variables as the process was given them, as CPython reads them: the first of a name counts.
    out = {}
    i = _k.i64(0)
    n = _rt.environ_len()
    while i < n:
        text = _rt.environ_at(i)
        at = text.find("=")
        if at > 0:
            out.setdefault(text[:at], text[at + 1:])
        i = i + 1
    return out


def _os_setenv(name, value):
    _os_check(_rt.os_setenv(name, value), None)


def _os_unsetenv(name):
    _os_check(_rt.os_unsetenv(name), None)


def _os_remove(path):
    _os_check(_rt.os_unlink(path), path)


def _os_mkdir(path, mode):
    _os_check(_rt.os_mkdir(path, _k.index(mode)), path)


def _os_rmdir(path):
    _os_check(_rt.os_rmdir(path), path)


def _os_kind(path):
    # The type bits of the file's mode; 0 if it does not exist.
    out = _k.buf_new_i64(16)
    code = _rt.os_stat(path, True, out)
    kind = _k.buf_get(out, 0) & 61440
    _k.buf_free(out, 16)
    return 0 if code < 0 else _k.to_int(kind)


def _math_frexp(x):
    out = _k.buf_new_i64(1)
    mantissa = _rt.math_frexp(_real(x), out)
    exponent = _k.to_int(_k.buf_get(out, 0))
    _k.buf_free(out, 1)
    return (mantissa, exponent)


def _math_modf(x):
    out = _k.buf_new(1)
    _k.buf_init(out, 0, 0.0)
    fraction = _rt.math_modf(_real(x), out)
    whole = _k.buf_get(out, 0)
    _k.buf_free(out, 1)
    return (fraction, whole)


def _reals(items):
    # The floats of an iterable, in one buffer.
    out = []
    for x in items:
        out.append(_real(x))
    return out


def _math_fsum(items):
    numbers = _reals(items)
    return _rt.math_fsum(numbers._buf, numbers._len)


def _math_norm(items):
    numbers = _reals(items)
    return _rt.math_hypot_n(numbers._buf, numbers._len)


def _math_dist(p, q):
    gaps = _reals(p)
    others = _reals(q)
    if gaps._len != others._len:
        raise ValueError("both points must have the same number of dimensions")
    i = _k.i64(0)
    while i < gaps._len:
        _k.buf_init(gaps._buf, i, _k.buf_get(gaps._buf, i) - _k.buf_get(others._buf, i))
        i = i + 1
    return _rt.math_hypot_n(gaps._buf, gaps._len)


def _os_urandom(n):
    count = _ssize(n)
    if count < 0:
        raise ValueError("negative argument not allowed")
    buf = _k.buf_new_i8(count)
    code = _rt.os_urandom(buf, count)
    out = _rt.bytes_from_buffer(buf, count)
    _k.buf_free(buf, count)
    if code < 0:
        raise _os_error(-code, None)
    return out


def _sys_int_digits():
    return _k.to_int(_rt.int_get_max_str_digits())


def _sys_set_int_digits(n):
    _rt.int_set_max_str_digits(_k.index(n))


def _sys_size(x):
    # The bytes that CPython 3.11 needs for the value itself.
    if x is None:
        return 16
    if isinstance(x, int):
        digits = (x.bit_length() + 29) // 30
        return 24 + 4 * digits
    if isinstance(x, float):
        return 24
    if isinstance(x, str):
        n = _k.to_int(_rt.str_len(x))
        kind = _rt.str_kind(x)
        if _rt.str_isascii(x):
            return 49 + n
        if kind == 1:
            return 73 + n
        return 74 + 2 * n if kind == 2 else 76 + 4 * n
    if isinstance(x, bytes):
        return 33 + len(x)
    if isinstance(x, tuple):
        return 40 + 8 * len(x)
    if isinstance(x, list):
        return 56 + 8 * _k.to_int(x._cap)
    if isinstance(x, dict):
        return 64 if x._slots == 0 else 64 + _k.to_int(x._slots >> 1 if x._slots > 64 else x._slots) + 24 * _k.to_int(x._cap)
    if isinstance(x, set) or isinstance(x, frozenset):
        return 216 if x._slots <= 8 else 216 + 16 * _k.to_int(x._slots)
    return 48


def _gc_collect():
    return _k.to_int(_rt.collect_cycles())


def _gc_enable(on):
    _rt.gc_set_enabled(on)


def _gc_enabled():
    return _rt.gc_enabled()


def _os_names(path):
    text = _rt.os_names(path)
    if text is None:
        raise _os_error(_rt.os_errno(), path)
    names = text.split("/")
    names.pop()
    return names


def _os_rename(src, dst):
    _os_check(_rt.os_rename(src, dst), src)


def _os_chdir(path):
    _os_check(_rt.os_chdir(path), path)


def _os_chmod(path, mode):
    _os_check(_rt.os_chmod(path, _k.index(mode)), path)


def _os_access(path, mode):
    return _rt.os_access(path, _k.index(mode)) == 0


def _os_pid():
    return _k.to_int(_rt.os_getpid())


def _os_parent():
    return _k.to_int(_rt.os_getppid())


def _os_processors():
    return _k.to_int(_rt.os_cpu_count())


def _os_leave(status):
    _rt.os_exit(_k.index(status))


def _os_stat(path, follow):
    # The fields of struct stat that the runtime fills in; raises OSError.
    out = _k.buf_new_i64(16)
    code = _rt.os_stat(path, follow, out)
    fields = []
    i = _k.i64(0)
    while i < 13:
        fields.append(_k.to_int(_k.buf_get(out, i)))
        i = i + 1
    _k.buf_free(out, 16)
    _os_check(code, path)
    return fields


def _time_parts(seconds, local):
    # Year, month, day, hour, minute, second, weekday, day of the year, daylight saving, offset.
    out = _k.buf_new_i64(16)
    if local:
        code = _rt.localtime(_k.index(seconds), out)
    else:
        code = _rt.gmtime(_k.index(seconds), out)
    parts = []
    i = _k.i64(0)
    while i < 10:
        parts.append(_k.to_int(_k.buf_get(out, i)))
        i = i + 1
    _k.buf_free(out, 16)
    if code < 0:
        raise _os_error(-code, None)
    return parts


def _time_zone(daylight):
    return _rt.time_zone_name(daylight)


def _time_zone_at(seconds):
    return _rt.time_zone_at(_k.index(seconds))


def _json_encode(x, encode, out, style, depth, default):
    encode(x, out, style, depth, default)
