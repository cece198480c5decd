"""Library management."""
import sys
from collections import defaultdict, deque, Counter


class Book:
    count = 0

    def __init__(self, title, author, year, copies=1):
        self.title = title
        self.author = author
        self.year = year
        self.copies = copies
        Book.count += 1

    def __repr__(self):
        return f"Book({self.title!r}, {self.author!r}, {self.year})"

    def __eq__(self, other):
        return isinstance(other, Book) and self.title == other.title

    def __hash__(self):
        return hash(self.title)

    def __lt__(self, other):
        return self.year < other.year


class Member:
    def __init__(self, name):
        self.name = name
        self.loans = []

    @property
    def active(self):
        return len(self.loans) > 0

    def borrow(self, book):
        if book.copies < 1:
            raise ValueError(f"no copies of {book.title} left")
        book.copies -= 1
        self.loans.append(book)

    def give_back(self, book):
        try:
            self.loans.remove(book)
        except ValueError:
            print(self.name, "does not have", book.title)
        else:
            book.copies += 1


class Library:
    def __init__(self):
        self.books = {}
        self.members = {}
        self.queue = deque()

    def add(self, *books):
        for b in books:
            self.books[b.title] = b
        return self

    def join(self, name):
        return self.members.setdefault(name, Member(name))

    def by_author(self):
        out = defaultdict(list)
        for b in self.books.values():
            out[b.author].append(b.title)
        return {k: sorted(v) for k, v in sorted(out.items())}

    def __len__(self):
        return len(self.books)

    def __contains__(self, title):
        return title in self.books

    def __iter__(self):
        yield from sorted(self.books.values())


def main(argv):
    lib = Library()
    lib.add(Book("Emma", "Austen", 1815), Book("Persuasion", "Austen", 1817, 2), Book("Dracula", "Stoker", 1897))
    ann, bob = lib.join("Ann"), lib.join("Bob")
    ann.borrow(lib.books["Emma"])
    try:
        bob.borrow(lib.books["Emma"])
    except ValueError as e:
        print("error:", e)
    bob.give_back(lib.books["Emma"])
    ann.give_back(lib.books["Emma"])
    print(ann.active, bob.active, len(lib), "Emma" in lib, Book.count)
    print(lib.by_author())
    for i, b in enumerate(lib, 1):
        print(f"{i:>2}. {b.title:<12}|{b.year:^8}|{b.copies:03d}")
    words = "the cat and the dog and the bird".split()
    c = Counter(words)
    print(c.most_common(2), sum(c.values()))
    oldest = min(lib, key=lambda b: b.year)
    print(oldest, max(lib.books.values()), sorted(lib, reverse=True))
    q = deque([1, 2, 3])
    q.appendleft(0)
    q.rotate(1)
    print(list(q), q.pop(), q.popleft())
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv))
