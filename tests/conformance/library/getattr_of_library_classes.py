# Constructors of library classes and of their subclasses, by computed names.
from datetime import date, datetime


class Day(date):
    def __new__(cls, *args, **kwargs):
        result = date.__new__(cls, *args, **kwargs)
        result.extra = 7
        return result


for name, arguments in (("fromordinal", (5,)), ("fromisoformat", ("2020-01-02",))):
    make = getattr(date, name)
    print(name, repr(make(*arguments)))
    make = getattr(Day, name)
    print(name, repr(make(*arguments)), make(*arguments).extra)
    print(repr(getattr(datetime, name)(*arguments)))
