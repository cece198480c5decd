# types: dynamic
import csv
import io


def attempt(f):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, e)


def rows(lines, **options):
    attempt(lambda: list(csv.reader(lines, **options)))


text = 'name,age\nAnn,3\n"Bob ""x""",4\n"multi\nline",5\n\n,\n"",""\nlast,"open'
for row in csv.reader(io.StringIO(text)):
    print(row)
r = csv.reader(["a,b\r\n", "", '"x', "y\n", 'z"', "c"])
for row in r:
    print(row, r.line_num)
print(list(csv.reader(["3,\"c\",, 5,1e3"], quoting=csv.QUOTE_NONNUMERIC)))
print(list(csv.reader(["a\tb", "1\t2"], csv.excel_tab)), list(csv.reader(["a\tb"], "excel-tab")), list(csv.reader(["a,b"], csv.excel())))
rows(["a;b;'c;d'"], delimiter=";", quotechar="'")
rows(["a, b, \"c, d\""], skipinitialspace=True)
rows(["a, b, \"c, d\""])
rows(['a"b"c,"d"e,"f""g"h'])
rows(['a\\,b,"c\\"d",e\\\n', "f"], escapechar="\\")
rows(['"a\\', 'b",c'], escapechar="\\")
rows(['"a"b'], strict=True)
rows(['"a'], strict=True)
rows(['"a""b"'], doublequote=False)
rows(['"a","b"'], quoting=csv.QUOTE_NONE)
rows(["ab\rc"])
rows(["a,b\r\r\n", "c\n\n"])
rows(["é€,\U0001f600", '"é€\n', 'x",\0'])
rows([b"a"])
rows([5])
rows(["x,1"], quoting=csv.QUOTE_NONNUMERIC)
rows([], delimiter=5)
rows([], delimiter=None)
rows([], delimiter="")
rows([], delimiter="ab")
rows([], quotechar=5)
rows([], quotechar="ab")
rows([], quotechar=None)
rows([], quotechar=None, quoting=0)
rows([], escapechar=5)
rows([], quoting="a")
rows([], quoting=4)
rows([], lineterminator=None)
rows([], lineterminator=5)
rows([], dialect="zz")
attempt(lambda: csv.writer(5))
print(csv.field_size_limit(10))
rows(["a,bcdefghijklmnop"])
rows(["a,bcdefghij", '"12345', '67890"'])
print(csv.field_size_limit(131072))
attempt(lambda: csv.field_size_limit("a"))


def written(rows, **options):
    s = io.StringIO()
    try:
        w = csv.writer(s, **options)
        print([w.writerow(row) for row in rows], repr(s.getvalue()))
    except Exception as e:
        print(type(e).__name__, e)


mixed = ["a\\b", 'q"', "x,y", "n\n", "r\r", 1, 2.5, None, "", True, "x", " ", "a b", 2 ** 70, 1e300, (1, "z")]
written([mixed, [], [""], [None], [None, None], "abc", (1, 2), range(3)])
written([mixed], escapechar="\\")
written([mixed], quoting=csv.QUOTE_NONE, escapechar="\\")
written([mixed], quoting=csv.QUOTE_NONNUMERIC)
written([mixed], quoting=csv.QUOTE_ALL)
written([mixed], doublequote=False, escapechar="\\")
written([mixed], lineterminator="x")
written([mixed], delimiter=" ", quotechar="'")
written([["a", 1]], dialect="unix")
written([["a", 1]], dialect=csv.unix_dialect, quoting=csv.QUOTE_MINIMAL)
written([[""]], quoting=csv.QUOTE_NONE)
written([["a,"]], quoting=csv.QUOTE_NONE)
written([["a\""]], doublequote=False)
written([5])
written([None])


class Semi(csv.Dialect):
    delimiter = ";"
    quotechar = "'"
    lineterminator = "\n"
    quoting = csv.QUOTE_MINIMAL


class Wrong(csv.excel):
    delimiter = ";;"


csv.register_dialect("semi", Semi)
csv.register_dialect("pipes", delimiter="|", quoting=csv.QUOTE_ALL)
print(csv.list_dialects())
written([["a;b", "it's", 3]], dialect="semi")
written([["a|b", 'x"y', 3]], dialect="pipes")
d = csv.get_dialect("semi")
print(d.delimiter, d.quotechar, d.doublequote, d.escapechar, repr(d.lineterminator), d.quoting, d.skipinitialspace, d.strict)
csv.unregister_dialect("pipes")
print(csv.list_dialects())
attempt(lambda: csv.get_dialect("pipes").delimiter)
attempt(lambda: csv.unregister_dialect("pipes"))
attempt(lambda: csv.register_dialect(5))
attempt(lambda: csv.register_dialect("x", delimiter=5))
attempt(lambda: Wrong().delimiter)
attempt(lambda: csv.Dialect().delimiter)
attempt(lambda: csv.reader([], Wrong))
attempt(lambda: csv.reader([], Wrong, delimiter=";").dialect.delimiter)
