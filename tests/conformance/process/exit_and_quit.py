# exit and quit of the builtins; warning classes; names that are no builtins.
def leave(how, code):
    try:
        how(code)
    except SystemExit as e:
        return e.code, repr(e)


print(leave(exit, 3), leave(quit, None), leave(exit, 'text'))
print(exit, [quit])
for w in (PendingDeprecationWarning, SyntaxWarning, FutureWarning, ImportWarning, UnicodeWarning, BytesWarning, ResourceWarning, EncodingWarning):
    print(w.__name__, issubclass(w, Warning), w('x', 1))
print(TabError.__mro__[1:4], IndentationError('bad'))
try:
    print(module)
except NameError as e:
    print(e)
try:
    print(function, method)
except NameError as e:
    print(e)
import sys
for line in ['a', 'quit', 'b']:
    if line == 'quit':
        exit(4)
    print(line)
