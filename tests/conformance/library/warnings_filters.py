# stderr: exact
# warn, filters, recording, errors, and what is shown where.
import io
import sys
import warnings
from warnings import warn


class OwnWarning(UserWarning):
    pass


def old(n):
    warnings.warn("old() is deprecated", DeprecationWarning)
    return n + 1


def noisy(text):
    warn(text)


warnings.warn("first")
for i in range(3):
    warnings.warn("in a loop")
for i in range(3):
    warnings.warn(f"number {i}")
print(old(1), old(2))
noisy("a")
noisy("b")
noisy("a")
warnings.warn(OwnWarning("an object"))
warnings.warn("own", OwnWarning)
warnings.warn("runtime", category=RuntimeWarning, stacklevel=1)
warnings.warn("pending", PendingDeprecationWarning)
warnings.warn("resource", ResourceWarning)
warnings.warn(
    "on several lines",
    FutureWarning,
)
with warnings.catch_warnings(record=True) as caught:
    warnings.simplefilter("always")
    old(3)
    noisy("c")
    noisy("c")
    print(len(caught))
    for w in caught:
        print(w.category.__name__, w.message, w.lineno, w.filename == __file__)
    print(issubclass(caught[0].category, DeprecationWarning), str(caught[-1].message))
with warnings.catch_warnings():
    warnings.simplefilter("error")
    try:
        old(4)
    except DeprecationWarning as e:
        print("error", e)
    try:
        warnings.warn("boom", OwnWarning)
    except OwnWarning as e:
        print("error", e)
with warnings.catch_warnings():
    warnings.simplefilter("ignore")
    noisy("silent")
with warnings.catch_warnings():
    warnings.filterwarnings("ignore", message=".*secret", category=UserWarning)
    noisy("a secret")
    noisy("a fact")
    warnings.filterwarnings("error", "FACT")
    try:
        noisy("fact")
    except UserWarning as e:
        print("raised", e)
with warnings.catch_warnings():
    warnings.simplefilter("once")
    for i in range(2):
        warnings.warn("once only")
        noisy("once only")
with warnings.catch_warnings():
    warnings.simplefilter("module")
    noisy("per module")
    warnings.warn("per module")
with warnings.catch_warnings():
    warnings.filterwarnings("error", category=RuntimeWarning, module="other")
    warnings.warn("here", RuntimeWarning)
    warnings.filterwarnings("error", category=RuntimeWarning, module="__main__")
    try:
        warnings.warn("here", RuntimeWarning)
    except RuntimeWarning as e:
        print("module", e)
with warnings.catch_warnings():
    warnings.resetwarnings()
    warnings.warn("import", ImportWarning)
try:
    warnings.simplefilter("loud")
except AssertionError as e:
    print(e)
print(warnings.formatwarning("text", UserWarning, "nowhere.py", 7), end="")
print(warnings.formatwarning("text", UserWarning, "nowhere.py", 7, "  x = 1"), end="")
warnings.warn_explicit("explicit", UserWarning, "somewhere.py", 12)
stream = io.StringIO()
warnings.showwarning("shown", UserWarning, "there.py", 3, stream, "the line")
print(stream.getvalue(), end="")
noisy("the end")
