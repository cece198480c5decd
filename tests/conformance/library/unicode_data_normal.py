# The four normal forms: of every character alone and between others, of random texts, and of texts made to be slow.
import random
import unicodedata
import zlib

FORMS = ("NFC", "NFD", "NFKC", "NFKD")


def checksum(text, before):
    return zlib.crc32(text.encode("utf-8", "surrogatepass"), before)


for form in FORMS:
    total = changed = 0
    for c in range(0x110000):
        ch = chr(c)
        made = unicodedata.normalize(form, ch)
        if made != ch:
            changed += 1
            total = checksum(str(c) + made, total)
            if unicodedata.is_normalized(form, ch):
                print("wrong", form, c)
    print(form, changed, total)

# Characters that take part in compositions, and some others.
pool = [c for c in range(0x300, 0x30000) if unicodedata.combining(chr(c))]
pool += [c for c in range(0xc0, 0x30000) if unicodedata.decomposition(chr(c))]
pool += list(range(0x1100, 0x1200)) * 4 + list(range(0xac00, 0xac40)) * 8 + [0x9be, 0x9c7, 0x9d7, 0xb3e, 0x1100, 0x1161, 0x11a7, 0x11a8] * 40
narrow = list(range(0x20, 0x100))
wide = [0x1d15e, 0x1d1bc, 0x110a5, 0x110ba, 0x1f600, 0x2f800, 0x1109a, 0x11131, 0x11127]
random.seed(5)
for form in FORMS:
    total = same = known = 0
    for k in range(3000):
        kind = k % 4
        source = narrow if kind == 0 else pool if kind == 1 else pool + wide * 100
        text = "".join(chr(random.choice(source)) for _ in range(random.randrange(12)))
        if kind == 3:
            text = "plain " + text + " ascii " + text[::-1]
        made = unicodedata.normalize(form, text)
        same += made == text
        known += unicodedata.is_normalized(form, text)
        if not unicodedata.is_normalized(form, made) or unicodedata.normalize(form, made) != made:
            print("not stable", form, ascii(text))
        total = checksum(made, total)
    print(form, same, known, total)

marks = "".join(chr(c) for c in pool[:200])
for form in FORMS:
    for text in ("a" + marks * 3, marks[::-1], "\u0301" * 100, "e" + "\u0323\u0301" * 50 + "x", "가" * 40 + "\u11a8", "\u1100\u1161\u11a8\u11a8",
                 "\u1100\u1161\u0301\u11a8", "q\u0307\u0323", "\u0344", "\u0958\u093c", "\ufdfa", "\u1e9b\u0323", "\u0a5e", "ﬃ" * 3,
                 "\ud834\udd5e", "\ud800\u0301", "Å" * 3, "\x00\x01", "", "a", "é", "ÿ½ª", "\U0001f600\u0301", "\u212b", "x" * 70 + "e\u0301" + "y" * 70):
        made = unicodedata.normalize(form, text)
        print(form, len(text), len(made), checksum(made, 0), ascii(made[:3]), unicodedata.is_normalized(form, text))
