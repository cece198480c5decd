# A scripted adventure: rooms in dicts, inventory, commands as functions.
rooms = {
    'hall': {'text': 'A dusty hall.', 'exits': {'north': 'library', 'east': 'cellar'}, 'items': ['lamp']},
    'library': {'text': 'Books everywhere.', 'exits': {'south': 'hall'}, 'items': ['book', 'key']},
    'cellar': {'text': 'It is dark.', 'exits': {'west': 'hall'}, 'items': [], 'locked': True},
}
state = {'room': 'hall', 'carrying': [], 'moves': 0}


def look(_):
    room = rooms[state['room']]
    items = ', '.join(sorted(room['items'])) or 'nothing'
    return f"{room['text']} You see {items}. Exits: {' '.join(sorted(room['exits']))}"


def go(where):
    target = rooms[state['room']]['exits'].get(where)
    if target is None:
        return "You can't go there."
    if rooms[target].get('locked') and 'key' not in state['carrying']:
        return 'The door is locked.'
    rooms[target]['locked'] = False
    state['room'] = target
    return look('')


def take(item):
    items = rooms[state['room']]['items']
    if item not in items:
        return f'There is no {item or "such thing"} here.'
    items.remove(item)
    state['carrying'].append(item)
    return 'Taken.'


def inventory(_):
    return 'You carry ' + (' and '.join(state['carrying']) if state['carrying'] else 'nothing') + '.'


commands = {'look': look, 'go': go, 'take': take, 'inventory': inventory}
script = 'look/go east/take book/go north/take key/take book/inventory/dance/go south/take/go east/inventory/go up'
for line in script.split('/'):
    verb, _, rest = line.partition(' ')
    state['moves'] += 1
    if verb in commands:
        print(f'> {line}\n{commands[verb](rest)}')
    else:
        print(f'> {line}\nI do not know how to {verb}.')
print(state, rooms['library']['items'])
