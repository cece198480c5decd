# refused: K0401
import warnings


def old():
    warnings.warn("the caller's place", DeprecationWarning, stacklevel=2)


old()
