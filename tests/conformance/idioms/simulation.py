# A bank queue, an inventory and a vending machine with a seeded generator written by hand.
seed = 12345


def rand(n):
    global seed
    seed = (seed * 1103515245 + 12345) % 2 ** 31
    return (seed >> 8) % n


def queue_simulation(minutes):
    queue = []
    served = waited = 0
    busy_until = 0
    for now in range(minutes):
        if rand(3) == 0:
            queue.append(now)
        if queue and now >= busy_until:
            arrived = queue.pop(0)
            waited += now - arrived
            served += 1
            busy_until = now + 1 + rand(4)
    return served, waited / served if served else None, len(queue)


print(queue_simulation(100), queue_simulation(0))
stock = {'bolt': 10, 'nut': 3}
orders = [('bolt', 4), ('nut', 5), ('gear', 1), ('bolt', 6), ('bolt', 1)]
backlog = []
for item, n in orders:
    if item not in stock:
        print('unknown', item)
    elif stock[item] >= n:
        stock[item] -= n
        print('shipped', n, item, stock)
    else:
        backlog.append((item, n - stock[item]))
        stock[item] = 0
print(stock, backlog)
position = [0, 0]
trail = {(0, 0)}
for _ in range(50):
    direction = rand(4)
    position[direction % 2] += 1 if direction < 2 else -1
    trail.add(tuple(position))
print(position, len(trail), max(trail), min(trail))
dice = [0] * 13
for _ in range(500):
    dice[rand(6) + rand(6) + 2] += 1
print(dice[2:], sum(dice))
