# Case methods and character tests, ASCII and beyond.
words = ['hello', 'Hello World', 'ABC', 'straße', 'ÉCOLE', 'ǆ', 'ﬁne', 'İ', '', "they're bill's", 'x1y2', '日本']
for w in words:
    print(repr(w), w.upper(), w.lower(), w.title(), w.capitalize(), w.swapcase(), w.casefold())
tests = ['abc', 'ABC', '123', '12.5', 'abc1', ' ', '\t\n', '', 'É', '日', '²', '½', '٣', '_x', 'a b', 'Title Case', '\x00']
for t in tests:
    print(repr(t), t.isalpha(), t.isdigit(), t.isalnum(), t.isspace(), t.isupper(), t.islower(), t.istitle(), t.isdecimal(), t.isnumeric(), t.isidentifier(), t.isprintable(), t.isascii())
