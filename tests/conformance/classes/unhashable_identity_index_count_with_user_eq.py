# Unhashable and identity in `in`/`index`/`count` with user __eq__.
class A:
    def __eq__(s, o): raise ValueError
a = A(); print(a in [a], [a].count(a), [a] == [a])
