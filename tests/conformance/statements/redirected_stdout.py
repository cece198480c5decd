# Redirected stdout.
import io, contextlib, sys
b = io.StringIO()
with contextlib.redirect_stdout(b): print('hid')
old = sys.stdout; sys.stdout = b; print('den'); sys.stdout = old; print(repr(b.getvalue()))
