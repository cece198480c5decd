# Lambda, conditional import, try-import.
try: import nosuchmodule
except ImportError as e: print(type(e).__name__, e)
try: from math import nosuch
except ImportError as e: print(str(e).split('(')[0])
