# Conditional expression evaluates the test first; and/or return operands.
print([] and 1, 0 or 'x', '' or [] or {}, 1 and 2, 5 if [] else 6)
