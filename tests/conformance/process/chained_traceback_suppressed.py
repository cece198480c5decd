# stderr: exact
# raise … from None hides the first exception.
try:
    {}['a']
except KeyError:
    raise RuntimeError('hidden') from None
