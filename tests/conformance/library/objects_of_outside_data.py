import json
from dataclasses import dataclass
from decimal import Decimal


@dataclass
class Money:
    amount: Decimal

    def __mul__(self, factor: Decimal) -> "Money":
        return Money(self.amount * factor)

    def __add__(self, other: "Money") -> "Money":
        return Money(self.amount + other.amount)


@dataclass
class Account:
    name: str
    balance: Money

    def interest(self) -> Money:
        return self.balance * Decimal("0.5")


class Bank:
    def __init__(self) -> None:
        self.accounts: list[Account] = []

    def load(self, text: str) -> None:
        for item in json.loads(text):
            item["balance"] = Money(Decimal(item["balance"]))
            self.accounts.append(Account(**item))

    def book(self, account: Account, amount: Money) -> None:
        account.balance += amount

    def total(self) -> Money:
        return sum((account.balance for account in self.accounts), start=Money(Decimal(0)))


bank = Bank()
bank.load('[{"name": "a", "balance": "1.50"}, {"name": "b", "balance": 7}]')
bank.accounts.append(Account("c", Money(Decimal(1))))
for account in bank.accounts:
    bank.book(account, account.interest())
    print(account, account.interest().amount, account.balance.amount * 2)
print(bank.total())
# What was not replaced is found when the program runs.
wrong = Account(**json.loads('{"name": "d", "balance": 3}'))
print(wrong.interest())
try:
    wrong.interest().amount
except AttributeError as error:
    print(error)
try:
    bank.load('[{"name": "e", "balance": "1", "owner": 5}]')
except TypeError as error:
    print(error)
bank.load('[{"name": "f", "balance": null}]')
