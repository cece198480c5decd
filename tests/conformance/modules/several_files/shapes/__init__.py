from geometry import area as circle
from .square import square
