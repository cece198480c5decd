# Repr of strings and bytes.
print(repr("it's"), repr('a"b'), repr('a\'b"c'), repr('\x00\n\u200b😀\xad'), ascii('é😀'), repr(b'\x00a\'"'), repr('\ud800'))
