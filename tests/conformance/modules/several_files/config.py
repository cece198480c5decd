print('config loads')
level = 1


def show():
    return f'level {level}'
