# What is wrong with arguments, told when the program runs.
import unicodedata


class Name(str):
    pass


def attempt(function, *args):
    try:
        print(repr(function(*args)))
    except (TypeError, ValueError) as e:
        print(type(e).__name__, e)


for text in ("", "ab", "a", "1", "½", "²", "\u0f33"):
    attempt(lambda: unicodedata.name(text))
    attempt(lambda: unicodedata.category(text))
    attempt(lambda: unicodedata.bidirectional(text))
    attempt(lambda: unicodedata.combining(text))
    attempt(lambda: unicodedata.mirrored(text))
    attempt(lambda: unicodedata.east_asian_width(text))
    attempt(lambda: unicodedata.decomposition(text))
    attempt(lambda: unicodedata.decimal(text))
    attempt(lambda: unicodedata.digit(text))
    attempt(lambda: unicodedata.numeric(text))
    attempt(lambda: unicodedata.decimal(text, 5))
    attempt(lambda: unicodedata.digit(text, None))
    attempt(lambda: unicodedata.numeric(text, "no"))
    attempt(lambda: unicodedata.name(text, 1.5))

for form in ("NFC", "nfc", "", "NFCC", "NFKD"):
    attempt(lambda: unicodedata.normalize(form, "Å\u0301"))
    attempt(lambda: unicodedata.normalize(form, ""))
    attempt(lambda: unicodedata.normalize(form, "a"))
    attempt(lambda: unicodedata.is_normalized(form, "Å\u0301"))
    attempt(lambda: unicodedata.is_normalized(form, ""))

for x in ("é", None):
    attempt(lambda: unicodedata.normalize("NFD", x))
    attempt(lambda: unicodedata.is_normalized("NFD", x))
    attempt(lambda: unicodedata.category(x))
    attempt(lambda: unicodedata.name(x))
    attempt(lambda: unicodedata.numeric(x, 0))
for x in ("é", 3):
    attempt(lambda: unicodedata.normalize("NFD", x))
    attempt(lambda: unicodedata.category(x))
    attempt(lambda: unicodedata.decimal(x, 0))

print(unicodedata.category(Name("A")), unicodedata.normalize(Name("NFD"), Name("é")) == "e\u0301", unicodedata.lookup(Name("SPACE")) == " ")
print(unicodedata.ucd_3_2_0.unidata_version)
for args in ((), (1,)):
    try:
        unicodedata.UCD(*args)
    except TypeError as e:
        print(e)
print(isinstance(unicodedata.ucd_3_2_0, unicodedata.UCD), type(unicodedata.ucd_3_2_0), type(unicodedata.name))
