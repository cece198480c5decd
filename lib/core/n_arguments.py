# What calls with *sequences of unknown length and **mappings do at run time. The compiler calls these.


# Keywords that are only looked at, as a dict (lower/keywords.cpp).
def _kwargs_dict(**keywords):
    return {} if keywords is None else keywords


def _args_start():
    return []


def _args_add(items, x):
    items.append(x)
    return items


def _args_extend(items, iterable, complaint):
    items.extend(_k.copy_each_type(_starred, iterable, complaint))
    return items


# What stands behind a star in a display of a list or tuple.
def _starred_item(iterable):
    return _k.copy_each_type(_starred, iterable, "Value after * must be an iterable, not ")


def _starred(iterable, complaint):
    if not _k.has_method(iterable, "__iter__") and not _k.has_method(iterable, "__getitem__"):
        _k.type_error(complaint + _k.type_name(iterable))
    return iterable


def _missing(function, kind, names):
    n = len(names)
    if n == 1:
        text = f"'{names[0]}'"
    elif n == 2:
        text = f"'{names[0]}' and '{names[1]}'"
    else:
        text = ""
        for k in range(n - 1):
            text = text + f"'{names[k]}', "
        text = text + f"and '{names[n - 1]}'"
    raise TypeError(f"{function} missing {n} required {kind} argument{'s' if n != 1 else ''}: {text}")


# `given` parameters are bound already, `open` ones are to come from items; `wanted` of them have no default.
def _args_check(items, given, open, wanted, variadic, required, function):
    n = len(items)
    if n > open and not variadic:
        most = given + open
        least = required
        takes = f"{most}" if least == most else f"from {least} to {most}"
        plural = "" if most == 1 and least == most else "s"
        total = given + n
        raise TypeError(f"{function} takes {takes} positional argument{plural} but {total} {'was' if total == 1 else 'were'} given")
    if wanted:
        names = wanted.split(",")
        if n < len(names):
            _missing(function, "positional", names[n:])


# As _args_check, with the texts of a builtin for too few (0, 1 … arguments) and too many (one, two … too many) of them.
def _args_check_builtin(items, given, open, variadic, few, many, wanted, function):
    n = given + len(items)
    if len(items) > open and many and not variadic:
        texts = many.split("|")
        raise TypeError(texts[min(len(items) - open, len(texts)) - 1].replace("{n}", str(n)))
    if few and wanted and len(items) < len(wanted.split(",")):
        texts = few.split("|")
        raise TypeError(texts[min(n, len(texts) - 1)].replace("{n}", str(n)))
    _args_check(items, given, open, wanted, variadic, given, function)


# The items of a starred sequence come first over the parameters `left`, then the keys of the mapping over what they leave.
# Names of parameters that have no keyword begin with a slash.
def _args_kwargs_check(items, mapping, left, given, accepted, bound, wanted, wanted_kw, variadic, keywords, required, function):
    n = len(items)
    names = left.split(",") if left else []
    filled = names[:n]
    taken = bound.split(",")
    open = accepted.split(",")
    for key in mapping:
        if key in open and key not in filled:
            continue
        if key in taken or key in open:
            raise TypeError(f"{function} got multiple values for argument '{key}'")
        if not keywords:
            raise TypeError(f"{function} got an unexpected keyword argument '{key}'")
    _args_check(items, given, len(names), "", variadic, required, function)
    missing = [name.removeprefix("/") for name in wanted.split(",") if name and name not in mapping and name not in filled]
    if missing:
        _missing(function, "positional", missing)
    missing = [name for name in wanted_kw.split(",") if name and name not in mapping]
    if missing:
        _missing(function, "keyword-only", missing)


def _args_kwargs_at(items, k, mapping, key):
    if k < len(items):
        return items[k]
    return mapping[key]


def _args_kwargs_or(items, k, mapping, key, default):
    if k < len(items):
        return items[k]
    if key in mapping:
        return mapping[key]
    return default


def _args_at(items, k):
    return items[k]


def _args_or(items, k, default):
    if k < len(items):
        return items[k]
    return default


def _args_rest(items, k):
    return _tuple_from_list(items[k:])


def _args_rest_list(items, k):
    return items[k:]


def _mapping(mapping, function):
    if not _k.has_method(mapping, "keys"):
        _k.type_error(function + " argument after ** must be a mapping, not " + _k.type_name(mapping))
    return mapping


def _kwargs_start(given, function):
    mapping = _k.copy_each_type(_mapping, given, function)
    out = {}
    for key in mapping.keys():
        if not isinstance(key, str):
            raise TypeError("keywords must be strings")
        out[key] = mapping[key]
    return out


def _kwargs_merge(out, given, function):
    mapping = _k.copy_each_type(_mapping, given, function)
    for key in mapping.keys():
        if not isinstance(key, str):
            raise TypeError("keywords must be strings")
        if key in out:
            raise TypeError(f"{function} got multiple values for keyword argument '{key}'")
        out[key] = mapping[key]
    return out


def _kwargs_check(mapping, accepted, bound, wanted, wanted_kw, variadic, function):
    taken = bound.split(",")
    open = accepted.split(",")
    for key in mapping:
        if key in open:
            continue
        if key in taken:
            raise TypeError(f"{function} got multiple values for argument '{key}'")
        if not variadic:
            raise TypeError(f"{function} got an unexpected keyword argument '{key}'")
    missing = [name for name in wanted.split(",") if name and name not in mapping]
    if missing:
        _missing(function, "positional", missing)
    missing = [name for name in wanted_kw.split(",") if name and name not in mapping]
    if missing:
        _missing(function, "keyword-only", missing)


def _kwargs_at(mapping, key):
    return mapping[key]


def _kwargs_or(mapping, key, default):
    if key in mapping:
        return mapping[key]
    return default


def _kwargs_rest(out, mapping, accepted):
    taken = accepted.split(",")
    for key in mapping:
        if key not in taken:
            out[key] = mapping[key]
    return out
