from abc import ABC, abstractmethod


class LibraryError(Exception):
    """Base of what goes wrong in a library."""


class NotAvailable(LibraryError):
    pass


class LimitReached(LibraryError):
    pass


class Media(ABC):
    def __init__(self, title, year):
        self.title = title
        self.year = year
        self.borrower = None

    @abstractmethod
    def loan_days(self):
        ...

    def fine(self, days_late):
        return max(0, days_late) * 0.25

    @property
    def available(self):
        return self.borrower is None

    def describe(self):
        state = "available" if self.available else f"lent to {self.borrower.name}"
        return f"{self.title} ({self.year}), {state}"


class Book(Media):
    def __init__(self, title, year, author, pages=0):
        super().__init__(title, year)
        self.author = author
        self.pages = pages

    def loan_days(self):
        return 28 if self.pages > 300 else 21

    def describe(self):
        return f"{self.author}: " + super().describe()


class Film(Media):
    def __init__(self, title, year, minutes):
        super().__init__(title, year)
        self.minutes = minutes

    def loan_days(self):
        return 7

    def fine(self, days_late):
        return super().fine(days_late) * 4


class Magazine(Media):
    def loan_days(self):
        return 3


class Member:
    limit = 2

    def __init__(self, name):
        self.name = name
        self.loans = {}
        self.debt = 0.0

    def __str__(self):
        return f"{self.name} with {len(self.loans)} loan(s), owes {self.debt:.2f}"


class Premium(Member):
    limit = 5


class Library:
    def __init__(self):
        self.items = []
        self.members = {}

    def add(self, *items):
        self.items.extend(items)

    def join(self, member):
        self.members[member.name] = member
        return member

    def find(self, text):
        return [item for item in self.items if text.lower() in item.title.lower()]

    def lend(self, title, name, day):
        member = self.members[name]
        if len(member.loans) >= member.limit:
            raise LimitReached(f"{name} has {len(member.loans)} loans already")
        for item in self.find(title):
            if item.available:
                item.borrower = member
                member.loans[item] = day + item.loan_days()
                return member.loans[item]
        raise NotAvailable(title)

    def give_back(self, title, name, day):
        member = self.members[name]
        for item, due in list(member.loans.items()):
            if title in item.title:
                late = day - due
                fine = item.fine(late)
                member.debt += fine
                del member.loans[item]
                item.borrower = None
                return fine
        raise LibraryError(f"{name} does not have {title!r}")

    def overdue(self, day):
        for member in self.members.values():
            for item, due in member.loans.items():
                if due < day:
                    yield member.name, item.title, day - due


library = Library()
library.add(Book("Dune", 1965, "Herbert", 412), Book("Emma", 1815, "Austen", pages=290), Film("Metropolis", 1927, 153),
            Magazine("Byte", 1984), Book("Dune Messiah", 1969, "Herbert", 256))
library.join(Member("Ann"))
library.join(Premium("Bob"))
for title, name, day in [("dune", "Ann", 1), ("dune", "Bob", 2), ("dune", "Bob", 3), ("Metro", "Ann", 3), ("Byte", "Ann", 4),
                         ("Emma", "Bob", 5), ("nothing", "Bob", 6)]:
    try:
        print(f"{name} borrows {title}, due on day {library.lend(title, name, day)}")
    except NotAvailable as e:
        print("not available:", e)
    except LibraryError as e:
        print(type(e).__name__, "-", e)
for item in library.items:
    print(item.describe())
print(list(library.overdue(25)))
for title, name, day in [("Metropolis", "Ann", 15), ("Dune", "Ann", 10), ("Dune", "Ann", 11), ("Emma", "Bob", 30)]:
    try:
        print("fine", library.give_back(title, name, day))
    except LibraryError as e:
        print(e)
for member in library.members.values():
    print(member)
try:
    Media("x", 1)
except TypeError as e:
    print(e)
print([c.__name__ for c in (Book, Film, Magazine) if issubclass(c, Media)], isinstance(library.items[0], Book))
