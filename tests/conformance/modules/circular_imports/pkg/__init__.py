"""A package that imports its submodules from itself, which import each other."""
from pkg import core, shapes
from . import texts as words
from .shapes import area

__all__ = ["core", "shapes", "area"]
