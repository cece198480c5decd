# The name of every character, and every name back.
import unicodedata
import zlib

named = 0
total = 0
back = 0
small = 0
samples = []
for c in range(0x110000):
    name = unicodedata.name(chr(c), "")
    if not name:
        continue
    named += 1
    total = zlib.crc32((str(c) + name).encode(), total)
    if unicodedata.lookup(name) == chr(c):
        back += 1
    if c % 61 == 0:
        try:
            small += unicodedata.lookup(name.lower()) == chr(c)
        except KeyError:
            samples.append(name)
    if c % 10007 == 5:
        print(hex(c), name)
print(named, total, back, small, len(samples), samples[0], samples[-1])

for name in ("LATIN SMALL LETTER A", "space", "Bell", "BKA- SHOG", "TIBETAN MARK BKA- SHOG YIG MGO", "TIBETAN LETTER -A",
             "HANGUL JUNGSEONG O-E", "HANGUL SYLLABLE GAG", "HANGUL SYLLABLE A", "HANGUL SYLLABLE WEO", "HANGUL SYLLABLE",
             "HANGUL SYLLABLE ", "HANGUL SYLLABLE G", "HANGUL SYLLABLE GAGX", "hangul syllable ga", "CJK UNIFIED IDEOGRAPH-4E00",
             "CJK UNIFIED IDEOGRAPH-4e00", "cjk unified ideograph-4E00", "CJK UNIFIED IDEOGRAPH-04E00",
             "CJK UNIFIED IDEOGRAPH-20000", "CJK UNIFIED IDEOGRAPH-0041", "CJK UNIFIED IDEOGRAPH-2A6E0",
             "CJK UNIFIED IDEOGRAPH-004E00", "CJK UNIFIED IDEOGRAPH-4E0", "CJK UNIFIED IDEOGRAPH-4E0G",
             "CJK COMPATIBILITY IDEOGRAPH-F900", "CJK COMPATIBILITY IDEOGRAPH-FAD9", "NUSHU CHARACTER-1B170",
             "TANGUT IDEOGRAPH-17000", "TANGUT COMPONENT-001", "GRINNING FACE", "grinning  face", " GRINNING FACE", "GRINNING FACE ",
             "LATIN SMALL LETTER", "LATIN SMALL LETTER A WITH MACRON AND GRAVE", "latin small letter r with tilde",
             "KEYCAP DIGIT ONE", "KEYCAP ASTERISK", "TAMIL SYLLABLE KSSAA", "LINE FEED", "LF", "NULL", "NUL", "ALERT", "BEL",
             "LATIN CAPITAL LETTER GHA", "WEIERSTRASS ELLIPTIC FUNCTION", "BYTE ORDER MARK", "VS256", "ZWNJ", "NBSP",
             "PRIVATE USE ONE", "<control>", "", "a", "é", "SPACE\0", "\0", "a\0b", "x" * 256, "x" * 257, "é" * 129):
    try:
        print(name[:40].encode(), ascii(unicodedata.lookup(name)))
    except KeyError as e:
        print(name[:40].encode(), ascii(e.args[0]))

for data in (b"SPACE", b"space", b"nothing", b"\xff", b"\xc3\xa9"):
    try:
        print(data, ascii(unicodedata.lookup(data)))
    except KeyError as e:
        print(data, ascii(e.args[0]))
try:
    unicodedata.lookup("\ud800")
except UnicodeEncodeError as e:
    print(e)

for ch in "\0\n \x7f\x80\xa0\ue000\ud800\uffff\ufffd\U00017000\U000f0000\U0010ffff\u3400\u9fff\u2a6d":
    print(ascii(ch), unicodedata.name(ch, None), unicodedata.name(ch, 7))
    try:
        print(unicodedata.name(ch))
    except ValueError as e:
        print(e)

print("\N{GREEK SMALL LETTER ALPHA}" == unicodedata.lookup("GREEK SMALL LETTER ALPHA"))
