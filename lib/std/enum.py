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
