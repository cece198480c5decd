# stderr: exact
# The last line of an exception without arguments is its name.
raise ValueError
