# Assert message is evaluated only on failure.
def m(): print('msg'); return 'M'
assert True, m()
try: assert 0, m()
except AssertionError as e: print(repr(e))
