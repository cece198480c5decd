import sys
def show(items, key=None, reverse=False):
    k = None
    if key == "len":
        k = len
    elif key == "lower":
        k = str.lower
    print(sorted(items, key=k, reverse=reverse), max(items, key=k), min(items, key=k))
    l = list(items)
    l.sort(key=k)
    print(l)
show(["b", "Aaa", "cc"])
show(["b", "Aaa", "cc"], "len")
show(["b", "Aaa", "cc"], "lower", True)
