import importlib
from importlib import import_module
m = __import__("math")
print(m.sqrt(16))
n = importlib.import_module("os.path")
print(n.join("a", "b"))
j = import_module("json")
print(j.dumps([1]))
print(__import__("os.path").sep)
try:
    from importlib.metadata import version, PackageNotFoundError
    v = version("not-a-package-at-all")
except PackageNotFoundError as e:
    v = "unknown"
    print(e, repr(e))
print(v)
try:
    importlib.import_module("no_such_module_here")
except ImportError as e:
    print(e)
