# Code points, not bytes or UTF-16; slicing and case mapping change lengths.
print(len('👍🏽'), 'é'.encode(), 'ß'.upper(), 'İ'.lower().encode(), 'ǆ'.title(), 'ΑΣ'.lower(), 'ﬁ'.casefold(), '👍🏽'[::-1] == '👍🏽')
