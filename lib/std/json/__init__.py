"""JSON texts."""
from json.decoder import JSONDecodeError, JSONDecoder, detect_encoding, _read_whole, _text_of
from json.encoder import JSONEncoder, _encode, _style, _Text, _whole


def dumps(obj, *, skipkeys=False, ensure_ascii=True, check_circular=True, allow_nan=True, cls=None, indent=None,
          separators=None, default=None, sort_keys=False, **kw):
    if cls is None:
        if kw:
            JSONEncoder(**kw)
        style = _style(skipkeys, ensure_ascii, check_circular, allow_nan, indent, separators, sort_keys, True)
        return _whole(obj, style, default)
    return cls(skipkeys=skipkeys, ensure_ascii=ensure_ascii, check_circular=check_circular, allow_nan=allow_nan, indent=indent,
               separators=separators, default=default, sort_keys=sort_keys, **kw).encode(obj)


def dump(obj, fp, *, skipkeys=False, ensure_ascii=True, check_circular=True, allow_nan=True, cls=None, indent=None,
         separators=None, default=None, sort_keys=False, **kw):
    if cls is not None:
        encoder = cls(skipkeys=skipkeys, ensure_ascii=ensure_ascii, check_circular=check_circular, allow_nan=allow_nan,
                      indent=indent, separators=separators, default=default, sort_keys=sort_keys, **kw)
        for chunk in encoder.iterencode(obj):
            fp.write(chunk)
        return
    if kw:
        JSONEncoder(**kw)
    style = _style(skipkeys, ensure_ascii, check_circular, allow_nan, indent, separators, sort_keys, False)
    out = _Text()
    try:
        _encode(obj, out, style, 0, default)
    finally:
        # What comes before something that cannot be written has been written.
        fp.write(out.text())


def loads(s, *, cls=None, object_hook=None, parse_float=None, parse_int=None, parse_constant=None, object_pairs_hook=None, **kw):
    text = _text_of(s)
    if cls is None:
        strict = True
        if kw:
            strict = bool(kw.pop("strict", True))
            for name in kw:
                raise TypeError("JSONDecoder.__init__() got an unexpected keyword argument '" + name + "'")
        return _read_whole(text, strict, (object_hook, parse_float, parse_int, parse_constant, object_pairs_hook))
    if object_hook is not None:
        kw["object_hook"] = object_hook
    if object_pairs_hook is not None:
        kw["object_pairs_hook"] = object_pairs_hook
    if parse_float is not None:
        kw["parse_float"] = parse_float
    if parse_int is not None:
        kw["parse_int"] = parse_int
    if parse_constant is not None:
        kw["parse_constant"] = parse_constant
    return cls(**kw).decode(text)


def load(fp, *, cls=None, object_hook=None, parse_float=None, parse_int=None, parse_constant=None, object_pairs_hook=None, **kw):
    return loads(fp.read(), cls=cls, object_hook=object_hook, parse_float=parse_float, parse_int=parse_int,
                 parse_constant=parse_constant, object_pairs_hook=object_pairs_hook, **kw)
