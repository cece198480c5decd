#!/usr/bin/env python3
"""A spreadsheet in text mode.

    sheet.py FILE.csv               show the computed table
    sheet.py FILE.csv --formulas    show the formulas
    sheet.py FILE.csv --set B2==A1*2 --save
    sheet.py --script COMMANDS      run commands (set, show, fill, insert, save, ...)

Cells hold numbers, texts or formulas: =A1+2*B3, =SUM(A1:B9), =IF(A1>3; "big"; "small").
"""
import argparse
import csv
import re
import sys
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal, DivisionByZero, InvalidOperation, getcontext, localcontext

TOKEN = re.compile(
    r"""\s*(?:
        (?P<number>\d+(?:\.\d*)?|\.\d+)
      | (?P<string>"(?:[^"]|"")*")
      | (?P<range>\$?[A-Z]{1,2}\$?\d+:\$?[A-Z]{1,2}\$?\d+)
      | (?P<cell>\$?[A-Z]{1,2}\$?\d+)(?![A-Z(])
      | (?P<name>[A-Z]+)
      | (?P<operator><=|>=|<>|[-+*/^&=<>();,%])
    )""",
    re.VERBOSE | re.IGNORECASE,
)
REFERENCE = re.compile(r"(\$?)([A-Z]{1,2})(\$?)(\d+)", re.IGNORECASE)


class SheetError(Exception):
    """Wrong use of the program."""


class CellError(Exception):
    """An error value, like #DIV/0!; it spreads through formulas."""

    code = "#ERROR!"

    def __init__(self, detail=""):
        super().__init__(detail)
        self.detail = detail

    def __str__(self):
        return self.code


class SyntaxProblem(CellError):
    code = "#SYNTAX!"


class ValueProblem(CellError):
    code = "#VALUE!"


class DivisionProblem(CellError):
    code = "#DIV/0!"


class NameProblem(CellError):
    code = "#NAME?"


class ReferenceProblem(CellError):
    code = "#REF!"


class CycleProblem(CellError):
    code = "#CYCLE!"

    def __init__(self, path):
        super().__init__(" -> ".join(map(cell_name, path)))
        self.path = path


def column_name(column):
    name = ""
    column += 1
    while column:
        column, digit = divmod(column - 1, 26)
        name = chr(ord("A") + digit) + name
    return name


def column_number(name):
    number = 0
    for letter in name.upper():
        number = number * 26 + ord(letter) - ord("A") + 1
    return number - 1


def cell_name(position):
    row, column = position
    return f"{column_name(column)}{row + 1}"


def parse_position(text):
    match = REFERENCE.fullmatch(text.strip())
    if not match or match[4] == "0":
        raise SheetError(f"not a cell: {text!r}")
    return int(match[4]) - 1, column_number(match[2])


def parse_range(text):
    first, _, last = text.partition(":")
    (top, left), (bottom, right) = parse_position(first), parse_position(last or first)
    return [(row, column)
            for row in range(min(top, bottom), max(top, bottom) + 1)
            for column in range(min(left, right), max(left, right) + 1)]


def shift(formula, rows, columns):
    """The formula as it has to be some cells further: relative references move along."""

    def moved(match):
        fixed_column, column, fixed_row, row = match.groups()
        number = column_number(column) if fixed_column else column_number(column) + columns
        line = int(row) if fixed_row else int(row) + rows
        if number < 0 or line < 1:
            return "#REF!"
        return f"{fixed_column}{column_name(number)}{fixed_row}{line}"

    parts = re.split(r'("(?:[^"]|"")*")', formula)
    return "".join(part if part.startswith('"') else REFERENCE.sub(moved, part) for part in parts)


def tokenize(text):
    position = 0
    while position < len(text.rstrip()):
        match = TOKEN.match(text, position)
        if match is None:
            raise SyntaxProblem(f"unexpected {text[position:].strip()[:5]!r}")
        yield match.lastgroup, match[match.lastgroup]
        position = match.end()
    yield "end", ""


@dataclass
class Constant:
    value: object


@dataclass
class Cell:
    position: tuple


@dataclass
class Range:
    positions: list


@dataclass
class Unary:
    symbol: str
    operand: object


@dataclass
class Binary:
    symbol: str
    left: object
    right: object


@dataclass
class Call:
    name: str
    arguments: list


class Parser:
    """Recursive descent."""

    LEVELS = [("=", "<>", "<", ">", "<=", ">="), ("&",), ("+", "-"), ("*", "/")]

    def __init__(self, text):
        self.tokens = list(tokenize(text))
        self.index = 0

    def parse(self):
        node = self.binary(0)
        if self.peek()[0] != "end":
            raise SyntaxProblem(f"unexpected {self.peek()[1]!r}")
        return node

    def peek(self):
        return self.tokens[self.index]

    def take(self, *expected):
        kind, text = self.peek()
        if expected and text not in expected:
            raise SyntaxProblem(f"expected {' or '.join(expected)}, got {text or 'the end'!r}")
        self.index += 1
        return kind, text

    def binary(self, level):
        if level == len(self.LEVELS):
            return self.power()
        left = self.binary(level + 1)
        while self.peek()[1] in self.LEVELS[level]:
            _, symbol = self.take()
            left = Binary(symbol, left, self.binary(level + 1))
        return left

    def power(self):
        base = self.unary()
        if self.peek()[1] == "^":
            self.take()
            return Binary("^", base, self.power())
        return base

    def unary(self):
        if self.peek()[1] in ("-", "+"):
            _, symbol = self.take()
            return Unary(symbol, self.unary())
        node = self.atom()
        while self.peek()[1] == "%":
            self.take()
            node = Unary("%", node)
        return node

    def atom(self):
        kind, text = self.take()
        if kind == "number":
            return Constant(Decimal(text))
        if kind == "string":
            return Constant(text[1:-1].replace('""', '"'))
        if kind == "cell":
            return Cell(parse_position(text))
        if kind == "range":
            return Range(parse_range(text))
        if kind == "name":
            self.take("(")
            arguments = []
            if self.peek()[1] != ")":
                arguments.append(self.binary(0))
                while self.peek()[1] in (";", ","):
                    self.take()
                    arguments.append(self.binary(0))
            self.take(")")
            return Call(text.upper(), arguments)
        if text == "(":
            node = self.binary(0)
            self.take(")")
            return node
        raise SyntaxProblem(f"unexpected {text or 'end'!r}")


def to_number(value):
    if value is None:
        return Decimal(0)
    if isinstance(value, Decimal):
        return value
    raise ValueProblem(f"{value!r} is not a number")


def to_text(value):
    if value is None:
        return ""
    if isinstance(value, Decimal):
        return format_number(value)
    if isinstance(value, list):
        raise ValueProblem("a range is not a text")
    return value


def format_number(number):
    if number == number.to_integral_value():
        return str(number.quantize(Decimal(1))) if abs(number) < 10 ** 20 else f"{number:.6E}"
    try:
        return format(round(number, 6).normalize(), "f")
    except InvalidOperation:  # the precision does not suffice for six decimals
        return f"{number:g}"


def compare(symbol, left, right):
    if isinstance(left, str) or isinstance(right, str):
        order = three_way(to_text(left).lower(), to_text(right).lower())
    else:
        order = three_way(to_number(left), to_number(right))
    results = {"=": order == 0, "<>": order != 0, "<": order < 0, ">": order > 0, "<=": order <= 0, ">=": order >= 0}
    return Decimal(int(results[symbol]))


def three_way(left, right):
    return (left > right) - (left < right)


def function(minimum, maximum=None):
    """Registers a function of formulas under its name in capitals."""

    def register(f):
        FUNCTIONS[f.__name__.removesuffix("_").upper()] = (f, minimum, maximum)
        return f

    return register


FUNCTIONS = {}


def numbers_in(values):
    return [value for value in flatten(values) if isinstance(value, Decimal)]


def flatten(values):
    for value in values:
        if isinstance(value, list):
            yield from flatten(value)
        else:
            yield value


@function(1)
def sum_(*values):
    return sum(numbers_in(values), Decimal(0))


@function(1)
def average(*values):
    numbers = numbers_in(values)
    if not numbers:
        raise DivisionProblem("average of nothing")
    return sum(numbers, Decimal(0)) / len(numbers)


@function(1)
def count(*values):
    return Decimal(len(numbers_in(values)))


@function(1)
def min_(*values):
    return min(numbers_in(values), default=Decimal(0))


@function(1)
def max_(*values):
    return max(numbers_in(values), default=Decimal(0))


@function(1, 2)
def round_(number, digits=Decimal(0)):
    exponent = Decimal(1).scaleb(-int(to_number(digits)))
    return to_number(number).quantize(exponent, rounding=ROUND_HALF_UP)


@function(1, 1)
def sqrt(number):
    number = to_number(number)
    if number < 0:
        raise ValueProblem("square root of a negative number")
    return number.sqrt()


@function(1)
def concat(*values):
    return "".join(map(to_text, flatten(values)))


@function(1, 1)
def len_(text):
    return Decimal(len(to_text(text)))


@function(1, 1)
def upper(text):
    return to_text(text).upper()


class Sheet:
    def __init__(self):
        self.cells = {}
        self.values = {}
        self.computing = []

    @classmethod
    def read(cls, path, delimiter=","):
        sheet = cls()
        with open(path, newline="", encoding="utf-8") as file:
            for row, record in enumerate(csv.reader(file, delimiter=delimiter)):
                for column, text in enumerate(record):
                    if text.strip():
                        sheet.cells[row, column] = text.strip()
        return sheet

    def write(self, path, values=False):
        with open(path, "w", newline="", encoding="utf-8") as file:
            writer = csv.writer(file)
            for row in range(self.height):
                writer.writerow([self.shown((row, column)) if values else self.cells.get((row, column), "")
                                 for column in range(self.width)])

    @property
    def height(self):
        return max((row for row, _ in self.cells), default=-1) + 1

    @property
    def width(self):
        return max((column for _, column in self.cells), default=-1) + 1

    def __setitem__(self, position, text):
        if text:
            self.cells[position] = text
        else:
            self.cells.pop(position, None)
        self.values.clear()

    def __getitem__(self, position):
        """The value of a cell: None, a Decimal or a str; raises CellError."""
        if position in self.computing:
            raise CycleProblem(self.computing[self.computing.index(position):] + [position])
        if position not in self.values:
            self.computing.append(position)
            try:
                self.values[position] = self.compute(position)
            except CellError as error:
                self.values[position] = error
            finally:
                self.computing.pop()
        value = self.values[position]
        if isinstance(value, CellError):
            raise value
        return value

    def compute(self, position):
        text = self.cells.get(position)
        if text is None:
            return None
        if text.startswith("="):
            return self.evaluate(Parser(text[1:]).parse())
        if text.startswith("'"):
            return text[1:]
        try:
            return Decimal(text)
        except InvalidOperation:
            return text

    def evaluate(self, node):
        match node:
            case Constant(value):
                return value
            case Cell(position):
                return self[position]
            case Range(positions):
                return [self[position] for position in positions]
            case Unary("%", operand):
                return to_number(self.evaluate(operand)) / 100
            case Unary(symbol, operand):
                number = to_number(self.evaluate(operand))
                return -number if symbol == "-" else number
            case Binary(symbol, left, right):
                return self.binary(symbol, self.evaluate(left), self.evaluate(right))
            case Call("IF", [condition, yes, *rest]) if len(rest) < 2:
                if to_number(self.evaluate(condition)):
                    return self.evaluate(yes)
                return self.evaluate(rest[0]) if rest else Decimal(0)
            case Call("IFERROR", [tried, otherwise]):
                try:
                    return self.evaluate(tried)
                except CycleProblem:
                    raise
                except CellError:
                    return self.evaluate(otherwise)
            case Call(name, arguments):
                return self.call(name, [self.evaluate(argument) for argument in arguments])
        raise AssertionError(node)

    def call(self, name, arguments):
        if name not in FUNCTIONS:
            raise NameProblem(f"no function {name}")
        implementation, minimum, maximum = FUNCTIONS[name]
        if len(arguments) < minimum or (maximum is not None and len(arguments) > maximum):
            raise ValueProblem(f"{name} does not take {len(arguments)} arguments")
        return implementation(*arguments)

    def binary(self, symbol, left, right):
        if isinstance(left, list) or isinstance(right, list):
            raise ValueProblem("a range is not a value")
        if symbol == "&":
            return to_text(left) + to_text(right)
        if symbol in Parser.LEVELS[0]:
            return compare(symbol, left, right)
        left, right = to_number(left), to_number(right)
        try:
            if symbol == "+":
                return left + right
            if symbol == "-":
                return left - right
            if symbol == "*":
                return left * right
            if symbol == "/":
                return left / right
            return left ** right
        except (DivisionByZero, ZeroDivisionError):
            raise DivisionProblem(f"{left} {symbol} {right}") from None
        except InvalidOperation as error:
            raise (DivisionProblem if symbol == "/" else ValueProblem)(f"{left} {symbol} {right}") from error

    def shown(self, position):
        try:
            return to_text(self[position])
        except CellError as error:
            return str(error)

    def fill(self, source, target):
        """Copies a cell to a range, with references moved along."""
        origin = parse_position(source)
        for row, column in parse_range(target):
            text = self.cells.get(origin, "")
            if text.startswith("="):
                text = shift(text, row - origin[0], column - origin[1])
            self[row, column] = text

    def insert_row(self, before):
        self.cells = {(row + (row >= before), column): text for (row, column), text in self.cells.items()}
        self.values.clear()

    def errors(self):
        for position in sorted(self.cells):
            try:
                self[position]
            except CellError as error:
                yield position, error

    def render(self, formulas=False):
        if not self.cells:
            return "(empty)"
        table = [["", *map(column_name, range(self.width))]]
        for row in range(self.height):
            line = [str(row + 1)]
            for column in range(self.width):
                position = row, column
                line.append(self.cells.get(position, "") if formulas else self.shown(position))
            table.append(line)
        widths = [max(len(line[i]) for line in table) for i in range(self.width + 1)]
        lines = []
        for number, line in enumerate(table):
            cells = []
            for i, (text, width) in enumerate(zip(line, widths)):
                right = i == 0 or (number > 0 and not formulas and self.is_number((number - 1, i - 1)))
                cells.append(f"{text:>{width}}" if right else f"{text:<{width}}")
            lines.append(" | ".join(cells).rstrip())
            if number == 0:
                lines.append("-+-".join("-" * width for width in widths))
        return "\n".join(lines)

    def is_number(self, position):
        try:
            return isinstance(self[position], Decimal)
        except CellError:
            return False


class Interpreter:
    """Runs the commands of a script; each is a method."""

    def __init__(self, sheet, out=sys.stdout):
        self.sheet = sheet
        self.out = out

    def run(self, lines):
        for number, line in enumerate(lines, 1):
            command, _, rest = line.strip().partition(" ")
            if not command or command.startswith("#"):
                continue
            method = getattr(self, "do_" + command, None)
            if method is None:
                raise SheetError(f"line {number}: unknown command {command!r}")
            try:
                method(rest.strip())
            except SheetError as error:
                raise SheetError(f"line {number}: {error}") from None

    def do_set(self, rest):
        name, _, text = rest.partition(" ")
        self.sheet[parse_position(name)] = text.strip()

    def do_clear(self, rest):
        for position in parse_range(rest):
            self.sheet[position] = ""

    def do_show(self, rest):
        if rest:
            print(f"{rest.upper()} = {self.sheet.shown(parse_position(rest))}", file=self.out)
        else:
            print(self.sheet.render(), file=self.out)

    def do_formulas(self, rest):
        print(self.sheet.render(formulas=True), file=self.out)

    def do_fill(self, rest):
        try:
            source, target = rest.split()
        except ValueError:
            raise SheetError("fill needs a cell and a range") from None
        self.sheet.fill(source, target)

    def do_insert(self, rest):
        if not rest.isdecimal():
            raise SheetError(f"not a row: {rest!r}")
        self.sheet.insert_row(int(rest) - 1)

    def do_precision(self, rest):
        with localcontext() as context:
            context.prec = int(rest)
            self.sheet.values.clear()
            print(self.sheet.render(), file=self.out)
        self.sheet.values.clear()

    def do_errors(self, rest):
        for position, error in self.sheet.errors():
            print(f"{cell_name(position)}: {error} {error.detail}".rstrip(), file=self.out)

    def do_save(self, rest):
        self.sheet.write(rest or "sheet.csv")


def delimiter(text):
    if len(text) != 1:
        raise argparse.ArgumentTypeError(f"{text!r} is not one character")
    return text


def main():
    parser = argparse.ArgumentParser(prog="sheet", description="A spreadsheet in text mode.")
    parser.add_argument("file", nargs="?", help="CSV file with values and formulas")
    parser.add_argument("--delimiter", type=delimiter, default=",")
    parser.add_argument("--set", action="append", default=[], metavar="CELL=VALUE")
    parser.add_argument("--script", type=argparse.FileType("r"), metavar="FILE")
    parser.add_argument("--formulas", action="store_true")
    parser.add_argument("--errors", action="store_true", help="explain the errors")
    parser.add_argument("--save", nargs="?", const="", metavar="FILE", help="write the formulas back, or to FILE")
    parser.add_argument("--export", metavar="FILE", help="write the values")
    options = parser.parse_args()
    getcontext().prec = 20
    try:
        sheet = Sheet.read(options.file, options.delimiter) if options.file else Sheet()
        for assignment in options.set:
            name, equals, text = assignment.partition("=")
            if not equals:
                raise SheetError(f"no CELL=VALUE: {assignment!r}")
            sheet[parse_position(name)] = text
        interpreter = Interpreter(sheet)
        if options.script:
            with options.script as lines:
                interpreter.run(lines)
        else:
            print(sheet.render(options.formulas))
        if options.errors:
            interpreter.do_errors("")
        if options.save is not None:
            sheet.write(options.save or options.file)
        if options.export:
            sheet.write(options.export, values=True)
    except SheetError as error:
        print(f"sheet: {error}", file=sys.stderr)
        return 1
    except (OSError, csv.Error) as error:
        print(f"sheet: {type(error).__name__}: {error}", file=sys.stderr)
        return 2
    return 3 if any(True for _ in sheet.errors()) else 0


if __name__ == "__main__":
    sys.exit(main())
