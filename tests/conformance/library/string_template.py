# string.Template.
from string import Template
t = Template("$who likes ${what}s, costs $$5 and $n_1.")
print(t.substitute(who="Tim", what="apple", n_1=3))
print(t.substitute({"who": "Bob", "what": "pear", "n_1": 2.5}), t.substitute({"who": "x", "what": "y", "n_1": 1}, who="kw"))
print(t.safe_substitute(who="A"), t.safe_substitute({"what": "z"}), t.template, t.get_identifiers(), t.is_valid())
try:
    t.substitute(who="Tim")
except KeyError as e:
    print("KeyError", e)
for bad in ("$", "a $1", "x\ny $ z", "${a", "${}", "$é", "ok $a\n\n$!"):
    b = Template(bad)
    print(b.is_valid(), b.safe_substitute(a=1))
    try:
        print(b.substitute(a=1))
    except ValueError as e:
        print(e)
print(Template("no places").substitute(), Template("").substitute(), Template("$a$b${c}$$").substitute(a=1, b=[2], c=None))
