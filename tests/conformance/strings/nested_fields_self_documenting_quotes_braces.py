# Nested fields, self-documenting, quotes, braces.
w = 7; v = 3.14159; print(f'{v:{w}.{2}f}|{v = :.1f}|{{}}|{"q"}|{w!r}|{w=}')
