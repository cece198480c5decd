from . import value
print('inner sees', value)
