# \N{NAME} in regular expressions.
import re


def attempt(pattern, text="–α{"):
    try:
        m = re.search(pattern, text)
        print(ascii(pattern), m.span() if m else None)
    except re.error as e:
        print(ascii(pattern), ascii(e.msg), e.pos, e.lineno, e.colno)


attempt(r"\N{EN DASH}")
attempt(r"\N{en dash}+\N{GREEK SMALL LETTER ALPHA}?")
attempt(r"[\N{EM DASH}\N{GREEK SMALL LETTER ALPHA}]")
attempt(r"[\N{LATIN SMALL LETTER A}-\N{GREEK SMALL LETTER OMEGA}]+")
attempt(r"[^\N{EN DASH}]")
attempt(r"\N{LINE FEED}", "a\nb")
attempt(r"\N{HANGUL SYLLABLE GAG}|\N{CJK UNIFIED IDEOGRAPH-4E00}", "x一")
attempt("(?x) \\N{EN DASH} # a dash\n | \\N{SPACE}", "a b")
attempt(r"(?i)\N{GREEK CAPITAL LETTER ALPHA}")
attempt(r"\\N{2}", "\\NN")
attempt(r"\N{EN DASH}{1}")
for wrong in (r"\N", r"\N{", r"\N{}", r"ab\N{EN DASH", r"\NEN DASH}", r"\N{nothing}", "a\n\\N{no such}", r"[\N]", r"[\N{]", r"[\N{}]",
              r"[a\N{nothing}]", r"[\N{EN DASH}-a]", r"\N{KEYCAP DIGIT ONE}", r"\N{é}", r"\N{it's}", r"\N{a\}b}", r"\N{" + "x" * 30 + "}", r"\n\N{",
              r"\N{CJK UNIFIED IDEOGRAPH-41}", r"(\N{EN DASH}"):
    attempt(wrong)
try:
    re.compile(rb"\N{EN DASH}")
except re.error as e:
    print(e)
try:
    re.sub("a", r"\N{EN DASH}", "a")
except re.error as e:
    print(e)
print(re.findall("[\N{EN DASH}\\N{EM DASH}]", "a–b—c"), re.split(r"\N{EN DASH}", "a–b"))
