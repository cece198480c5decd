"""Imports by a function: the names of the modules are literals, so that they are compiled."""


def import_module(name, package=None):
    # The compiler has made an import of every call with a literal.
    _k.refuse("import_module() with a name that is no literal, or of a package")


def reload(module):
    _k.refuse("loading a module again")


def invalidate_caches():
    """There are none."""
