# refused: K0101
# The parser accepts it, the compiler does not.
x = 1
from __future__ import annotations
