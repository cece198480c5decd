# Counting, grouping, inverting, ranking with plain dicts.
text = 'the rain in spain stays mainly in the plain'
counts = {}
for word in text.split():
    if word in counts:
        counts[word] += 1
    else:
        counts[word] = 1
print(counts)
by_length = {}
for word in counts:
    by_length.setdefault(len(word), set()).add(word)
print({n: sorted(ws) for n, ws in sorted(by_length.items())})
letters = {}
for c in text:
    if c != ' ':
        letters[c] = letters.get(c, 0) + 1
top = sorted(letters, key=letters.get, reverse=True)[:3]
print(top, [letters[c] for c in top], max(letters, key=lambda c: (letters[c], c)))
inverted = {}
for word, n in counts.items():
    inverted.setdefault(n, []).append(word)
print(inverted)
scores = [('ann', 50), ('bob', 70), ('ann', 80), ('cid', 70)]
best = {}
for name, score in scores:
    if name not in best or score > best[name]:
        best[name] = score
for rank, (name, score) in enumerate(sorted(best.items(), key=lambda kv: (-kv[1], kv[0])), 1):
    print(rank, name.title().ljust(6), score)
first_seen = {}
for i, c in enumerate('mississippi'):
    first_seen.setdefault(c, i)
print(first_seen)
