# A report tool: reads a table of sales, filters, groups and writes tables.
import argparse
import csv
import io
import sys

DATA = """date,region,product,units,price
2024-01-03,North,widget,10,2.50
2024-01-04,South,gadget,3,10.00
2024-01-09,North,gadget,1,10.00
2024-02-01,West,"widget, large",4,4.75
2024-02-11,South,widget,20,2.40
2024-03-05,North,"12"" disc",2,99.99
2024-03-06,East,widget,0,2.50
"""


class Sale:
    def __init__(self, date, region, product, units, price):
        self.date = date
        self.region = region
        self.product = product
        self.units = units
        self.price = price

    @property
    def amount(self):
        return self.units * self.price


def load(stream, skip_empty):
    sales = []
    for row in csv.DictReader(stream):
        sale = Sale(row["date"], row["region"], row["product"], int(row["units"]), float(row["price"]))
        if skip_empty and sale.units == 0:
            continue
        sales.append(sale)
    return sales


def positive(text):
    n = int(text)
    if n <= 0:
        raise argparse.ArgumentTypeError(f"{n} is not positive")
    return n


def group(sales, by):
    totals = {}
    for sale in sales:
        key = {"region": sale.region, "product": sale.product, "date": sale.date}[by]
        count, amount = totals.get(key, (0, 0.0))
        totals[key] = (count + sale.units, amount + sale.amount)
    return totals


def command_summary(args):
    sales = load(io.StringIO(DATA), args.skip_empty)
    if args.region:
        sales = [s for s in sales if s.region in args.region]
    totals = group(sales, args.by)
    rows = sorted(totals.items(), key=lambda item: (-item[1][1], item[0]))
    if args.limit is not None:
        rows = rows[:args.limit]
    writer = csv.writer(sys.stdout, delimiter=args.delimiter, lineterminator="\n")
    writer.writerow([args.by, "units", "amount"])
    for name, (units, amount) in rows:
        writer.writerow([name, units, f"{amount:.2f}"])
    return len(rows)


def command_export(args):
    out = io.StringIO()
    sales = load(io.StringIO(DATA), False)
    writer = csv.DictWriter(out, fieldnames=args.columns, extrasaction="ignore", lineterminator="\n",
                            quoting=csv.QUOTE_ALL if args.quote else csv.QUOTE_MINIMAL)
    writer.writeheader()
    for s in sales:
        writer.writerow({"date": s.date, "region": s.region, "product": s.product, "units": s.units, "price": s.price})
    text = out.getvalue()
    if args.upper:
        text = text.upper()
    print(text, end="")
    return text.count("\n")


def make_parser():
    parser = argparse.ArgumentParser(prog="report", description="Reports about sales.", epilog="Amounts are in euros.")
    parser.add_argument("--verbose", "-v", action="count", default=0, help="tell more; may be given again")
    parser.add_argument("--delimiter", default=",", metavar="CHAR", help="between columns (default: %(default)r)".replace("%(default)r", "%(default)s"))
    commands = parser.add_subparsers(dest="command", required=True, metavar="COMMAND", help="one of these:")
    summary = commands.add_parser("summary", help="totals by a column")
    summary.add_argument("by", choices=["region", "product", "date"], help="the column")
    summary.add_argument("-r", "--region", action="append", help="only this region; may be given again")
    summary.add_argument("-n", "--limit", type=positive, help="at most so many lines")
    summary.add_argument("--skip-empty", action="store_true", help="leave out sales of nothing")
    summary.set_defaults(func=command_summary)
    export = commands.add_parser("export", help="the table again")
    export.add_argument("columns", nargs="+", metavar="COLUMN")
    style = export.add_mutually_exclusive_group()
    style.add_argument("--quote", action="store_true", help="quotes around everything")
    style.add_argument("--upper", action="store_true", help="capital letters")
    export.set_defaults(func=command_export)
    return parser


def main(argv):
    parser = make_parser()
    args = parser.parse_args(argv)
    if args.verbose >= 1:
        print("command:", args.command)
    if args.verbose >= 2:
        print("delimiter:", repr(args.delimiter))
    lines = args.func(args)
    print(lines, "lines")
    return 0 if lines else 1


COMMANDS = [
    ["summary", "region"],
    ["-v", "--delimiter", ";", "summary", "product", "-n", "2"],
    ["-vv", "summary", "date", "--skip-empty", "-r", "North", "--region=East"],
    ["export", "date", "product", "--quote"],
    ["export", "product", "units", "--upper"],
    ["export", "product", "--upper", "--quote"],
    ["summary", "color"],
    ["summary", "region", "-n", "0"],
    ["summary", "region", "-n", "x"],
    ["summary"],
    [],
    ["--help"],
    ["summary", "-h"],
    ["exp", "a"],
]

sys.stderr = sys.stdout
for argv in COMMANDS:
    print("$ report", " ".join(argv))
    try:
        print("->", main(argv))
    except SystemExit as e:
        print("-> exit", e.code)
