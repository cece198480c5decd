# Every property of every character: counts, and sums that no wrong value leaves as they are.
import unicodedata
import zlib

print(unicodedata.unidata_version)

categories = {}
directions = {}
widths = {}
classes = {}
mirrored = []
parts = 0
for c in range(0x110000):
    ch = chr(c)
    a = unicodedata.category(ch)
    b = unicodedata.bidirectional(ch)
    w = unicodedata.east_asian_width(ch)
    k = unicodedata.combining(ch)
    for table, key in ((categories, a), (directions, b), (widths, w)):
        n, total = table.get(key, (0, 0))
        table[key] = (n + 1, total * 31 + c & 0xffffffff)
    if k:
        n, total = classes.get(k, (0, 0))
        classes[k] = (n + 1, total * 31 + c & 0xffffffff)
    if unicodedata.mirrored(ch):
        mirrored.append(c)
    d = unicodedata.decomposition(ch)
    if d:
        parts = zlib.crc32((str(c) + d).encode(), parts)
for table in (categories, directions, widths):
    for key in sorted(table):
        print(repr(key), table[key])
for key in sorted(classes):
    print(key, classes[key])
print(len(mirrored), sum(mirrored), zlib.crc32(repr(mirrored).encode()))
print(parts)

numbers = 0
found = 0
for c in range(0x110000):
    ch = chr(c)
    value = unicodedata.numeric(ch, -2.0)
    if value != -2.0:
        found += 1
        row = (c, value, unicodedata.digit(ch, -1), unicodedata.decimal(ch, -1))
        numbers = zlib.crc32(repr(row).encode(), numbers)
print(found, numbers)

for ch in "a1½Ⅷ٣²〆一፼\u0f33ﬁ´ΆｶA\u0301가":
    print(ascii(ch), unicodedata.category(ch), unicodedata.bidirectional(ch), unicodedata.combining(ch), unicodedata.mirrored(ch),
          unicodedata.east_asian_width(ch), repr(unicodedata.decomposition(ch)), unicodedata.numeric(ch, None),
          unicodedata.digit(ch, None), unicodedata.decimal(ch, "none"))


def strip_marks(text):
    return "".join(ch for ch in unicodedata.normalize("NFD", text) if unicodedata.category(ch) != "Mn")


def columns(text):
    return sum(2 if unicodedata.east_asian_width(ch) in "WF" else 1 for ch in text)


print(strip_marks("Crème brûlée, Ångström, Việt Nam, naïve"), columns("漢字 and ｆｕｌｌ"))
