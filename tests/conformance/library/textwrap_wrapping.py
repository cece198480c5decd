# textwrap: wrap, fill, shorten, TextWrapper; random texts.
import random
import textwrap
text = "The quick brown fox--a well-known, semi-tame animal--jumped over a state-of-the-art fence; it's 3-4 m high. Supercalifragilisticexpialidocious-like words break."
for w in (1, 5, 10, 20, 40, 70):
    print(textwrap.wrap(text, w))
print(textwrap.fill(text, 30, initial_indent="* ", subsequent_indent="  "))
print(textwrap.shorten(text, 40), "|", textwrap.shorten("Hello  world!", 12), "|", textwrap.shorten("Hello  world!", 11), "|", textwrap.shorten("Hello world", width=10, placeholder="..."))
print(textwrap.wrap("a\tb\n\nc   d  ", 4), textwrap.wrap("", 5), textwrap.wrap("   lead", 6), textwrap.wrap("aaaa bbbb", 3, break_long_words=False), textwrap.wrap("x-y foo-bar", 5, break_on_hyphens=False))
print(textwrap.wrap("one two three four", 9, max_lines=2), textwrap.wrap("a  b  c", 3, drop_whitespace=False), textwrap.wrap("a\nb c", 5, replace_whitespace=False))
for bad in (0, -1):
    try:
        textwrap.wrap("x", bad)
    except ValueError as e:
        print(e)
try:
    textwrap.wrap("some text here", 3, max_lines=1)
except ValueError as e:
    print(e)
w = textwrap.TextWrapper(width=12)
w.subsequent_indent = "> "
print(w.fill("alpha beta gamma delta"), w.wrap("x"))
r = random.Random(5)
for k in range(300):
    s = "".join(r.choice(["a", "b", "-", "--", " ", "c1", "foo", "x-y", ".", "é", "\n", "_", "3"]) for _ in range(r.randint(0, 25)))
    print(k, textwrap.wrap(s, r.randint(1, 15)), textwrap.shorten(s, r.randint(6, 15)), textwrap.wrap(s, 6, max_lines=2, placeholder="~"))
