# Old iteration protocol through __getitem__; `in` falls back to it.
class G:
    def __getitem__(s, i):
        if i > 2: raise IndexError
        return i * i
print(list(G()), 4 in G(), 5 in G(), [*G()])
