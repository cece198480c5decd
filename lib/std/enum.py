"""Enumerations. The compiler turns the names of a class's body into members (see docs/derive.md)."""


class EnumType(type):
    def __call__(cls, value):
        for member in cls._member_list_:
            if member._value_ == value:
                return member
        found = cls._missing_(value)
        if found is None:
            raise ValueError(repr(value) + " is not a valid " + cls.__qualname__)
        return found

    def __iter__(cls):
        return iter(cls._member_list_)

    def __reversed__(cls):
        return reversed(cls._member_list_)

    def __len__(cls):
        return len(cls._member_list_)

    def __bool__(cls):
        return True

    def __getitem__(cls, name):
        return cls._member_map_[name]

    def __contains__(cls, member):
        if isinstance(member, cls):
            return member._name_ in cls._member_map_
        if isinstance(member, Enum):
            return False
        raise TypeError("unsupported operand type(s) for 'in': '" + _k.type_name(member) + "' and '" +
                        _k.type_name(cls) + "'")

    def __repr__(cls):
        return "<enum '" + cls.__name__ + "'>"

    @property
    def __members__(cls):
        return cls._member_map_


EnumMeta = EnumType


class Enum(metaclass=EnumType):
    @property
    def name(self):
        return self._name_

    @property
    def value(self):
        return self._value_

    @classmethod
    def _missing_(cls, value):
        return None

    def __repr__(self):
        return "<" + self.__class__.__name__ + "." + self._name_ + ": " + repr(self._value_) + ">"

    def __str__(self):
        return self.__class__.__name__ + "." + self._name_

    def __format__(self, spec):
        return format(str(self), spec)

    def __hash__(self):
        return hash(self._name_)

    def _copy_same_(self):
        return self


class ReprEnum(Enum):
    pass


class IntEnum(int, ReprEnum):
    def __repr__(self):
        return Enum.__repr__(self)

    def __str__(self):
        return repr(self._krait_value)


class StrEnum(str, ReprEnum):
    def __repr__(self):
        return Enum.__repr__(self)


class Flag(Enum):
    @classmethod
    def _missing_(cls, value):
        return _composite(cls, value)

    def __contains__(self, other):
        if isinstance(other, self.__class__):
            return other._value_ & self._value_ == other._value_
        raise TypeError("unsupported operand type(s) for 'in': " + repr(type(other).__qualname__) + " and " +
                        repr(type(self).__qualname__))

    def __iter__(self):
        return iter([m for m in self.__class__._member_list_ if m._value_ & self._value_])

    def __len__(self):
        return self._value_.bit_count()

    def __bool__(self):
        return self._value_ != 0

    def __repr__(self):
        if self._name_ is None:
            return "<" + self.__class__.__name__ + ": " + repr(self._value_) + ">"
        return "<" + self.__class__.__name__ + "." + self._name_ + ": " + repr(self._value_) + ">"

    def __str__(self):
        if self._name_ is None:
            return self.__class__.__name__ + "(" + repr(self._value_) + ")"
        return self.__class__.__name__ + "." + self._name_

    def __or__(self, other):
        if isinstance(other, self.__class__):
            return self.__class__(self._value_ | other._value_)
        return NotImplemented

    def __and__(self, other):
        if isinstance(other, self.__class__):
            return self.__class__(self._value_ & other._value_)
        return NotImplemented

    def __xor__(self, other):
        if isinstance(other, self.__class__):
            return self.__class__(self._value_ ^ other._value_)
        return NotImplemented

    def __invert__(self):
        return self.__class__(_mask(self.__class__) & ~self._value_)


class IntFlag(int, ReprEnum, Flag):
    @classmethod
    def _missing_(cls, value):
        return _composite_int(cls, value)

    def __repr__(self):
        return Flag.__repr__(self)

    def __str__(self):
        return repr(self._krait_value)

    def __contains__(self, other):
        return Flag.__contains__(self, other)

    def __iter__(self):
        return Flag.__iter__(self)

    def __len__(self):
        return Flag.__len__(self)

    def __or__(self, other):
        return self.__class__(self._value_ | int(other))

    def __and__(self, other):
        return self.__class__(self._value_ & int(other))

    def __xor__(self, other):
        return self.__class__(self._value_ ^ int(other))

    def __ror__(self, other):
        return self.__class__(self._value_ | int(other))

    def __rand__(self, other):
        return self.__class__(self._value_ & int(other))

    def __rxor__(self, other):
        return self.__class__(self._value_ ^ int(other))

    def __invert__(self):
        return self.__class__(_mask(self.__class__) & ~self._value_)


def _mask(cls):
    mask = 0
    for member in cls._member_list_:
        mask = mask | member._value_
    return mask


# A member that several flags make up, kept for the next time.
def _composite(cls, value):
    if not isinstance(value, int):
        raise ValueError(repr(value) + " is not a valid " + cls.__qualname__)
    mask = _mask(cls)
    bits = (1 << mask.bit_length()) - 1
    if value < ~bits or value > bits or value & (bits ^ mask):
        value = value & mask
    if value < 0:
        value = bits + 1 + value
    for made in cls._composites_:
        if made._value_ == value:
            return made
    made = _k.new(cls)
    _name_flags(cls, made, value, mask)
    cls._composites_.append(made)
    return made


def _composite_int(cls, value):
    if not isinstance(value, int):
        raise ValueError(repr(value) + " is not a valid " + cls.__qualname__)
    mask = _mask(cls)
    bits = (1 << mask.bit_length()) - 1
    if value < 0:
        value = max(bits + 1, 1 << value.bit_length()) + value
    for made in cls._composites_:
        if made._value_ == value:
            return made
    made = _k.new(cls)
    made._krait_value = value
    _name_flags(cls, made, value, mask)
    cls._composites_.append(made)
    return made


def _name_flags(cls, made, value, mask):
    names = []
    for member in cls._member_list_:
        if member._value_ & value:
            names.append(member._name_)
    made._value_ = value
    made._sort_order_ = 0
    if names:
        rest = value & ~mask
        if rest:
            names.append(repr(rest))
        made._name_ = "|".join(names)
    else:
        made._name_ = None


class auto:
    pass


def unique(enumeration):
    duplicates = []
    for name, member in enumeration._member_map_.items():
        if name != member._name_:
            duplicates.append(name + " -> " + member._name_)
    if duplicates:
        raise ValueError("duplicate values found in " + repr(enumeration) + ": " + ", ".join(duplicates))
    return enumeration


def _next(values):
    last = values[-1]
    values.sort()
    if last == values[-1]:
        return last + 1
    return values[0] + 1


def _next_flag(values):
    high = 0
    for v in values:
        if v.bit_length() > high:
            high = v.bit_length()
    return 1 << high


def _make(cls, name, value, members, by_name):
    for member in members:
        if member._value_ == value:
            by_name[name] = member
            return member
    made = _k.new(cls)
    made._name_ = name
    made._value_ = value
    made._sort_order_ = len(members)
    members.append(made)
    by_name[name] = made
    return made


def _make_init(cls, name, value, members, by_name):
    for member in members:
        if member._value_ == value:
            by_name[name] = member
            return member
    made = _k.new(cls)
    made._name_ = name
    made._value_ = value
    made._sort_order_ = len(members)
    if isinstance(value, tuple):
        made.__init__(*value)
    else:
        made.__init__(value)
    members.append(made)
    by_name[name] = made
    return made


def _make_value(cls, name, value, members, by_name):
    for member in members:
        if member._value_ == value:
            by_name[name] = member
            return member
    made = _k.new(cls)
    made._name_ = name
    made._value_ = value
    made._sort_order_ = len(by_name)
    made._krait_value = value
    members.append(made)
    by_name[name] = made
    return made


def _make_value_init(cls, name, value, members, by_name):
    for member in members:
        if member._value_ == value:
            by_name[name] = member
            return member
    made = _k.new(cls)
    made._name_ = name
    made._value_ = value
    made._sort_order_ = len(by_name)
    made._krait_value = value
    made.__init__(value)
    members.append(made)
    by_name[name] = made
    return made


def _one_bit(value):
    return value > 0 and value & (value - 1) == 0


def _make_flag(cls, name, value, members, by_name):
    for member in members + cls._composites_:
        if member._value_ == value:
            by_name[name] = member
            return member
    made = _k.new(cls)
    made._name_ = name
    made._value_ = value
    made._sort_order_ = len(by_name)
    if _one_bit(value):
        members.append(made)
    else:
        cls._composites_.append(made)
    by_name[name] = made
    return made


def _make_int_flag(cls, name, value, members, by_name):
    for member in members + cls._composites_:
        if member._value_ == value:
            by_name[name] = member
            return member
    made = _k.new(cls)
    made._name_ = name
    made._value_ = value
    made._sort_order_ = len(by_name)
    made._krait_value = value
    if _one_bit(value):
        members.append(made)
    else:
        cls._composites_.append(made)
    by_name[name] = made
    return made
