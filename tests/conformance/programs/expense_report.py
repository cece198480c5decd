import csv
import io
import sys
from collections import defaultdict
from datetime import date, datetime, timedelta
from dataclasses import dataclass
from operator import attrgetter
from typing import List

DATA = '''date,category,amount,note
2024-01-05,food,12.50,lunch
2024-01-07,rent,800,"January, flat"
2024-02-03,food,30.25,
2024-02-05,rent,800,"February, flat"
2024-02-29,travel,99.99,"train ""fast"""
2024-03-01,food,bad,oops
'''

@dataclass(order=True)
class Expense:
    when: date
    category: str
    amount: float
    note: str = ""

    @property
    def month(self):
        return self.when.strftime("%Y-%m")

def load(text):
    for n, row in enumerate(csv.DictReader(io.StringIO(text)), 2):
        try:
            yield Expense(datetime.strptime(row["date"], "%Y-%m-%d").date(), row["category"], float(row["amount"]), row["note"] or "-")
        except ValueError as e:
            print(f"line {n}: {e}", file=sys.stdout)

def report(expenses: List[Expense]):
    by_month = defaultdict(lambda: defaultdict(float))
    for e in expenses:
        by_month[e.month][e.category] += e.amount
    for month in sorted(by_month):
        parts = ", ".join(f"{c}={v:.2f}" for c, v in sorted(by_month[month].items()))
        print(month, parts, f"total={sum(by_month[month].values()):.2f}")

expenses = list(load(DATA))
report(expenses)
print(max(expenses, key=attrgetter("amount")).note, min(expenses).when.isoformat())
gaps = [(b.when - a.when).days for a, b in zip(expenses, expenses[1:])]
print(gaps, sum(gaps) / len(gaps))
first, last = expenses[0].when, expenses[-1].when
print(last - first, first + timedelta(weeks=2), first.weekday(), last.isocalendar()[1], (first.replace(day=1) + timedelta(days=32)).replace(day=1))
out = io.StringIO()
w = csv.writer(out, lineterminator="\n")
w.writerow(["when", "amount"])
for e in sorted(expenses, key=attrgetter("amount"), reverse=True)[:2]:
    w.writerow([e.when, e.amount])
print(out.getvalue(), end="")
print(datetime(2024, 2, 29, 13, 5).strftime("%A %d %B %Y, %I:%M %p"), date.fromisoformat("2024-12-25") - date(2024, 2, 29))
