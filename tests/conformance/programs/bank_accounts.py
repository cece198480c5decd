"""A small bank: accounts, transfers, interest and statements."""


class InsufficientFunds(Exception):
    def __init__(self, account, needed):
        super().__init__(f"account {account.number} needs {needed:.2f} more")
        self.account = account
        self.needed = needed


class Account:
    next_number = 1000

    def __init__(self, owner, balance=0):
        self.owner = owner
        self.balance = balance
        self.history = []
        self.number = Account.next_number
        Account.next_number += 1

    def deposit(self, amount):
        if amount <= 0:
            raise ValueError("amount must be positive")
        self.balance += amount
        self.history.append(("deposit", amount, self.balance))
        return self

    def withdraw(self, amount):
        if amount > self.available():
            raise InsufficientFunds(self, amount - self.available())
        self.balance -= amount
        self.history.append(("withdraw", amount, self.balance))
        return self

    def available(self):
        return self.balance

    def month_end(self):
        pass

    def statement(self):
        lines = [f"{type(self).__name__} {self.number} ({self.owner})"]
        for kind, amount, balance in self.history:
            lines.append(f"  {kind:<10}{amount:>10.2f}{balance:>12.2f}")
        return "\n".join(lines)

    def __repr__(self):
        return f"{self.__class__.__name__}({self.owner!r}, {self.balance})"

    def __lt__(self, other):
        return self.balance < other.balance


class Savings(Account):
    def __init__(self, owner, balance=0, rate=0.02):
        super().__init__(owner, balance)
        self.rate = rate

    def month_end(self):
        interest = round(self.balance * self.rate / 12, 2)
        if interest:
            self.deposit(interest)


class Checking(Account):
    def __init__(self, owner, balance=0, overdraft=100):
        super().__init__(owner, balance)
        self.overdraft = overdraft
        self.fees = 0

    def available(self):
        return self.balance + self.overdraft

    def month_end(self):
        if self.balance < 0:
            self.fees += 1
            self.balance -= 5
            self.history.append(("fee", 5, self.balance))


class Bank:
    def __init__(self, name):
        self.name = name
        self.accounts = {}
        self.log = []

    def open(self, kind, owner, *args, **kwargs):
        account = kind(owner, *args, **kwargs)
        self.accounts[account.number] = account
        return account

    def transfer(self, source, target, amount):
        try:
            self.accounts[source].withdraw(amount)
        except InsufficientFunds as e:
            self.log.append(f"refused: {e}")
            return False
        except KeyError as e:
            self.log.append(f"unknown account {e}")
            return False
        else:
            self.accounts[target].deposit(amount)
            self.log.append(f"moved {amount} from {source} to {target}")
            return True
        finally:
            self.log.append("done")

    def total(self):
        return sum(a.balance for a in self.accounts.values())

    def __iter__(self):
        return iter(sorted(self.accounts.values(), reverse=True))

    def __len__(self):
        return len(self.accounts)

    def __getitem__(self, number):
        return self.accounts[number]


bank = Bank("First")
alice = bank.open(Savings, "Alice", 1200, rate=0.06)
bob = bank.open(Checking, "Bob", 50)
carol = bank.open(Checking, owner="Carol", balance=10.5, overdraft=0)
dave = bank.open(Account, "Dave")

print(bank.transfer(alice.number, bob.number, 300))
print(bank.transfer(carol.number, bob.number, 20))
print(bank.transfer(9999, bob.number, 1))
print(bank.transfer(bob.number, dave.number, 440))
for month in range(3):
    for account in bank:
        account.month_end()
for account in bank:
    print(account)
    print(account.statement())
print(f"total {bank.total():,.2f} in {len(bank)} accounts")
for line in bank.log:
    print(line)
try:
    dave.deposit(-5)
except ValueError as e:
    print("error:", e)
try:
    dave.withdraw(10 ** 6)
except InsufficientFunds as e:
    print(e, e.account is dave, e.needed)
print(max(bank), min(bank), bob.fees)
print(dave.deposit(1).deposit(2).withdraw(3).balance)
