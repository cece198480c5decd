# A menu program driven by input until it ends.
todo = []


def show():
    if not todo:
        print('(empty)')
    for i, (done, text) in enumerate(todo, 1):
        print(f"{i}. [{'x' if done else ' '}] {text}")


def execute(command, argument):
    if command == 'add':
        todo.append([False, argument])
    elif command in ('done', 'drop'):
        item = todo[int(argument) - 1]
        if command == 'done':
            item[0] = True
        else:
            todo.remove(item)
    elif command == 'list':
        show()
    else:
        print('unknown command', command)


while True:
    try:
        line = input('> ')
    except EOFError:
        print('bye')
        break
    command, _, argument = line.partition(' ')
    try:
        execute(command, argument)
    except IndexError:
        print('no item', argument)
    except ValueError as e:
        print('bad number:', e)
show()
