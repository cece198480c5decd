import shlex

SAMPLES = ["", "  ", "a b", "a  'b c' d", '"x y" z', "a\\ b", "a'b'c\"d\"", "''", 'x "" y', '"a\\"b"', '"a\\nb"', "'a\\'",
           "a # b", "a#b c", "#", "a\n#x\nb", "a\\", '"a', "'a", '"a\\', "a\tb\r\nc", "é ü", "a;b|c", "a 'b'c", "'a' 'b'", "a\\\\b",
           "x'y z' w", "1 2 # c\n3 4"]


def attempt(text, **options):
    try:
        return shlex.split(text, **options)
    except ValueError as error:
        return f"ValueError: {error}"


for sample in SAMPLES:
    print(repr(sample))
    print("  ", attempt(sample))
    print("  ", attempt(sample, comments=True))
    print("  ", attempt(sample, posix=False))
    print("  ", attempt(sample, comments=True, posix=False))

for word in ["", "a", "a b", "it's", "$x", "a/b-c_d.e:f,g=h@i%j+k", "é", "\n", '"']:
    print(shlex.quote(word), shlex.split(shlex.quote(word)) == [word])
print(shlex.join(["cp", "a b", "", "c'd"]), shlex.split(shlex.join(["x y", "z"])))
try:
    shlex.split("'open")
except ValueError as error:
    print(type(error).__name__, error)
shlex.split('a "b')
