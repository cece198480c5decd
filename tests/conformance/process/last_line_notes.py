# stderr: exact
# Notes follow the last line.
e = ValueError('v')
e.add_note('first note')
e.add_note('second\nnote')
raise e
