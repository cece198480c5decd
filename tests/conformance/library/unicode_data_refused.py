# refused: K0401
import unicodedata

print(unicodedata.ucd_3_2_0.category("a"))
