# join measures its parts first; split looks at sixteen characters at a time.
text = "abcé"
print("".join([text]) is text, ",".join(["a", "", "b"]), repr("".join(["", "a"])), repr("".join(["", ""])))
print("€".join(["a", "b"]), repr(",".join(["", ""])), repr("ab".join(["", ""])), "".join(["𝄞", "é", "a"]), "é".join("xyz"))
print(len("€".join(["a"])), "€".join(["é"]).encode(), ", ".join(str(i) for i in range(5)), "-".join(("x",)), "-".join({"k": 1}))
try:
    print(",".join(["a", 1]))
except TypeError as error:
    print(error)
for blank in "\t\n\x0b\x0c\r\x1c\x1d\x1e\x1f \x85\xa0\u2000":
    line = "x" * 20 + blank + "y" * 3 + blank * 2 + "z" * 17
    print(line.split(), line.split(None, 1)[1:] == ["y" * 3 + blank * 2 + "z" * 17], end=" ")
    print(len(line.split(blank)), line.split(blank, 1)[0], line.find(blank), line.find(blank, 21), line.find(blank, 22, 24))
for other in "\x08\x0e\x1b!\x84\x86\x9f\xa1":
    print(len(("x" * 18 + other + "y").split()), end=" ")
print("a,b,,c".split(","), ("word" * 9 + "|") .split("|"), "".split(), "".split("x"), ("é" * 20 + "€,ü").split(","))
print("a" is "banana"[1], "" is "banana"[:0], [c == "n" for c in "banana"])
