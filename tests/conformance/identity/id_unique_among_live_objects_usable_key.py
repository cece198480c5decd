# Id is unique among live objects and usable as key.
a, b = [], []; seen = {id(a): 'a', id(b): 'b'}; print(len(seen), seen[id(a)], id(a) == id(a))
