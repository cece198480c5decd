# Context is set through a call made from the handler.
def boom(): raise KeyError('inner')
try:
    try: raise ValueError('outer')
    except ValueError: boom()
except KeyError as e: print(repr(e.__context__))
