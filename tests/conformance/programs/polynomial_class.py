class Polynomial:
    def __init__(self, *coefficients):
        """Coefficients from the constant term up."""
        coefficients = list(coefficients)
        while coefficients and coefficients[-1] == 0:
            coefficients.pop()
        self.coefficients = tuple(coefficients)

    @staticmethod
    def x():
        return Polynomial(0, 1)

    @classmethod
    def from_roots(cls, *roots):
        result = cls(1)
        for root in roots:
            result *= cls(-root, 1)
        return result

    @property
    def degree(self):
        return len(self.coefficients) - 1

    def _coerce(self, other):
        return other if isinstance(other, Polynomial) else Polynomial(other)

    def __add__(self, other):
        other = self._coerce(other)
        a, b = self.coefficients, other.coefficients
        n = max(len(a), len(b))
        a += (0,) * (n - len(a))
        b += (0,) * (n - len(b))
        return Polynomial(*[x + y for x, y in zip(a, b)])

    __radd__ = __add__

    def __neg__(self):
        return Polynomial(*(-c for c in self.coefficients))

    def __sub__(self, other):
        return self + -self._coerce(other)

    def __mul__(self, other):
        other = self._coerce(other)
        if not self or not other:
            return Polynomial()
        result = [0] * (self.degree + other.degree + 1)
        for i, a in enumerate(self.coefficients):
            for j, b in enumerate(other.coefficients):
                result[i + j] += a * b
        return Polynomial(*result)

    __rmul__ = __mul__

    def __pow__(self, n):
        result = Polynomial(1)
        for _ in range(n):
            result = result * self
        return result

    def __divmod__(self, other):
        remainder = list(self.coefficients)
        quotient = [0] * max(len(remainder) - other.degree, 0)
        lead = other.coefficients[-1]
        for i in range(len(quotient) - 1, -1, -1):
            factor = remainder[i + other.degree] // lead
            quotient[i] = factor
            for j, c in enumerate(other.coefficients):
                remainder[i + j] -= factor * c
        return Polynomial(*quotient), Polynomial(*remainder)

    def __floordiv__(self, other):
        return divmod(self, other)[0]

    def __mod__(self, other):
        return divmod(self, other)[1]

    def __call__(self, x):
        result = 0
        for c in reversed(self.coefficients):
            result = result * x + c
        return result

    def derivative(self):
        return Polynomial(*[i * c for i, c in enumerate(self.coefficients)][1:])

    def __eq__(self, other):
        return self.coefficients == self._coerce(other).coefficients

    def __hash__(self):
        return hash(self.coefficients)

    def __bool__(self):
        return bool(self.coefficients)

    def __len__(self):
        return len(self.coefficients)

    def __str__(self):
        terms = []
        for power in range(self.degree, -1, -1):
            c = self.coefficients[power]
            if c == 0:
                continue
            sign = "-" if c < 0 else "+"
            c = abs(c)
            body = str(c) if power == 0 or c != 1 else ""
            if power:
                body += "x" if power == 1 else f"x^{power}"
            terms.append((sign, body))
        if not terms:
            return "0"
        first_sign, first = terms[0]
        text = ("-" if first_sign == "-" else "") + first
        return text + "".join(f" {sign} {body}" for sign, body in terms[1:])

    def __repr__(self):
        return f"Polynomial{self.coefficients}"


x = Polynomial.x()
p = 3 * x ** 2 + x * -2 + 1
q = x - 4
print(p, "|", q, "|", p + q, "|", p - p, "|", p * q)
print(repr(p), p.degree, len(p), bool(Polynomial()), p(2), p(0.5), p(10 ** 12))
r = Polynomial.from_roots(1, 2, 3)
print(r, [r(i) for i in range(5)])
print(*divmod(r, x - 2), sep=" , ")
print(divmod(x ** 5 + 1, x ** 2 + 1), r % (x - 5), r // (x - 5))
print(r.derivative(), r.derivative().derivative(), Polynomial(5).derivative())
print(p == 3 * x * x - 2 * x + 1, p == q, Polynomial(5) == 5, len({p, q, p + 0, q * 1}))
print((x + 1) ** 10)
print(sum([x, x ** 2, x ** 3]))
