# stderr: exact
actions = {'ok': lambda x: x + 1, 'bad': lambda x: x / 0}
print(actions['ok'](1))
print(actions['bad'](1))
