# Parses nested brackets with generators; reports the places of errors.
PAIRS = {"(": ")", "[": "]", "{": "}", "<": ">"}


class ParseError(ValueError):
    def __init__(self, message, position):
        super().__init__(f"{message} at {position}")
        self.position = position


def tokens(text):
    word = ""
    for position, ch in enumerate(text):
        if ch in PAIRS or ch in PAIRS.values():
            if word:
                yield "word", word, position - len(word)
                word = ""
            yield ("open" if ch in PAIRS else "close"), ch, position
        elif ch.isspace():
            if word:
                yield "word", word, position - len(word)
            word = ""
        else:
            word += ch
    if word:
        yield "word", word, len(text) - len(word)


def parse(text):
    stack = [[]]
    open_brackets = []
    for kind, value, position in tokens(text):
        if kind == "word":
            stack[-1].append(value)
        elif kind == "open":
            open_brackets.append((value, position))
            stack.append([])
        else:
            if not open_brackets:
                raise ParseError(f"unexpected {value!r}", position)
            opened, where = open_brackets.pop()
            if PAIRS[opened] != value:
                raise ParseError(f"{opened!r} from {where} closed by {value!r}", position)
            children = stack.pop()
            stack[-1].append((opened, children))
    if open_brackets:
        raise ParseError(f"{open_brackets[-1][0]!r} never closed", open_brackets[-1][1])
    return stack[0]


def walk(items, depth=0):
    for item in items:
        if isinstance(item, str):
            yield depth, item
        else:
            bracket, children = item
            yield depth, bracket + PAIRS[bracket]
            yield from walk(children, depth + 1)


def flatten(items):
    for item in items:
        if isinstance(item, tuple):
            yield from flatten(item[1])
        else:
            yield item


def depth_of(items):
    return max((1 + depth_of(item[1]) for item in items if isinstance(item, tuple)), default=0)


for text in ["a (b c [d] e) f", "()", "((((x))))", "{[<deep> er] est} word", "", "a)", "(a]", "((a)", "x (y [z) w]"]:
    try:
        tree = parse(text)
    except ParseError as e:
        print(f"{text!r}: {e}")
        print(" " * (e.position + 1) + "^")
        continue
    print(f"{text!r}: depth {depth_of(tree)}, words {list(flatten(tree))}")
    for depth, item in walk(tree):
        print("   " * (depth + 1) + item)


def balance():
    """A coroutine that is sent characters and yields the depth."""
    depth = 0
    try:
        while True:
            ch = yield depth
            if ch in PAIRS:
                depth += 1
            elif ch in PAIRS.values():
                depth -= 1
            if depth < 0:
                raise ParseError("too many closed", ch)
    finally:
        print("depth at the end:", depth)


checker = balance()
next(checker)
print([checker.send(ch) for ch in "(a[b]{c})"])
checker.close()
checker = balance()
next(checker)
try:
    for ch in "())":
        checker.send(ch)
except ParseError as e:
    print(e)
