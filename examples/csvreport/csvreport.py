#!/usr/bin/env python3
"""Reports on CSV tables: describe columns, group and aggregate rows, make pivot tables.

    csvreport describe FILE
    csvreport group FILE --by COLUMN --sum COLUMN --mean COLUMN
    csvreport pivot FILE --rows COLUMN --columns COLUMN --values COLUMN
    csvreport select FILE --where 'price > 10' --columns name,price --sort -price
"""
from __future__ import annotations

import argparse
import csv
import io
import operator
import re
import statistics
import sys
from collections import Counter, OrderedDict, defaultdict
from typing import Callable, Iterable, Iterator, NamedTuple, Optional, TextIO, Union

Value = Union[int, float, str, None]
Row = dict[str, Value]

MISSING = {"", "-", "n/a", "NA", "null"}
OPERATORS: dict[str, Callable] = {
    "==": operator.eq,
    "!=": operator.ne,
    "<=": operator.le,
    ">=": operator.ge,
    "<": operator.lt,
    ">": operator.gt,
    "~": lambda text, pattern: re.search(str(pattern), str(text)) is not None,
}


class ReportError(Exception):
    """Something about the table or the request is wrong; the message is for the user."""


class ColumnError(ReportError):
    def __init__(self, name: str, known: list[str]) -> None:
        super().__init__(f"no column {name!r} (there are: {', '.join(known)})")
        self.name = name


class Condition(NamedTuple):
    column: str
    operator: str
    value: Value

    @classmethod
    def parse(cls, text: str) -> "Condition":
        match = re.fullmatch(r"\s*(\w+)\s*(==|!=|<=|>=|<|>|~)\s*(.*?)\s*", text)
        if match is None:
            raise ReportError(f"cannot understand the condition {text!r}")
        column, symbol, value = match.groups()
        return cls(column, symbol, value if symbol == "~" else convert(value))

    def __call__(self, row: Row) -> bool:
        value = row[self.column]
        if value is None:
            return False
        try:
            return bool(OPERATORS[self.operator](value, self.value))
        except TypeError:
            return False


def convert(text: str) -> Value:
    """The text as an int, a float or itself; None if it stands for nothing."""
    text = text.strip()
    if text in MISSING:
        return None
    for kind in (int, float):
        try:
            return kind(text)
        except ValueError:
            pass
    return text


class Table:
    def __init__(self, columns: list[str], rows: list[Row]) -> None:
        self.columns = columns
        self.rows = rows

    def __len__(self) -> int:
        return len(self.rows)

    def __iter__(self) -> Iterator[Row]:
        return iter(self.rows)

    def check(self, *names: str) -> None:
        for name in names:
            if name not in self.columns:
                raise ColumnError(name, self.columns)

    def column(self, name: str) -> list[Value]:
        self.check(name)
        return [row[name] for row in self.rows]

    def numbers(self, name: str) -> list[float]:
        return [value for value in self.column(name) if isinstance(value, (int, float))]

    def where(self, conditions: Iterable[Condition]) -> Table:
        rows = self.rows
        for condition in conditions:
            self.check(condition.column)
            rows = [row for row in rows if condition(row)]
        return Table(self.columns, rows)

    def sorted_by(self, key: str) -> Table:
        descending = key.startswith("-")
        name = key.lstrip("-")
        self.check(name)

        def sort_key(row: Row) -> tuple:
            value = row[name]
            # Missing values last, numbers before texts.
            return (value is None, isinstance(value, str), value if value is not None else 0)

        return Table(self.columns, sorted(self.rows, key=sort_key, reverse=descending))

    @classmethod
    def read(cls, file: TextIO, delimiter: Optional[str] = None) -> Table:
        text = file.read()
        if not text.strip():
            raise ReportError("the table is empty")
        if delimiter is None:
            first = text.splitlines()[0]
            delimiter = max(",;\t|", key=first.count)
        reader = csv.DictReader(io.StringIO(text, newline=""), delimiter=delimiter, skipinitialspace=True)
        columns = [name.strip() for name in reader.fieldnames or []]
        duplicates = [name for name, count in Counter(columns).items() if count > 1]
        if duplicates:
            raise ReportError(f"columns occur twice: {', '.join(duplicates)}")
        reader.fieldnames = columns
        rows = []
        for record in reader:
            if None in record:
                raise ReportError(f"line {reader.line_num}: more fields than columns")
            rows.append({name: convert(record[name] or "") for name in columns})
        return cls(columns, rows)


def format_value(value: Value) -> str:
    if value is None:
        return "-"
    if isinstance(value, float):
        return f"{value:,.2f}"
    if isinstance(value, int):
        return f"{value:,}"
    return value


def format_table(header: list[str], rows: list[list[Value]]) -> str:
    cells = [[format_value(value) for value in row] for row in rows]
    widths = [max(map(len, column)) for column in zip(header, *cells)]
    numeric = [all(not isinstance(row[i], str) for row in rows) for i in range(len(header))]
    lines = []
    for line in [header, ["-" * width for width in widths], *cells]:
        lines.append("  ".join(
            text.rjust(width) if right else text.ljust(width)
            for text, width, right in zip(line, widths, numeric)
        ).rstrip())
    return "\n".join(lines)


AGGREGATES: OrderedDict[str, Callable[[list], Value]] = OrderedDict([
    ("sum", sum),
    ("mean", statistics.mean),
    ("median", statistics.median),
    ("min", min),
    ("max", max),
    ("stdev", lambda values: statistics.stdev(values) if len(values) > 1 else None),
])


def describe(table: Table) -> str:
    rows: list[list[Value]] = []
    for name in table.columns:
        values = table.column(name)
        numbers = table.numbers(name)
        missing = sum(value is None for value in values)
        row: list[Value] = [name, len(values) - missing, missing]
        if numbers and len(numbers) + missing == len(values):
            quartiles = statistics.quantiles(numbers, n=4) if len(numbers) > 1 else [None] * 3
            row += [min(numbers), quartiles[0], statistics.median(numbers), quartiles[2], max(numbers),
                    statistics.fmean(numbers)]
        else:
            common = Counter(value for value in values if value is not None).most_common(1)
            text = f"{len(set(values))} different"
            if common:
                text += f", often {common[0][0]}"
            row += [text] + [None] * 5
        rows.append(row)
    return format_table(["column", "values", "missing", "min", "25%", "median", "75%", "max", "mean"], rows)


def group(table: Table, by: list[str], aggregates: list[tuple[str, str]]) -> Table:
    table.check(*by, *(column for _, column in aggregates))
    groups: defaultdict[tuple, list[Row]] = defaultdict(list)
    for row in table:
        groups[tuple(row[name] for name in by)].append(row)
    columns = by + ["count"] + [f"{function}({column})" for function, column in aggregates]
    result = []
    for key in sorted(groups, key=lambda key: [str(part) for part in key]):
        line: Row = dict(zip(by, key))
        line["count"] = len(groups[key])
        for function, column in aggregates:
            numbers = Table(table.columns, groups[key]).numbers(column)
            line[f"{function}({column})"] = AGGREGATES[function](numbers) if numbers else None
        result.append(line)
    return Table(columns, result)


def pivot(table: Table, rows: str, columns: str, values: str, function: str) -> Table:
    table.check(rows, columns, values)
    names = sorted({str(row[columns]) for row in table})
    cells: dict[str, dict[str, list[float]]] = {}
    for row in table:
        value = row[values]
        if isinstance(value, (int, float)):
            cells.setdefault(str(row[rows]), {}).setdefault(str(row[columns]), []).append(value)
    result: list[Row] = []
    for label, line in sorted(cells.items()):
        new: Row = {rows: label}
        new.update((name, AGGREGATES[function](line[name]) if name in line else None) for name in names)
        new["total"] = AGGREGATES[function]([value for part in line.values() for value in part])
        result.append(new)
    return Table([rows, *names, "total"], result)


def write(table: Table, form: str, out: TextIO) -> None:
    lines = [[row[name] for name in table.columns] for row in table]
    if form == "text":
        print(format_table(table.columns, lines), file=out)
    elif form == "csv":
        writer = csv.writer(out, lineterminator="\n")
        writer.writerow(table.columns)
        writer.writerows(lines)
    elif form == "markdown":
        print("| " + " | ".join(table.columns) + " |", file=out)
        print("|" + " --- |" * len(table.columns), file=out)
        for line in lines:
            print("| " + " | ".join(format_value(value).replace("|", "\\|") for value in line) + " |", file=out)


def build_parser() -> argparse.ArgumentParser:
    common = argparse.ArgumentParser(add_help=False)
    common.add_argument("file", metavar="FILE", help="a CSV file, or - for standard input")
    common.add_argument("-d", "--delimiter", help="what separates fields (default: guessed)")
    common.add_argument("-w", "--where", action="append", default=[], metavar="CONDITION")
    common.add_argument("-o", "--output", metavar="FILE")
    common.add_argument("-f", "--format", choices=["text", "csv", "markdown"], default="text")
    parser = argparse.ArgumentParser(prog="csvreport", description="Reports on CSV tables.")
    commands = parser.add_subparsers(dest="command", required=True, metavar="COMMAND")
    commands.add_parser("describe", parents=[common], help="statistics of every column")
    grouping = commands.add_parser("group", parents=[common], help="aggregate rows")
    grouping.add_argument("--by", action="append", required=True, metavar="COLUMN")
    for name in AGGREGATES:
        grouping.add_argument(f"--{name}", action="append", default=[], metavar="COLUMN")
    pivoting = commands.add_parser("pivot", parents=[common], help="a table of two columns")
    for name in ("rows", "columns", "values"):
        pivoting.add_argument(f"--{name}", required=True, metavar="COLUMN")
    pivoting.add_argument("--aggregate", choices=list(AGGREGATES), default="sum")
    selecting = commands.add_parser("select", parents=[common], help="some rows and columns")
    selecting.add_argument("--columns", type=lambda text: text.split(","))
    selecting.add_argument("--sort", metavar="[-]COLUMN")
    selecting.add_argument("--limit", type=int)
    return parser


def run(options: argparse.Namespace, out: TextIO) -> None:
    if options.file == "-":
        table = Table.read(sys.stdin, options.delimiter)
    else:
        with open(options.file, newline="", encoding="utf-8") as file:
            table = Table.read(file, options.delimiter)
    table = table.where(Condition.parse(text) for text in options.where)
    if options.command == "describe":
        print(f"{len(table)} rows, {len(table.columns)} columns", file=out)
        print(describe(table), file=out)
    elif options.command == "group":
        aggregates = [(name, column) for name in AGGREGATES for column in getattr(options, name)]
        write(group(table, options.by, aggregates), options.format, out)
    elif options.command == "pivot":
        write(pivot(table, options.rows, options.columns, options.values, options.aggregate), options.format, out)
    else:
        if options.sort:
            table = table.sorted_by(options.sort)
        columns = options.columns or table.columns
        table.check(*columns)
        write(Table(columns, table.rows[:options.limit]), options.format, out)


def main() -> int:
    options = build_parser().parse_args()
    try:
        if options.output:
            with open(options.output, "w", encoding="utf-8") as out:
                run(options, out)
        else:
            run(options, sys.stdout)
    except ReportError as error:
        print(f"csvreport: {options.file}: {error}", file=sys.stderr)
        return 1
    except (OSError, UnicodeDecodeError) as error:
        print(f"csvreport: {error}", file=sys.stderr)
        return 2
    except csv.Error as error:
        print(f"csvreport: malformed CSV: {error}", file=sys.stderr)
        return 3
    return 0


if __name__ == "__main__":
    sys.exit(main())
