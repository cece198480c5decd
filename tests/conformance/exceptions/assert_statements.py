# stderr: exact
# Assertions: passing, failing with and without a message, in functions.
def average(xs):
    assert xs, 'no values'
    assert all(isinstance(x, (int, float)) for x in xs)
    return sum(xs) / len(xs)


print(average([1, 2, 3.5]))
try:
    average([])
except AssertionError as e:
    print('caught', repr(e), e)
try:
    average(['a'])
except AssertionError as e:
    print('caught', repr(e), str(e) == '')
assert average([1]) == 1
assert 1 + 1 == 3, f'arithmetic is {"broken"}'
