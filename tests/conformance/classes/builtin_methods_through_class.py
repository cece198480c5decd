class S(str):
    def __eq__(self, o): return str.__eq__(self, o)
    def __hash__(self): return str.__hash__(self)
    def __add__(self, o): return S(str.__add__(self, o))
    def upper(self): return S(str.upper(self) + "!")
    def __lt__(self, o): return str.__lt__(self, o)
    def startswith(self, p): return str.startswith(self, p)
    def split(self, sep=None): return [S(x) for x in str.split(self, sep)]
    def __contains__(self, x): return str.__contains__(self, x)
    def __format__(self, spec): return "<" + str.__format__(self, spec) + ">"
    def __len__(self): return str.__len__(self) * 2
    def __mul__(self, n): return S(str.__mul__(self, n))
    def __getitem__(self, i): return S(str.__getitem__(self, i))
a, b = S("abc"), S("abd")
print(a == b, a == S("abc"), hash(a) == hash("abc"), a + b, type(a + b).__name__, a.upper(), a < b, a.startswith(S("ab")), S("a b").split(), S("b") in a, f"{a:>5}", len(a), a * 2, a[1], {a: 1}[S("abc")], sorted([b, a]))
class B(bytes):
    def hex(self): return bytes.hex(self).upper()
    def __getitem__(self, i): return bytes.__getitem__(self, i)
    def decode(self): return bytes.decode(self, "utf-8")
print(B(b"\xab\x01").hex(), B(b"xy")[0], B(b"xy").decode())
class F(float):
    def __add__(self, o): return F(float.__add__(self, o))
    def is_integer(self): return not float.is_integer(self)
    def __round__(self, n=0): return float.__round__(self, n)
print(F(1.5) + F(2), F(2.0).is_integer(), round(F(2.345), 2), float.hex(F(1.5)))
class I(int):
    def __add__(self, o): return I(int.__add__(self, o))
    def bit_length(self): return int.bit_length(self) + 100
    def __eq__(self, o): return int.__eq__(self, o)
    def __hash__(self): return int.__hash__(self)
    def __str__(self): return "I" + int.__str__(self)
    def __repr__(self): return "I" + int.__repr__(self)
    def to_bytes(self, n): return int.to_bytes(self, n, "big")
print(I(3) + I(4), I(9).bit_length(), I(3) == I(3), I(3) == 3, {I(3): 2}[I(3)], str(I(5)), [I(5)], I(7).to_bytes(2))
class T(tuple):
    def __lt__(self, o): return tuple.__lt__(self, o)
    def __mul__(self, n): return T(tuple.__mul__(self, n))
    def count(self, x): return tuple.count(self, x)
print(sorted([T([3]), T([1, 2])]), T([1]) * 2, T([1, 1]).count(1), tuple.__repr__(T([1])), tuple.__len__(T("ab")))
