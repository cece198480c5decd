# Encode and decode errors.
for f in (lambda: 'é'.encode('ascii'), lambda: b'\xff'.decode(), lambda: '\ud800'.encode(), lambda: bytes([300])):
    try: f()
    except ValueError as e: print(type(e).__name__, e)
print(b'\xff'.decode(errors='replace'), 'é'.encode('ascii', 'ignore'), b'\xff'.decode('latin-1'))
