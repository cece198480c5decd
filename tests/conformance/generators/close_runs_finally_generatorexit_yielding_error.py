# Close runs finally; GeneratorExit; yielding in it is an error.
def g():
    try: yield 1; yield 2
    finally: print('fin')
it = g(); next(it); it.close(); print(list(it))
def bad():
    try: yield
    except GeneratorExit: yield
b = bad(); next(b)
try: b.close()
except RuntimeError as e: print(e)
