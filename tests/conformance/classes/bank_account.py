# Accounts: class and static methods, properties, subclasses, exceptions, history.
class InsufficientFunds(Exception):
    def __init__(self, needed, available):
        super().__init__(f'need {needed}, have {available}')
        self.missing = needed - available


class Account:
    rate = 0.01
    _count = 0

    def __init__(self, owner, balance=0):
        self.owner = owner
        self._balance = balance
        self.history = [('open', balance)]
        Account._count += 1

    @property
    def balance(self):
        return self._balance

    @balance.setter
    def balance(self, value):
        if value < 0:
            raise ValueError('negative balance')
        self._balance = value

    @classmethod
    def from_text(cls, text):
        owner, amount = text.split(':')
        return cls(owner, int(amount))

    @staticmethod
    def valid(amount):
        return amount > 0

    def withdraw(self, amount):
        if not self.valid(amount):
            raise ValueError(f'bad amount {amount}')
        if amount > self.balance:
            raise InsufficientFunds(amount, self.balance)
        self.balance -= amount
        self.history.append(('withdraw', amount))

    def add_interest(self):
        self.balance += self.balance * self.rate

    def __str__(self):
        return f'{type(self).__name__}({self.owner}: {self.balance})'


class Savings(Account):
    rate = 0.05

    def withdraw(self, amount):
        super().withdraw(amount + 1)


a, b = Account('ann', 100), Savings.from_text('bob:200')
for account, amount in ((a, 30), (b, 50), (a, 500), (b, -3)):
    try:
        account.withdraw(amount)
    except InsufficientFunds as e:
        print('refused:', e, e.missing)
    except ValueError as e:
        print('error:', e)
    print(account)
a.add_interest()
b.add_interest()
print(a, b, a.history, b.history[-1], Account._count, Account.valid(0))
try:
    a.balance = -1
except ValueError as e:
    print(e)
