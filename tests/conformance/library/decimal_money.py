from decimal import Decimal, ROUND_HALF_UP, ROUND_DOWN, getcontext, InvalidOperation, DivisionByZero
price = Decimal("19.99"); qty = 3
total = price * qty
tax = (total * Decimal("0.21")).quantize(Decimal("0.01"), rounding=ROUND_HALF_UP)
print(total, tax, total + tax, f"{total + tax:.2f}", f"{Decimal('1234567.891'):,.2f}")
print(Decimal(1) / 3, Decimal("0.1") + Decimal("0.2"), Decimal(0.1), Decimal("1e3"), -Decimal("5.50"), abs(Decimal(-3)))
print(sum([Decimal("1.1"), Decimal("2.2")]), max(Decimal(3), Decimal("2.5")), sorted([Decimal("3"), Decimal("1.5")]), Decimal("1.0") == 1, hash(Decimal(5)) == hash(5), {Decimal("1.0"): 2}[1])
getcontext().prec = 6
print(Decimal(2).sqrt(), Decimal(22) / 7)
for bad in ("abc", "", "1.2.3"):
    try: Decimal(bad)
    except InvalidOperation as e: print(type(e).__name__, e)
try: Decimal(1) / 0
except DivisionByZero as e: print(e)
class Account:
    def __init__(self, owner, balance="0"):
        self.owner = owner
        self.balance = Decimal(balance)
    def deposit(self, x): self.balance += Decimal(str(x))
    def interest(self, rate): return (self.balance * Decimal(rate) / 100).quantize(Decimal("1.00"))
    def __repr__(self): return f"{self.owner}: {self.balance:>10}"
a = Account("Ann", "100.50"); a.deposit(20.25); print(a, a.interest("2.5"), repr(a.balance), str(a.balance), int(a.balance), float(a.balance), round(a.balance, 1), round(a.balance))
print(Decimal("10") // 3, Decimal("10") % 3, Decimal("-7") // 2, Decimal("-7") % 2, Decimal("1.50").is_zero())
