# A shop's inventory in nested dicts and lists, updated by functions.
inventory = {}


def receive(name, quantity, price, tags=()):
    item = inventory.setdefault(name, {'quantity': 0, 'price': price, 'tags': set()})
    item['quantity'] += quantity
    item['price'] = price
    item['tags'] |= set(tags)
    return item['quantity']


def sell(name, quantity=1):
    if name not in inventory:
        return f'no {name}'
    item = inventory[name]
    if quantity > item['quantity']:
        return f"only {item['quantity']} {name}"
    item['quantity'] -= quantity
    if item['quantity'] == 0:
        del inventory[name]
    return round(quantity * item['price'], 2)


print(receive('apple', 10, 0.5, ['fruit']), receive('pear', 4, 0.75, ('fruit', 'green')), receive('saw', 1, 12))
print(sell('apple', 3), sell('pear', 5), sell('saw'), sell('saw'), sell('nail'))
print(receive('apple', 5, 0.55, ['red']))
for name, item in sorted(inventory.items()):
    print(f"{name:<8}{item['quantity']:>4} {item['price']:>6.2f} {sorted(item['tags'])}")
print(sum(i['quantity'] * i['price'] for i in inventory.values()), [n for n, i in inventory.items() if 'fruit' in i['tags']])
by_tag = {}
for name, item in inventory.items():
    for tag in item['tags']:
        by_tag.setdefault(tag, []).append(name)
print({t: sorted(ns) for t, ns in sorted(by_tag.items())})
cheap, dear = [], []
for name in inventory:
    (cheap if inventory[name]['price'] < 0.6 else dear).append(name)
print(cheap, dear, max(inventory, key=lambda n: inventory[n]['price']))
snapshot = {n: dict(i) for n, i in inventory.items()}
inventory['apple']['quantity'] = -1
print(snapshot['apple']['quantity'], inventory['apple']['quantity'], snapshot == inventory)
