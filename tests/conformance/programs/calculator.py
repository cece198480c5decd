# types: dynamic
# A calculator: tokenizer, recursive descent, variables, errors with places.
def tokenize(text):
    tokens = []
    i = 0
    while i < len(text):
        c = text[i]
        if c.isspace():
            i += 1
        elif c.isdigit() or c == ".":
            start = i
            while i < len(text) and (text[i].isdigit() or text[i] == "."):
                i += 1
            number = text[start:i]
            try:
                tokens.append(("number", float(number) if "." in number else int(number), start))
            except ValueError:
                raise SyntaxError(f"bad number {number!r} at {start}")
        elif c.isalpha() or c == "_":
            start = i
            while i < len(text) and (text[i].isalnum() or text[i] == "_"):
                i += 1
            tokens.append(("name", text[start:i], start))
        elif text[i : i + 2] in ("**", "//"):
            tokens.append(("op", text[i : i + 2], i))
            i += 2
        elif c in "+-*/%()=,":
            tokens.append(("op", c, i))
            i += 1
        else:
            raise SyntaxError(f"unexpected {c!r} at {i}")
    tokens.append(("end", None, len(text)))
    return tokens


FUNCTIONS = {"max": max, "min": min, "abs": abs, "sum": lambda *a: sum(a)}


def evaluate(text, variables):
    tokens = tokenize(text)
    position = 0

    def peek():
        return tokens[position][1] if tokens[position][0] == "op" else None

    def advance():
        nonlocal position
        position += 1
        return tokens[position - 1]

    def expect(op):
        if peek() != op:
            raise SyntaxError(f"expected {op!r} at {tokens[position][2]}")
        advance()

    def primary():
        kind, value, place = advance()
        if kind == "number":
            return value
        if kind == "name":
            if peek() == "(":
                advance()
                args = []
                while peek() != ")":
                    args.append(expression())
                    if peek() != ",":
                        break
                    advance()
                expect(")")
                return FUNCTIONS[value](*args)
            return variables[value]
        if kind == "op" and value == "(":
            result = expression()
            expect(")")
            return result
        raise SyntaxError(f"unexpected {'end' if kind == 'end' else value} at {place}")

    def power():
        base = primary()
        if peek() == "**":
            advance()
            return base ** unary()
        return base

    def unary():
        if peek() == "-":
            advance()
            return -unary()
        return power()

    def term():
        result = unary()
        while peek() in ("*", "/", "//", "%"):
            op = advance()[1]
            right = unary()
            if op == "*":
                result *= right
            elif op == "/":
                result /= right
            elif op == "//":
                result //= right
            else:
                result %= right
        return result

    def expression():
        result = term()
        while peek() in ("+", "-"):
            if advance()[1] == "+":
                result += term()
            else:
                result -= term()
        return result

    if len(tokens) > 2 and tokens[0][0] == "name" and tokens[1][1] == "=":
        position = 2
        value = expression()
        variables[tokens[0][1]] = value
    else:
        value = expression()
    if tokens[position][0] != "end":
        raise SyntaxError(f"unexpected {tokens[position][1]} at {tokens[position][2]}")
    return value


variables = {"pi": 3.14159}
for line in ("1 + 2 * 3", "(1 + 2) * 3", "-2 ** 2", "2 ** 3 ** 2", "7 // 2 - 7 % 3", "x = 10 / 4", "x * 2",
             "radius = 3", "pi * radius ** 2", "max(1, x, 2) + min(3, 4)", "sum()", "abs(-5)", "2 ** 100",
             "1 / 0", "y + 1", "1 +", "(1", "1 2", "3 $ 4", "1.2.3", "foo(1)", "", "1.5 * 2", "--3"):
    try:
        print(f"{line:<28} = {evaluate(line, variables)}")
    except SyntaxError as e:
        print(f"{line:<28} ! {e}")
    except ZeroDivisionError as e:
        print(f"{line:<28} ! {e}")
    except KeyError as e:
        print(f"{line:<28} ! unknown name {e}")
print(sorted(variables.items()))
