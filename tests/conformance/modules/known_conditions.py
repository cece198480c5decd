import sys, os
from sys import platform
PY2 = sys.version_info[0] == 2
PY3 = not PY2
IS_WIN = sys.platform.startswith("win") or os.name == "nt"
if PY2:
    import cPickle as pickle
    text_type = unicode
    range = xrange
else:
    text_type = str
if sys.version_info >= (3, 8):
    from typing import Protocol
else:
    from typing_extensions import Protocol
if sys.version_info < (3,):
    from urllib2 import urlopen
elif sys.version_info[:2] == (3, 11):
    name = "eleven"
else:
    name = old_name
try:
    from builtins import str as text
except ImportError:
    from __builtin__ import str as text
string_types = (basestring,) if PY2 else (str,)
def f(PY2):
    if PY2:
        return "param"
    return "no"
def g():
    if PY2:
        return unichr(5)
    elif not PY3 or sys.version_info.major < 3:
        return long(5)
    return "x" if sys.platform != "win32" else winreg
def h(sys):
    return 1 if sys.version_info == (2,) else 2
class V: version_info = (2,)
print(text_type(5), name, string_types == (str,), f(True), f(False), g(), h(V()), IS_WIN, platform in ("linux", "linux2"))
if platform in ("win32", "cygwin"):
    import winreg
print(sys.version_info >= (3, 11, 2), sys.version_info > (3, 11), sys.version_info[:2] <= (3, 11), sys.hexversion > 0x03000000)
if sys.version_info == (3, 11, 2): print("never")
else: print("with level")
if sys.version_info < (3, 11, 3): print("lt")
