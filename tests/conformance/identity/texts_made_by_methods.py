s = "a"
t = "Ab"
print(s.lower() is s, s.upper().lower() is s, s.casefold() is s, t.swapcase().swapcase() is t, "".lower() is "", s.strip() is s, t.strip() is t, t[0:1] is "A", s.replace("x", "y") is s, t.replace("x", "y") is t, "é".lower() is "é", "é".swapcase() is "é")
print(s.title() is "A", s.capitalize() is "A", t[:] is t, s * 1 is s, t * 1 is t, t + "" is t, "" + t is t, t.ljust(1) is t, t.zfill(1) is t, t.center(1) is t, t.expandtabs() is t, t.removeprefix("x") is t, str(t) is t, f"{t}" is t, format(t) is t, "{}".format(t) is t, "".join([t]) is t, t.translate({}) is t, t.partition("x")[0] is t, t.split("x")[0] is t, t.encode().decode() is t)
