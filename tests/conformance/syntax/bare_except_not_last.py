# refused: K0101
# The parser accepts it, the compiler does not.
try:
    pass
except:
    pass
except ValueError:
    pass
