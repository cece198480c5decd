# Implicit and explicit chaining.
try:
    try: raise ValueError('a')
    except ValueError as e: raise KeyError('b') from e
except KeyError as e: print(repr(e.__cause__), repr(e.__context__), e.__suppress_context__)
try:
    try: 1/0
    except ZeroDivisionError: {}['k']
except KeyError as e: print(repr(e.__context__), e.__cause__)
try:
    try: 1/0
    except ZeroDivisionError: raise ValueError from None
except ValueError as e: print(repr(e.__context__), e.__suppress_context__)
