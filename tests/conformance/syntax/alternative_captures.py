# refused: K0101
# The parser accepts it, the compiler does not.
match 1:
    case a | b:
        pass
