# stderr: exact
# KeyError shows the repr of its key.
raise KeyError('a')
