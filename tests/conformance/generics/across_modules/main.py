from stacks import Stack, Chain
a = Stack(); a.push(1); b = Stack(); b.push("é")
print(a.pop() + 10 ** 20, b.pop() + "!")
c = Chain.of([1, 2, 3]); d = Chain.of("xyz")
print(sum(c.values()), "".join(d.values()), [v for v in c.values()], Chain.of([]).first())
print(c.first() + 1, d.first() + "?")
