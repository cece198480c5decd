# Imports that fail and are caught, and names that a module does not have.
try:
    import nonexistent_module
except ImportError as e:
    print(type(e).__name__, e, e.name)
try:
    from helper import missing
except ImportError as e:
    print(str(e).split(' (')[0])
try:
    import fancy_json as json
except ImportError:
    json = None
print(json is None)
import helper
print(helper.value)
try:
    print(helper.other)
except AttributeError as e:
    print(e)
