# Print: sep, end, several types, nested quotes.
print(1, 'a', None, [1, 'b'], ('c',), {'k': 'v'}, sep='|', end='!\n'); print(); print(*[], sep='x'); print('a', 'b', sep='')
