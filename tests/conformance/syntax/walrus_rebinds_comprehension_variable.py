# refused: K0101
# The parser accepts it, the compiler does not.
[i := 1 for i in []]
