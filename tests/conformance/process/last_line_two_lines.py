# stderr: exact
# A message of two lines.
raise ValueError('l1\nl2')
