# Modules are looked for in the folder of the main file; each knows its own name.
import helper
import pkg.inner
from pkg import value
print(__name__, helper.__name__, pkg.__name__, pkg.inner.__name__, value)
