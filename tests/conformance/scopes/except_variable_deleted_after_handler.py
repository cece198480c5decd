# Except variable is deleted after the handler.
e = 'old'
try: 1/0
except ZeroDivisionError as e: pass
try: e
except NameError as x: print(x)
