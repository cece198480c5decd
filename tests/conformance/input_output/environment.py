# os.environ: reading, changing, missing names and wrong types.
import os

os.environ["APPLE"] = "one"
print(os.environ["APPLE"], os.getenv("APPLE"), "APPLE" in os.environ)
os.environ["APPLE"] = "zwei é"
print(os.environ["APPLE"], os.environ.get("APPLE"))
print(os.environ.setdefault("APPLE", "x"), os.environ.setdefault("BANANA", "y"))
del os.environ["APPLE"]
print("APPLE" in os.environ, os.getenv("APPLE"), os.getenv("APPLE", "default"))
try:
    os.environ["APPLE"]
except KeyError as e:
    print("KeyError", e)
try:
    del os.environ["APPLE"]
except KeyError as e:
    print("KeyError", e)
try:
    os.environ["APPLE"] = 1
except TypeError as e:
    print(e)
print(os.environ.pop("BANANA"), os.environ.pop("BANANA", "gone"))
print([name for name in os.environ if name.startswith("APPLE")], len(os.environ) > 0)
names = sorted(name for name, value in os.environ.items() if name == "PATH" and value)
print(names, "PATH" in os.environ.keys(), os.environ["PATH"] in os.environ.values())
copied = os.environ.copy()
copied["CHERRY"] = "c"
print("CHERRY" in os.environ)
