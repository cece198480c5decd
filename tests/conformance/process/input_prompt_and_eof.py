# input() prints its prompt on standard output and raises EOFError at the end.
print(repr(input('> ')), repr(input()))
input('more? ')
