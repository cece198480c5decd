# types: dynamic
# Subclasses of string.Template and string.Formatter.
from string import Template
class Amp(Template):
    delimiter = '&'
class Pct(Template):
    delimiter = '%%'
class Dotted(Template):
    idpattern = r'[_a-z][_a-z0-9.]*'
class Both(Template):
    idpattern = r'[a-z]+'
    braceidpattern = r'[A-Z ]+'
class Flag(Template):
    flags = 0
    idpattern = r'[a-z]+'
class Pat(Template):
    pattern = r"""
    (?P<escaped>@{2})                   |
    @(?P<named>[_a-z][._a-z0-9]*)       |
    @{(?P<braced>[_a-z][._a-z0-9]*)}    |
    (?P<invalid>@)
    """
def t(f, *a, **k):
    try: print(repr(f(*a, **k)))
    except Exception as e: print(type(e).__name__, e)
d = {'who': 'tim', 'what': 'ham', 'a.b': 'dotted', 'GO ON': 'x'}
for cls, text in ((Amp, 'this &who is &{what} && $who &'), (Amp, 'this &who'), (Pct, '%%who and %%{what} %%%% %who'), (Dotted, '$a.b ${a.b} $$ $who'), (Both, '$who ${GO ON}'), (Flag, '$who $WHO'), (Pat, 'hi @who @{what} @@ @'), (Pat, '@who'), (Template, '$who ${what} $$ $'), (Template, '$Who')):
    x = cls(text)
    t(x.substitute, d)
    t(x.safe_substitute, d)
    t(x.is_valid)
    t(x.get_identifiers)


import string
def t(f, *a, **k):
    try: print(repr(f(*a, **k)))
    except Exception as e: print(type(e).__name__, e)
fmt = string.Formatter()
t(fmt.format, "foo")
t(fmt.format, "foo{0}", "bar")
t(fmt.format, "foo{1}{0}-{1}", "bar", 6)
t(fmt.format, "-{arg!r}-", arg='test')
t(fmt.format, "{0:>{1}}|{x:.2f}", "a", 5, x=2.5)
t(fmt.format, "{}{}", 1, 2)
t(fmt.format, "{}{1}", 1, 2)
t(fmt.format, "{1}{}", 1, 2)
t(fmt.format, "{a[0]} {b.real} {c[k]}", a=[1], b=3, c={'k': 'v'})
t(fmt.format, "{", 1)
t(fmt.format, "}", 1)
t(fmt.format, "{{}} {0!s:>4}", 1)
t(fmt.format, "{0!x}", 1)
t(fmt.format, "{3}", 1)
t(fmt.format, "{nope}", 1)
t(fmt.format, "{0:{1:{2}}}", 'a', '5', '')
t(lambda: list(fmt.parse("a{b!r:c}d{{e}}{0:{1}}{}")))
class NamespaceFormatter(string.Formatter):
    def __init__(self, namespace={}):
        self.namespace = namespace
    def get_value(self, key, args, kwds):
        if isinstance(key, str):
            try:
                return kwds[key]
            except KeyError:
                return self.namespace[key]
        return string.Formatter.get_value(self, key, args, kwds)
f2 = NamespaceFormatter({'greeting': 'hello'})
t(f2.format, "{greeting}, {name}!", name="world")
class Check(string.Formatter):
    def check_unused_args(self, used_args, args, kwargs):
        unusedata = set(kwargs) - used_args
        if unused:
            raise ValueError("unused " + ", ".join(sorted(unused)))
t(Check().format, "{a}", a=1, b=2)
class Upper(string.Formatter):
    def convert_field(self, value, conversion):
        if conversion == "u":
            return str(value).upper()
        return super().convert_field(value, conversion)
    def format_field(self, value, spec):
        if spec == "star":
            return "*" + str(value) + "*"
        return super().format_field(value, spec)
t(Upper().format, "{0!u:star} {1}", "abc", 3)
t(fmt.vformat, "{0} {x}", (1,), {'x': 2})
