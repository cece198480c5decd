"""Enumerations. The compiler turns the names of a class's body into members (see docs/derive.md)."""
import builtins as _builtins
from builtins import property


class EnumType(type):
    def __call__(cls, value, names=None, *, module=None, qualname=None, type=None, start=1, boundary=None):
        if names is not None:
            _k.refuse("the functional form of an enumeration with computed names, or other than as the value of an assignment,")
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
        return ("<flag '" if issubclass(cls, Flag) else "<enum '") + cls.__name__ + "'>"

    @property
    def _member_names_(cls):
        return [member._name_ for member in cls._member_list_]

    @property
    def _value2member_map_(cls):
        return {member._value_: member for member in cls._member_list_}

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
        return _conform(cls, value)

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


def _flag_number(cls, value):
    if not isinstance(value, int):
        raise ValueError(repr(value) + " is not a valid " + cls.__qualname__)
    return value


# Has the number bits that no member has?
def _is_beyond(value, mask):
    bits = (1 << mask.bit_length()) - 1
    return value < ~bits or value > bits or value & (bits ^ mask) != 0


def _strict(cls, value):
    mask = _mask(cls)
    if _is_beyond(_flag_number(cls, value), mask):
        width = max(value.bit_length(), mask.bit_length())
        raise ValueError(repr(cls) + " invalid value " + repr(value) + "\n    given " + bin(value, width) + "\n  allowed " + bin(mask, width))
    return _flags(cls, value)


def _conform(cls, value):
    mask = _mask(cls)
    return _flags(cls, value & mask if _is_beyond(_flag_number(cls, value), mask) else value)


def _eject(cls, value):
    if _is_beyond(_flag_number(cls, value), _mask(cls)):
        return value
    return _flags(cls, value)


def _keep(cls, value):
    mask = _mask(cls)
    if value < 0 and _is_beyond(_flag_number(cls, value), mask):
        value = max(1 << mask.bit_length(), 1 << value.bit_length()) + value
    return _flags(cls, value)


def _flags(cls, value):
    return _composite_int(cls, value) if issubclass(cls, int) else _composite(cls, value)


# A member that several flags make up, kept for the next time.
def _composite(cls, value):
    mask = _mask(cls)
    bits = (1 << mask.bit_length()) - 1
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


def member(value):
    """A value that becomes a member although it would not."""
    return value


def nonmember(value):
    """A value that becomes no member."""
    return value


class FlagBoundary:
    """What becomes of bits that no member of a class of flags has."""

    def __init__(self, name):
        self.name = name
        self.value = name.lower()

    def __repr__(self):
        return "<FlagBoundary." + self.name + ": " + repr(self.value) + ">"

    def __str__(self):
        return self.value


FlagBoundary.STRICT = STRICT = FlagBoundary("STRICT")
FlagBoundary.CONFORM = CONFORM = FlagBoundary("CONFORM")
FlagBoundary.EJECT = EJECT = FlagBoundary("EJECT")
FlagBoundary.KEEP = KEEP = FlagBoundary("KEEP")


class EnumCheck:
    """What verify() can look for."""

    def __init__(self, name, value):
        self.name = name
        self.value = value

    def __repr__(self):
        return "<EnumCheck." + self.name + ": " + repr(self.value) + ">"

    def __str__(self):
        return self.value


EnumCheck.CONTINUOUS = CONTINUOUS = EnumCheck("CONTINUOUS", "no skipped integer values")
EnumCheck.NAMED_FLAGS = NAMED_FLAGS = EnumCheck("NAMED_FLAGS", "multi-flag aliases may not contain unnamed flags")
EnumCheck.UNIQUE = UNIQUE = EnumCheck("UNIQUE", "one name per value")


def _single_bits(number):
    # The bits of a number, the lowest first.
    if number < 0:
        raise ValueError(repr(number) + " is not a positive integer")
    bits = []
    while number:
        lowest = number & (~number + 1)
        bits.append(lowest)
        number ^= lowest
    return bits


def show_flag_values(value):
    """The single flags of a value."""
    return _single_bits(value._value_ if isinstance(value, Flag) else value)


def bin(num, max_bits=None):
    """The binary digits with the sign as the first one; a negative number in two's complement."""
    ceiling = 1 << num.bit_length()
    digits = _builtins.bin(num + ceiling if num >= 0 else ~num ^ (ceiling - 1) + ceiling)[3:]
    sign = "0" if num >= 0 else "1"
    if max_bits is not None and len(digits) < max_bits:
        digits = (sign * max_bits + digits)[-max_bits:]
    return "0b" + sign + " " + digits


def _check_continuous(enumeration, flags):
    values = [member._value_ for member in enumeration]
    if len(values) < 2:
        return
    low = min(values)
    high = max(values)
    missing = []
    if flags:
        for i in range(low.bit_length(), high.bit_length() - 1):
            if 1 << i not in values:
                missing.append(1 << i)
    else:
        for i in range(low + 1, high):
            if i not in values:
                missing.append(i)
    if missing:
        text = ", ".join([str(x) for x in missing])
        raise ValueError(("invalid " + ("flag" if flags else "enum") + " " + repr(enumeration.__name__) + ": missing values " + text)[:256])


def _check_named(enumeration):
    values = [member._value_ for member in enumeration]
    names = enumeration._member_names_
    missing = []
    bits = 0
    for name, alias in enumeration._member_map_.items():
        if name in names or alias._value_ < 0:
            continue
        missed = [v for v in _single_bits(alias._value_) if v not in values]
        if missed:
            missing.append(name)
            for v in missed:
                bits |= v
    if missing:
        if len(missing) == 1:
            text = "alias " + missing[0] + " is missing"
        else:
            text = "aliases " + ", ".join(missing[:-1]) + " and " + missing[-1] + " are missing"
        kind = "value" if _one_bit(bits) else "combined values of"
        raise ValueError(f"invalid Flag {enumeration.__name__!r}: {text} {kind} 0x{bits:x} [use enum.show_flag_values(value) for details]")


class verify:
    """A decorator of classes: raises ValueError where they are not as the checks want them."""
    __generic__ = True

    def __init__(self, *checks):
        self.checks = checks

    def __call__(self, enumeration):
        for check in self.checks:
            if check is UNIQUE:
                duplicates = [name + " -> " + m._name_ for name, m in enumeration._member_map_.items() if name != m._name_]
                if duplicates:
                    raise ValueError("aliases found in " + repr(enumeration) + ": " + ", ".join(duplicates))
            elif check is CONTINUOUS:
                _check_continuous(enumeration, issubclass(enumeration, Flag))
            elif check is NAMED_FLAGS:
                _check_named(enumeration)
        return enumeration


def global_enum_repr(self):
    """MODULE.NAME"""
    return self.__class__.__module__.split(".")[-1] + "." + self._name_


def global_str(self):
    """NAME"""
    if self._name_ is None:
        return self.__class__.__name__ + "(" + repr(self._value_) + ")"
    return self._name_


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
