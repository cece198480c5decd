"""Weak references: they tell whether an object is alive without keeping it so.

The runtime has a handle for each object that is weakly referred to (runtime/core/cycles.cpp). What refers to it, a `ref` or
an entry of a container here, watches the handle; when the object dies, the runtime runs the `__del__` of those that asked to
be told, and `_rt.weak_told` says in it that this is no death of their own.

No class here is `__generic__`: a `__del__` that the runtime calls must know the types of every object of its class."""
import atexit


def _handle(x):
    # The handle of an object, counted; TypeError for what has no room for weak references.
    return _k.copy_each_type(_handle_of, x)


def _handle_of(x):
    if _k.weak_able(x) or isinstance(x, (set, frozenset)):
        return _rt.weak_handle(x)
    if isinstance(x, (int, float, complex, str, bytes, bytearray, list, dict, tuple, range, NoneType, ellipsis, NotImplementedType)):
        _k.type_error("cannot create weak reference to '" + _k.type_name(x) + "' object")
    if _k.copy_is_program(x):
        _k.type_error("cannot create weak reference to '" + _k.type_name(x) + "' object")
    if isinstance(x, type):
        _k.refuse("a weak reference to a class")
    if isinstance(x, function):
        _k.refuse("a weak reference to a function")
    if isinstance(x, method):
        _k.refuse("a weak reference to a bound method")
    _k.refuse("a weak reference to an object of this type")


def _ignore(error, callback):
    # An exception in what runs at a death has nowhere to go.
    _rt.exc_print_ignored(error, repr(callback))


class ReferenceType:
    def __init__(self, obj, callback, /):
        handle = _handle(obj)
        self._target = handle
        self._kind = _k.weak_kind(obj)
        self._hash = _k.i64(-1)
        self._callback = callback
        _rt.weak_watch(handle, self, callback is not None)

    def __call__(self):
        return _k.weak_show(_rt.weak_get(self._target), self._kind)

    def __hash__(self):
        h = self._hash
        if h == -1:
            obj = self()
            if obj is None:
                raise TypeError("weak object has gone away")
            h = _hash(obj)
            self._hash = h
        return h

    def __eq__(self, other):
        if isinstance(other, ReferenceType):
            if _k.same(self, other):
                return True
            mine = self()
            its = other()
            if mine is None or its is None:
                return False
            return mine == its
        return NotImplemented

    def __repr__(self):
        obj = self()
        start = "<weakref at " + hex(_k.to_int(_k.address(self)))
        if obj is None:
            return start + "; dead>"
        return start + "; to '" + _k.type_name(obj) + "' at " + hex(_k.to_int(_k.address(obj))) + ">"

    @property
    def __callback__(self):
        if self() is None:
            return None
        return self._callback

    def __del__(self):
        if _rt.weak_told(self) == 0:
            _rt.weak_forget(self._target, self)
            return
        callback = self._callback
        if callback is not None:
            try:
                callback(self)
            except BaseException as error:
                _ignore(error, callback)


def ref(obj, callback=None, /):
    if callback is None:
        # Plain references to one object are one object.
        made = ReferenceType(obj, None)
        old = _k.weak_show(_rt.weak_shared(made._target, made), _k.weak_kind(made))
        if old is not None:
            return old
        return made
    return ReferenceType(obj, callback)


def getweakrefcount(obj, /):
    return _k.copy_each_type(_count_of, obj)


def _count_of(obj):
    if _k.weak_able(obj) or isinstance(obj, (set, frozenset)):
        return _k.to_int(_rt.weak_count(obj))
    return 0


# Has something for each class of containers that the program makes; their entries are no references here.
_containers = []


def getweakrefs(obj, /):
    for _ in _containers:
        _k.refuse("getweakrefs() in a program with containers of weak references")
    found = []
    like = ReferenceType(obj, None)
    n = _rt.weak_count(obj) - 1
    i = _k.i64(0)
    while i < n:
        one = _k.weak_show(_rt.weak_nth(obj, i, like), _k.weak_kind(like))
        if one is not None:
            found.append(one)
        i = i + 1
    return found


class _Guard:
    # While a container of weak references is walked through, what dies stays in it as an empty entry.
    def __init__(self, container):
        self._container = container

    def __enter__(self):
        self._container._walks = self._container._walks + 1
        return self

    def __exit__(self, kind, value, traceback):
        c = self._container
        c._walks = c._walks - 1
        if c._walks == 0:
            c._commit()
        return None


class _Entry:
    # An entry of a container: it tells the container when its object dies. `_hold` keeps neither of the two alive.
    def _hold(self, obj, owner):
        handle = _handle(obj)
        self._target = handle
        self._kind = _k.weak_kind(obj)
        self._owner = _rt.weak_handle(owner)
        self._owner_kind = _k.weak_kind(owner)
        _rt.weak_watch(handle, self, True)
        if not _containers:
            _containers.append(True)

    def __call__(self):
        return _k.weak_show(_rt.weak_get(self._target), self._kind)

    def __del__(self):
        if _rt.weak_told(self) == 0:
            _rt.weak_forget(self._target, self)
            _rt.weak_release(self._owner)
            return
        owner = _k.weak_show(_rt.weak_get(self._owner), self._owner_kind)
        if owner is not None:
            try:
                owner._died(self)
            except BaseException as error:
                _ignore(error, owner._died)


class _Value(_Entry):
    # An entry of a WeakValueDictionary.
    def __init__(self, value, key, owner):
        self._key = key
        self._hold(value, owner)


class WeakValueDictionary:
    def __init__(self, other=(), /, **kw):
        self._data = {}
        self._dead = []
        self._walks = 0
        self.update(other, **kw)

    def _died(self, entry):
        if self._walks:
            self._dead.append(entry)
        else:
            self._drop(entry)

    def _drop(self, entry):
        found = self._data.get(entry._key)
        if found is not None and found() is None:
            del self._data[entry._key]

    def _commit(self):
        while self._dead:
            self._drop(self._dead.pop())

    def _settle(self):
        # As in CPython: also while it is walked through.
        if self._dead:
            self._commit()

    def __getitem__(self, key):
        self._settle()
        value = self._data[key]()
        if value is None:
            raise KeyError(key)
        return value

    def __setitem__(self, key, value):
        self._settle()
        entry = _Value(value, key, self)
        self._data[key] = entry

    def __delitem__(self, key):
        self._settle()
        del self._data[key]

    def __len__(self):
        self._settle()
        return len(self._data)

    def __contains__(self, key):
        self._settle()
        entry = self._data.get(key)
        if entry is None:
            return False
        return entry() is not None

    def __repr__(self):
        return "<WeakValueDictionary at " + hex(_k.to_int(_k.address(self))) + ">"

    def get(self, key, default=None):
        self._settle()
        entry = self._data.get(key)
        if entry is None:
            return default
        value = entry()
        if value is None:
            return default
        return value

    def copy(self):
        self._settle()
        new = WeakValueDictionary()
        for key, value in self.items():
            new[key] = value
        return new

    def __copy__(self):
        return self.copy()

    def items(self):
        self._settle()
        with _Guard(self):
            for key, entry in self._data.items():
                value = entry()
                if value is not None:
                    yield key, value

    def keys(self):
        self._settle()
        with _Guard(self):
            for key, entry in self._data.items():
                if entry() is not None:
                    yield key

    def __iter__(self):
        return self.keys()

    def values(self):
        self._settle()
        with _Guard(self):
            for entry in self._data.values():
                value = entry()
                if value is not None:
                    yield value

    def itervaluerefs(self):
        self._settle()
        with _Guard(self):
            for entry in self._data.values():
                value = entry()
                if value is not None:
                    yield ref(value)

    def valuerefs(self):
        self._settle()
        return list(self.itervaluerefs())

    def popitem(self):
        self._settle()
        while True:
            key, entry = self._data.popitem()
            value = entry()
            if value is not None:
                return key, value

    def pop(self, key, *args):
        self._settle()
        entry = self._data.pop(key, None)
        if entry is not None:
            value = entry()
            if value is not None:
                return value
        if args:
            return args[0]
        raise KeyError(key)

    def setdefault(self, key, default=None):
        value = self.get(key)
        if value is None:
            self[key] = default
            return default
        return value

    def clear(self):
        self._settle()
        self._data.clear()

    def update(self, other=None, /, **kwargs):
        self._settle()
        if isinstance(other, (dict, WeakValueDictionary)):
            for key, value in other.items():
                self[key] = value
        elif other is not None:
            for key, value in other:
                self[key] = value
        for key, value in kwargs.items():
            self[key] = value

    def __eq__(self, other):
        if isinstance(other, (dict, WeakValueDictionary)):
            return dict(self.items()) == dict(other.items())
        return NotImplemented

    def __hash__(self):
        raise TypeError("unhashable type: 'WeakValueDictionary'")

    def __ior__(self, other):
        self.update(other)
        return self

    def __or__(self, other):
        if isinstance(other, (dict, WeakValueDictionary)):
            new = self.copy()
            new.update(other)
            return new
        return NotImplemented


class _Key(_Entry):
    # A key of a WeakKeyDictionary, a member of a WeakSet: hash and equality are those of the object. One that is only there to
    # look others up holds its object, which could die before the answer.
    def __init__(self, obj, owner, held=None):
        self._held = held
        self._hold(obj, owner)
        self._hash = _hash(obj)

    def __hash__(self):
        return self._hash

    def __eq__(self, other):
        if isinstance(other, _Key):
            if _k.same(self, other):
                return True
            mine = self()
            its = other()
            if mine is None or its is None:
                return False
            return mine == its
        return NotImplemented


class WeakKeyDictionary:
    def __init__(self, dict=None):
        self._data = {}
        self._dead = []
        self._walks = 0
        if dict is not None:
            self.update(dict)

    def _died(self, entry):
        if self._walks:
            self._dead.append(entry)
        else:
            self._data.pop(entry, None)

    def _commit(self):
        while self._dead:
            self._data.pop(self._dead.pop(), None)

    def __getitem__(self, key):
        value = self._data.get(_Key(key, self, key), _MISSING)
        if isinstance(value, _no_value):
            raise KeyError(ref(key))
        return value

    def __setitem__(self, key, value):
        entry = _Key(key, self)
        self._data[entry] = value

    def __delitem__(self, key):
        value = self._data.pop(_Key(key, self, key), _MISSING)
        if isinstance(value, _no_value):
            raise KeyError(ref(key))

    def __len__(self):
        return len(self._data) - len(self._dead)

    def __contains__(self, key):
        return _k.copy_each_type(_in_keys, key, self)

    def __repr__(self):
        return "<WeakKeyDictionary at " + hex(_k.to_int(_k.address(self))) + ">"

    def get(self, key, default=None):
        return self._data.get(_Key(key, self, key), default)

    def copy(self):
        new = WeakKeyDictionary()
        for key, value in self.items():
            new[key] = value
        return new

    def __copy__(self):
        return self.copy()

    def items(self):
        with _Guard(self):
            for entry, value in self._data.items():
                key = entry()
                if key is not None:
                    yield key, value

    def keys(self):
        with _Guard(self):
            for entry in self._data:
                key = entry()
                if key is not None:
                    yield key

    def __iter__(self):
        return self.keys()

    def values(self):
        with _Guard(self):
            for entry, value in self._data.items():
                if entry() is not None:
                    yield value

    def keyrefs(self):
        return [ref(key) for key in self.keys()]

    def popitem(self):
        while True:
            entry, value = self._data.popitem()
            key = entry()
            if key is not None:
                return key, value

    def pop(self, key, *args):
        value = self._data.pop(_Key(key, self, key), _MISSING)
        if isinstance(value, _no_value):
            if args:
                return args[0]
            raise KeyError(ref(key))
        return value

    def setdefault(self, key, default=None):
        if key not in self:
            self[key] = default
        return self._data[_Key(key, self, key)]

    def clear(self):
        self._data.clear()

    def update(self, dict=None, /):
        if dict is not None:
            for key, value in dict.items():
                self[key] = value

    def __eq__(self, other):
        if isinstance(other, WeakKeyDictionary):
            return dict(self.items()) == dict(other.items())
        return NotImplemented

    def __hash__(self):
        raise TypeError("unhashable type: 'WeakKeyDictionary'")

    def __ior__(self, other):
        self.update(other)
        return self

    def __or__(self, other):
        if isinstance(other, WeakKeyDictionary):
            new = self.copy()
            new.update(other)
            return new
        return NotImplemented


class _no_value:
    pass


_MISSING = _no_value()


def _in_keys(key, owner):
    # Is the key in the container? What cannot be referred to weakly is in none.
    if _k.weak_able(key) or isinstance(key, (set, frozenset)):
        return _Key(key, owner, key) in owner._data
    return False


class WeakSet:
    def __init__(self, data=None):
        self._data = set()
        self._dead = []
        self._walks = 0
        if data is not None:
            self.update(data)

    def _died(self, entry):
        if self._walks:
            self._dead.append(entry)
        else:
            self._data.discard(entry)

    def _commit(self):
        while self._dead:
            self._data.discard(self._dead.pop())

    def __iter__(self):
        with _Guard(self):
            for entry in self._data:
                item = entry()
                if item is not None:
                    yield item

    def __len__(self):
        return len(self._data) - len(self._dead)

    def __contains__(self, item):
        return _k.copy_each_type(_in_keys, item, self)

    def __repr__(self):
        return repr(self._data)

    def add(self, item):
        entry = _Key(item, self)
        self._data.add(entry)

    def clear(self):
        self._data.clear()

    def copy(self):
        return WeakSet(self)

    def pop(self):
        while True:
            if not self._data:
                raise KeyError("pop from empty WeakSet")
            item = self._data.pop()()
            if item is not None:
                return item

    def remove(self, item):
        self._data.remove(_Key(item, self, item))

    def discard(self, item):
        self._data.discard(_Key(item, self, item))

    def update(self, other):
        for item in other:
            self.add(item)

    def __ior__(self, other):
        self.update(other)
        return self

    def difference(self, other):
        new = self.copy()
        new.difference_update(other)
        return new

    def __sub__(self, other):
        return self.difference(other)

    def difference_update(self, other):
        for item in list(other):
            self.discard(item)

    def __isub__(self, other):
        self.difference_update(other)
        return self

    def intersection(self, other):
        return WeakSet([item for item in other if item in self])

    def __and__(self, other):
        return self.intersection(other)

    def intersection_update(self, other):
        kept = list(self.intersection(other))
        self._data.clear()
        self.update(kept)

    def __iand__(self, other):
        self.intersection_update(other)
        return self

    def issubset(self, other):
        other = WeakSet(other)
        for item in self:
            if item not in other:
                return False
        return True

    def __le__(self, other):
        return self.issubset(other)

    def __lt__(self, other):
        return len(self) < len(WeakSet(other)) and self.issubset(other)

    def issuperset(self, other):
        for item in other:
            if item not in self:
                return False
        return True

    def __ge__(self, other):
        return self.issuperset(other)

    def __gt__(self, other):
        return len(self) > len(WeakSet(other)) and self.issuperset(other)

    def __eq__(self, other):
        if isinstance(other, WeakSet):
            return len(self) == len(other) and self.issubset(other)
        return NotImplemented

    def __hash__(self):
        raise TypeError("unhashable type: 'WeakSet'")

    def symmetric_difference(self, other):
        new = self.copy()
        new.symmetric_difference_update(other)
        return new

    def __xor__(self, other):
        return self.symmetric_difference(other)

    def symmetric_difference_update(self, other):
        for item in list(other):
            if item in self:
                self.discard(item)
            else:
                self.add(item)

    def __ixor__(self, other):
        self.symmetric_difference_update(other)
        return self

    def union(self, other):
        new = self.copy()
        new.update(other)
        return new

    def __or__(self, other):
        return self.union(other)

    def isdisjoint(self, other):
        return len(self.intersection(other)) == 0


# finalize: what waits for its object, and of it what runs at the end of the program if it still waits then; by number.
_waiting = {}
_at_end = {}
_numbers = [0]
_ended = [False]


class finalize:
    def __init__(self, obj, func, /, *args, **kwargs):
        handle = _handle(obj)
        self._target = handle
        self._kind = _k.weak_kind(obj)
        self._func = func
        self._args = args
        self._kwargs = kwargs
        if _numbers[0] == 0:
            atexit.register(_finish)
        _numbers[0] = _numbers[0] + 1
        self._number = _numbers[0]
        _waiting[self._number] = self
        _at_end[self._number] = True
        _rt.weak_watch(handle, self, True)

    def _end(self):
        # No longer waiting: was it until now?
        _at_end.pop(self._number, None)
        if self._number in _waiting:
            del _waiting[self._number]
            return True
        return False

    def __call__(self, _=None):
        if self._end() and not _ended[0]:
            return self._func(*self._args, **self._kwargs)
        return None

    def detach(self):
        obj = _k.weak_show(_rt.weak_get(self._target), self._kind)
        if obj is not None and self._end():
            return (obj, self._func, self._args, self._kwargs)
        return None

    def peek(self):
        obj = _k.weak_show(_rt.weak_get(self._target), self._kind)
        if obj is not None and self._number in _waiting:
            return (obj, self._func, self._args, self._kwargs)
        return None

    @property
    def alive(self):
        return self._number in _waiting

    @property
    def atexit(self):
        return self._number in _at_end

    @atexit.setter
    def atexit(self, value):
        if self._number in _waiting:
            if value:
                _at_end[self._number] = True
            else:
                _at_end.pop(self._number, None)

    def __repr__(self):
        start = "<finalize object at " + hex(_k.to_int(_k.address(self)))
        obj = _k.weak_show(_rt.weak_get(self._target), self._kind)
        if obj is None or not self.alive:
            return start + "; dead>"
        return start + "; for '" + _k.type_name(obj) + "' at " + hex(_k.to_int(_k.address(obj))) + ">"

    def __del__(self):
        reason = _rt.weak_told(self)
        if reason == 0:
            _rt.weak_forget(self._target, self)
            return
        try:
            self()
        except BaseException as error:
            if reason == 1:
                _ignore(error, self)
            else:
                _rt.exc_print(error)


def _finish():
    # The end of the program: the youngest first.
    while _at_end:
        number = max(_at_end)
        _rt.weak_tell(_waiting[number], _k.i64(2))
    _ended[0] = True
