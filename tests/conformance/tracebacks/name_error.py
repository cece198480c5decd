# stderr: exact
# types: dynamic
def greet():
    print('hello')
    print(nmae)


name = 'x'
greet()
