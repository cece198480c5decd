# types: dynamic
# str() of bytes, with its errors; the arguments of open().
for f in (lambda: str(1, 2), lambda: str("a", "b"), lambda: str(b"a", None), lambda: str(b"\xff", "latin-1"), lambda: str(b"a", errors=5), lambda: str(object=5), lambda: str(), lambda: str(b"ab", "utf-8"), lambda: str(b"\xff", errors="replace"), lambda: str(5, "utf-8"), lambda: str(object=b"x", encoding="ascii")):
    try: print(repr(f()))
    except Exception as e: print(type(e).__name__, e)
for f in (lambda: open(None), lambda: open("x", None), lambda: open("x", 5), lambda: open(1.5), lambda: open("x","r",encoding=5), lambda: open("x", "r", newline=5), lambda: open("x", "r", errors=5),lambda: open("x", newline="q"), lambda: enumerate(krait=1), lambda: enumerate([1], krait=1), lambda: enumerate(), lambda: enumerate([], 1.5), lambda: float.fromhex(None), lambda: float.fromhex(5)):
    try: print(f())
    except Exception as e: print(type(e).__name__, e)
