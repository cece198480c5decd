# Votes: counting, ties, percentages, instant runoff.
ballots = [['ann', 'bob', 'cid'], ['bob', 'ann', 'cid'], ['cid', 'bob', 'ann'], ['bob', 'cid'], ['ann'], ['cid', 'ann', 'bob'], ['ann', 'cid']]


def first_choices(ballots, out):
    counts = {}
    for ballot in ballots:
        for name in ballot:
            if name not in out:
                counts[name] = counts.get(name, 0) + 1
                break
    return counts


def runoff(ballots):
    out = set()
    rounds = []
    while True:
        counts = first_choices(ballots, out)
        rounds.append(dict(sorted(counts.items())))
        total = sum(counts.values())
        leader = max(sorted(counts), key=counts.get)
        if counts[leader] * 2 > total or len(counts) == 1:
            return leader, rounds
        out.add(min(sorted(counts), key=lambda n: counts[n]))


winner, rounds = runoff(ballots)
for i, counts in enumerate(rounds, 1):
    total = sum(counts.values())
    print(i, ', '.join(f'{n} {c} ({c / total:.1%})' for n, c in counts.items()))
print('winner:', winner)
points = {}
for ballot in ballots:
    for place, name in enumerate(ballot):
        points[name] = points.get(name, 0) + 3 - place
print(sorted(points.items(), key=lambda kv: (-kv[1], kv[0])))
seats = {n: 0 for n in points}
for _ in range(7):
    name = max(sorted(points), key=lambda n: points[n] / (seats[n] + 1))
    seats[name] += 1
print(seats)
pairs = {}
for a in points:
    for b in points:
        if a < b:
            better = sum(1 for bl in ballots if a in bl and (b not in bl or bl.index(a) < bl.index(b)))
            pairs[a, b] = better, len(ballots) - better
print(pairs)
