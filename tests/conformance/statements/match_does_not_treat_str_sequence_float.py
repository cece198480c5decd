# Match does not treat str as sequence; float equals int literal; names are captures.
match 'ab':
    case [a, b]: print('no')
    case _: print('ok')
match 1.0:
    case 1: print('int literal matches')
x = 5
match 6:
    case x: print(x)
