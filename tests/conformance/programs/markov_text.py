import random
from collections import defaultdict, Counter

TEXT = """the cat sat on the mat and the dog sat on the log. the cat saw the dog and the dog saw the cat.
a bird sang in the tree and the cat looked at the bird. the bird looked at the cat and sang on."""


class Markov:
    def __init__(self, order=1, seed=None):
        self.order = order
        self.table = defaultdict(Counter)
        self.starts = []
        self.random = random.Random(seed)

    def train(self, text):
        for sentence in text.replace("\n", " ").split("."):
            words = sentence.split()
            if len(words) <= self.order:
                continue
            self.starts.append(tuple(words[:self.order]))
            for i in range(len(words) - self.order):
                key = tuple(words[i:i + self.order])
                self.table[key][words[i + self.order]] += 1
            self.table[tuple(words[-self.order:])][None] += 1
        return self

    def next_word(self, state):
        options = self.table[state]
        pick = self.random.randrange(sum(options.values()))
        for word, count in options.items():
            pick -= count
            if pick < 0:
                return word

    def sentence(self, limit=20):
        state = self.random.choice(self.starts)
        words = list(state)
        while len(words) < limit:
            word = self.next_word(state)
            if word is None:
                break
            words.append(word)
            state = tuple(words[-self.order:])
        return " ".join(words).capitalize() + "."


for order in (1, 2):
    model = Markov(order, seed=42).train(TEXT)
    print(f"order {order}: {len(model.table)} states")
    for _ in range(4):
        print(" ", model.sentence())
model = Markov(seed=1).train(TEXT)
print(model.table[("the",)].most_common(3))
print(sorted((str(k), sum(v.values())) for k, v in model.table.items())[:5])
