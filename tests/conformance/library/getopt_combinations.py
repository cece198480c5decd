# Command lines of every combination of some words, for both functions and several sets of options.
import getopt
import itertools

words = ["-a", "-b", "-ab", "-abx", "-bval", "-", "--", "file", "--all", "--al", "--name", "--name=x", "--na=", "--none", "--all=1", "--num", "-z", "--=", "--n"]
sets = [("ab:", ["all", "name=", "number="]), ("a:b", ["all", "alloy", "name"]), ("+ab", []), ("", ["all="]), ("a-:", "name=")]
total = 0
texts = {}
for short, long in sets:
    for n in range(4):
        for line in itertools.product(words, repeat=n):
            for function in (getopt.getopt, getopt.gnu_getopt):
                try:
                    options, rest = function(list(line), short, long)
                    text = repr((options, rest))
                except getopt.GetoptError as e:
                    text = f"{e} {e.opt!r} {e.msg}"
                    texts[text] = texts.get(text, 0) + 1
                for c in text:
                    total = (total * 31 + ord(c)) % 1000000007
print(total, len(texts))
for text in sorted(texts):
    print(text, texts[text])
options, rest = getopt.getopt("-a -b one --name two --all three -a".split(), "ab:", ["all", "name="])
for name, value in options:
    if name in ("-b", "--name"):
        print(name, "is", value.upper())
    else:
        print(name)
print(rest, getopt.gnu_getopt(["x", "-a", "y"], "a"), getopt.error is getopt.GetoptError)
try:
    getopt.getopt(["-q"], "a")
except getopt.error as e:
    print(repr(e), e.args)
