"""Containers beside list, dict, set and tuple."""


class defaultdict(dict):
    __generic__ = True
    __fields__ = ("_entries", "_index", "_used", "_fill", "_cap", "_slots", "default_factory")
    __buffers__ = (("_entries", "_fill", "_cap", "forwards"), ("_index", "", "_slots", "forwards"))

    def __init__(self, default_factory=None, *args, **kwargs):
        self._begin()
        self.default_factory = default_factory
        if args:
            self._init(*args)
        if kwargs is not None:
            self._merge(kwargs)

    def __getitem__(self, key):
        h = _hash(key)
        e = self._find(key, h)
        if e >= 0:
            return _k.buf_get_item(self._entries, e, 2)
        return self.__missing__(key)

    def __missing__(self, key):
        factory = self.default_factory
        if factory is None:
            raise KeyError(key)
        value = factory()
        self[key] = value
        return value

    def copy(self):
        out = defaultdict(self.default_factory)
        out._merge(self)
        return out

    def __repr__(self):
        return "defaultdict(" + repr(self.default_factory) + ", " + dict.__repr__(self) + ")"
