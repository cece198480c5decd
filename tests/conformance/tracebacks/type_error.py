# stderr: exact
# types: dynamic
def label(item, price):
    return item + ': ' + price


print(label('tea', '2'))
print(label('coffee', 3))
