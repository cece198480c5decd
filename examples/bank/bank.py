#!/usr/bin/env python3
"""Simulates a small bank: accounts, transfers, interest, a ledger that has to add up.

A scenario is a text file with a command a line; the state can be kept in a JSON file between runs.
"""
from __future__ import annotations

import argparse
import dataclasses
import json
import random
import sys
from abc import ABC, abstractmethod
from collections import defaultdict
from dataclasses import dataclass, field
from datetime import date, timedelta
from decimal import ROUND_HALF_EVEN, Decimal, InvalidOperation
from enum import Enum, Flag, auto, unique
from functools import total_ordering
from typing import Callable, ClassVar, Iterator, Optional

CENT = Decimal("0.01")


class BankError(Exception):
    """Base of everything that a bank refuses to do."""


class UnknownAccount(BankError):
    def __str__(self) -> str:
        return f"no account {self.args[0]!r}"


class InsufficientFunds(BankError):
    def __init__(self, account: Account, wanted: Money) -> None:
        super().__init__(account, wanted)
        self.account = account
        self.missing = wanted - account.available

    def __str__(self) -> str:
        return f"{self.account.name} lacks {self.missing}"


class NotAllowed(BankError):
    pass


class ScenarioError(Exception):
    def __init__(self, number: int, message: str) -> None:
        super().__init__(f"line {number}: {message}")


@total_ordering
@dataclass(frozen=True)
class Money:
    amount: Decimal
    currency: str = "EUR"

    @classmethod
    def parse(cls, text: str) -> Money:
        number, _, currency = text.partition(" ")
        try:
            amount = Decimal(number.replace(",", ""))
        except InvalidOperation:
            raise ValueError(f"not an amount: {text!r}") from None
        if amount != amount.quantize(CENT):
            raise ValueError(f"parts of a cent: {text!r}")
        return cls(amount.quantize(CENT), currency or "EUR")

    def _same(self, other: Money) -> None:
        if self.currency != other.currency:
            raise NotAllowed(f"{self.currency} and {other.currency} do not mix")

    def __add__(self, other: Money) -> Money:
        self._same(other)
        return Money(self.amount + other.amount, self.currency)

    def __sub__(self, other: Money) -> Money:
        self._same(other)
        return Money(self.amount - other.amount, self.currency)

    def __mul__(self, factor: Decimal) -> Money:
        return Money((self.amount * factor).quantize(CENT, rounding=ROUND_HALF_EVEN), self.currency)

    def __neg__(self) -> Money:
        return Money(-self.amount, self.currency)

    def __lt__(self, other: Money) -> bool:
        self._same(other)
        return self.amount < other.amount

    def __bool__(self) -> bool:
        return bool(self.amount)

    def __str__(self) -> str:
        return f"{self.amount:,.2f} {self.currency}"


ZERO = Money(Decimal("0.00"))


@unique
class Kind(Enum):
    DEPOSIT = auto()
    WITHDRAWAL = auto()
    TRANSFER = auto()
    INTEREST = auto()
    FEE = auto()


class Rights(Flag):
    NONE = 0
    DEPOSIT = auto()
    WITHDRAW = auto()
    TRANSFER = auto()
    ALL = DEPOSIT | WITHDRAW | TRANSFER


@dataclass(order=True)
class Booking:
    day: date
    number: int
    kind: Kind = field(compare=False)
    amount: Money = field(compare=False)
    source: Optional[str] = field(default=None, compare=False)
    target: Optional[str] = field(default=None, compare=False)
    text: str = field(default="", compare=False, repr=False)

    def to_json(self) -> dict:
        return {
            "day": self.day.isoformat(),
            "number": self.number,
            "kind": self.kind.name,
            "amount": str(self.amount.amount),
            "source": self.source,
            "target": self.target,
            "text": self.text,
        }

    @classmethod
    def from_json(cls, data: dict) -> Booking:
        return cls(
            date.fromisoformat(data["day"]), data["number"], Kind[data["kind"]], Money(Decimal(data["amount"])),
            data["source"], data["target"], data["text"],
        )


@dataclass
class Account(ABC):
    """An account; its class decides on interest, limits and fees."""

    name: str
    owner: str
    balance: Money = ZERO
    rights: Rights = Rights.ALL
    opened: date = date(2024, 1, 1)
    history: list[int] = field(default_factory=list, repr=False)

    registry: ClassVar[dict[str, type[Account]]] = {}
    title: ClassVar[str] = ""

    def __init_subclass__(cls, **kwargs: object) -> None:
        super().__init_subclass__(**kwargs)
        Account.registry[cls.title] = cls

    @property
    def available(self) -> Money:
        return self.balance

    @abstractmethod
    def interest(self, days: int) -> Money:
        """What is due for some days at the current balance."""

    def fee(self, kind: Kind) -> Money:
        return ZERO

    def require(self, right: Rights) -> None:
        if right not in self.rights:
            raise NotAllowed(f"{self.name}: {right.name.lower()} is not allowed")

    def to_json(self) -> dict:
        data = dataclasses.asdict(self)
        data.update(
            title=self.title,
            balance=str(self.balance.amount),
            rights=self.rights.value,
            opened=str(self.opened),
        )
        return data


@dataclass
class Checking(Account):
    title: ClassVar[str] = "checking"
    overdraft: str = "0"

    @property
    def available(self) -> Money:
        return self.balance + Money(Decimal(self.overdraft))

    def interest(self, days: int) -> Money:
        rate = Decimal("-0.119") if self.balance < ZERO else Decimal(0)
        return self.balance * (abs(rate) * days / 365)

    def fee(self, kind: Kind) -> Money:
        return Money(Decimal("0.25")) if kind is Kind.TRANSFER else ZERO


@dataclass
class Savings(Account):
    title: ClassVar[str] = "savings"
    RATES: ClassVar[list[tuple[int, str]]] = [(10000, "0.021"), (1000, "0.0125"), (0, "0.0075")]

    def interest(self, days: int) -> Money:
        for limit, rate in self.RATES:
            if self.balance.amount >= limit:
                return self.balance * (Decimal(rate) * days / 365)
        return ZERO


class Bank:
    def __init__(self, today: date = date(2024, 1, 1)) -> None:
        self.today = today
        self.accounts: dict[str, Account] = {}
        self.ledger: list[Booking] = []
        self.listeners: list[Callable[[Booking], None]] = []

    def open(self, kind: str, name: str, owner: str, **options: str) -> Account:
        if name in self.accounts:
            raise NotAllowed(f"{name} exists")
        try:
            account_class = Account.registry[kind]
        except KeyError:
            raise NotAllowed(f"no kind of account {kind!r}; known: {', '.join(sorted(Account.registry))}") from None
        account = account_class(name, owner, opened=self.today, **options)
        self.accounts[name] = account
        return account

    def __getitem__(self, name: str) -> Account:
        try:
            return self.accounts[name]
        except KeyError:
            raise UnknownAccount(name) from None

    def _book(self, kind: Kind, amount: Money, source: Optional[str] = None, target: Optional[str] = None,
              text: str = "") -> Booking:
        booking = Booking(self.today, len(self.ledger) + 1, kind, amount, source, target, text)
        if source is not None:
            self[source].balance -= amount
            self[source].history.append(booking.number)
        if target is not None:
            self[target].balance += amount
            self[target].history.append(booking.number)
        self.ledger.append(booking)
        for listener in self.listeners:
            listener(booking)
        return booking

    @staticmethod
    def _positive(amount: Money) -> None:
        if amount <= ZERO:
            raise NotAllowed(f"{amount} is not positive")

    def deposit(self, name: str, amount: Money) -> Booking:
        self._positive(amount)
        self[name].require(Rights.DEPOSIT)
        return self._book(Kind.DEPOSIT, amount, target=name)

    def withdraw(self, name: str, amount: Money) -> Booking:
        self._positive(amount)
        account = self[name]
        account.require(Rights.WITHDRAW)
        if amount > account.available:
            raise InsufficientFunds(account, amount)
        return self._book(Kind.WITHDRAWAL, amount, source=name)

    def transfer(self, source: str, target: str, amount: Money, text: str = "") -> Booking:
        self._positive(amount)
        account = self[source]
        account.require(Rights.TRANSFER)
        self[target]
        fee = account.fee(Kind.TRANSFER)
        if amount + fee > account.available:
            raise InsufficientFunds(account, amount + fee)
        booking = self._book(Kind.TRANSFER, amount, source, target, text)
        if fee:
            self._book(Kind.FEE, fee, source=source, text=f"for {booking.number}")
        return booking

    def advance(self, days: int) -> None:
        """Lets days pass; interest is booked at the end of each month."""
        since = self.today
        for _ in range(days):
            tomorrow = self.today + timedelta(days=1)
            if tomorrow.month != self.today.month:
                for account in self.accounts.values():
                    interest = account.interest((tomorrow - since).days)
                    if interest > ZERO:
                        self._book(Kind.INTEREST, interest, target=account.name)
                    elif interest < ZERO:
                        self._book(Kind.INTEREST, -interest, source=account.name)
                since = tomorrow
            self.today = tomorrow

    def check(self) -> None:
        """Replays the ledger; raises AssertionError if a balance does not follow from it."""
        balances: defaultdict[str, Decimal] = defaultdict(Decimal)
        for booking in sorted(self.ledger):
            if booking.source:
                balances[booking.source] -= booking.amount.amount
            if booking.target:
                balances[booking.target] += booking.amount.amount
        for name, account in self.accounts.items():
            assert account.balance.amount == balances[name], f"{name}: {account.balance} but {balances[name]} booked"

    def statement(self, name: str) -> Iterator[str]:
        account = self[name]
        yield f"{account.title} account {account.name} of {account.owner}, opened {account.opened:%d.%m.%Y}"
        total = ZERO
        for number in account.history:
            booking = self.ledger[number - 1]
            amount = -booking.amount if booking.source == name else booking.amount
            total += amount
            other = booking.target if booking.source == name else booking.source
            detail = " ".join(filter(None, [booking.kind.name.lower(), other, booking.text and f"({booking.text})"]))
            yield f"  {booking.day} {amount!s:>16} {total!s:>16}  {detail}"
        yield f"  balance {account.balance}"

    def save(self, path: str) -> None:
        with open(path, "w", encoding="utf-8") as file:
            json.dump({
                "today": str(self.today),
                "accounts": [account.to_json() for account in self.accounts.values()],
                "ledger": [booking.to_json() for booking in self.ledger],
            }, file, indent=2, ensure_ascii=False)

    @classmethod
    def load(cls, path: str) -> Bank:
        with open(path, encoding="utf-8") as file:
            data = json.load(file)
        bank = cls(date.fromisoformat(data["today"]))
        for item in data["accounts"]:
            account_class = Account.registry[item.pop("title")]
            item["balance"] = Money(Decimal(item["balance"]))
            item["rights"] = Rights(item["rights"])
            item["opened"] = date.fromisoformat(item["opened"])
            bank.accounts[item["name"]] = account_class(**item)
        bank.ledger = [Booking.from_json(item) for item in data["ledger"]]
        bank.check()
        return bank


def simulate(bank: Bank, steps: int, seed: int) -> None:
    """Random transfers between all accounts."""
    generator = random.Random(seed)
    names = sorted(bank.accounts)
    refused: defaultdict[str, int] = defaultdict(int)
    for _ in range(steps):
        source, target = generator.sample(names, 2)
        amount = Money(Decimal(generator.randint(1, 50000)) / 100)
        try:
            bank.transfer(source, target, amount)
        except InsufficientFunds as error:
            refused[error.account.name] += 1
        except NotAllowed:
            refused["rights"] += 1
        if generator.random() < 0.2:
            bank.advance(generator.randrange(1, 10))
    bank.check()
    print(f"{steps} transfers, {sum(refused.values())} refused: {dict(sorted(refused.items()))}")


def execute(bank: Bank, words: list[str]) -> None:
    match words:
        case ["open", kind, name, owner]:
            bank.open(kind, name, owner)
        case ["open", kind, name, owner, *options]:
            bank.open(kind, name, owner, **dict(option.split("=", 1) for option in options))
        case ["deposit", name, *amount]:
            bank.deposit(name, Money.parse(" ".join(amount)))
        case ["withdraw", name, amount]:
            bank.withdraw(name, Money.parse(amount))
        case ["transfer", source, target, amount, *text]:
            bank.transfer(source, target, Money.parse(amount), " ".join(text))
        case ["freeze", name, *rights]:
            for right in rights or ["ALL"]:
                bank[name].rights &= ~Rights[right.upper()]
        case ["days", count]:
            bank.advance(int(count))
        case ["simulate", steps, seed]:
            simulate(bank, int(steps), int(seed))
        case ["show"]:
            for account in bank.accounts.values():
                print(account)
        case ["show", ("ledger" | "bookings")]:
            print(*bank.ledger, sep="\n")
        case ["show", name]:
            for line in bank.statement(name):
                print(line)
        case ["total"]:
            print(sum((account.balance for account in bank.accounts.values()), start=ZERO))
        case [command, *_]:
            raise ValueError(f"cannot understand {command!r} with {len(words) - 1} words")


def run_scenario(bank: Bank, path: str, keep_going: bool) -> int:
    refused = 0
    with open(path, encoding="utf-8") as lines:
        for number, line in enumerate(lines, start=1):
            words = line.partition("#")[0].split()
            if not words:
                continue
            try:
                execute(bank, words)
            except BankError as error:
                refused += 1
                print(f"line {number}: {type(error).__name__}: {error}")
                if not keep_going:
                    raise ScenarioError(number, "refused") from error
            except (ValueError, TypeError) as error:
                raise ScenarioError(number, str(error)) from error
    return refused


def main() -> int:
    parser = argparse.ArgumentParser(prog="bank", description="Simulates a small bank.")
    parser.add_argument("scenario", nargs="+", help="files with commands")
    parser.add_argument("--state", help="JSON file to begin with and to keep the result in")
    parser.add_argument("-k", "--keep-going", action="store_true", help="go on after what the bank refuses")
    parser.add_argument("--trace", action="store_true", help="print each booking")
    options = parser.parse_args()
    try:
        bank = Bank.load(options.state) if options.state else Bank()
    except FileNotFoundError:
        bank = Bank()
    except (KeyError, json.JSONDecodeError, AssertionError) as error:
        print(f"bank: cannot use {options.state}: {error!r}", file=sys.stderr)
        return 3
    if options.trace:
        bank.listeners.append(lambda booking: print(f"> {booking.number} {booking.kind.name} {booking.amount}"))
    refused = 0
    for path in options.scenario:
        refused += run_scenario(bank, path, options.keep_going)
    bank.check()
    if options.state:
        bank.save(options.state)
    if refused:
        print(f"{refused} refused")
    return 0 if not refused else 1


if __name__ == "__main__":
    try:
        sys.exit(main())
    except ScenarioError as error:
        cause = error.__cause__
        print(f"bank: {error}" + (f" ({cause.__class__.__name__})" if isinstance(cause, BankError) else ""), file=sys.stderr)
        sys.exit(2)
