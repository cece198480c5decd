class S(str):
    pass
s = S("x")
print("a" + s, s + "a", s + s, type("a" + s) is str, "%s|%5s|%r" % (s, s, s), hasattr(s, "__radd__"))
a = "q"
a += s
print(a, [S("b"), "a", S("c")].index("a"), "".join([s, "y", s]))
for n in ("upper", "lower", "strip"):
    print(getattr(s, n)(), getattr("Ab", n)())
class U(int):
    def __add__(self, o): return "U+"
    def __radd__(self, o): return "+U"
print(1 + U(2), U(2) + 1, 1.5 + U(1), U(1) + 1.5, U(1) - 1.5, U(3).__sub__(1))
class G(float):
    def __add__(self, o): return G(super().__add__(o))
print(G(1.5) + 1, type(G(1.5) + 1).__name__, 1 + G(1.5), G(2.5) == 2.5, 2.5 == G(2.5), G(1) < U(2), U(1) < G(0.5), U(1) == G(1.0))
