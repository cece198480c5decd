class Link:
    __slots__ = ("key", "value", "previous", "next")

    def __init__(self, key=None, value=None):
        self.key = key
        self.value = value
        self.previous = self
        self.next = self


class LRUCache:
    """The least recently used entries are dropped first."""

    def __init__(self, capacity):
        self.capacity = capacity
        self.links = {}
        self.root = Link()
        self.hits = self.misses = 0

    def _unlink(self, link):
        link.previous.next = link.next
        link.next.previous = link.previous

    def _append(self, link):
        last = self.root.previous
        last.next = self.root.previous = link
        link.previous, link.next = last, self.root

    def get(self, key, default=None):
        link = self.links.get(key)
        if link is None:
            self.misses += 1
            return default
        self.hits += 1
        self._unlink(link)
        self._append(link)
        return link.value

    def put(self, key, value):
        if key in self.links:
            link = self.links[key]
            link.value = value
            self._unlink(link)
        else:
            if len(self.links) >= self.capacity:
                oldest = self.root.next
                self._unlink(oldest)
                del self.links[oldest.key]
            link = self.links[key] = Link(key, value)
        self._append(link)

    def __iter__(self):
        link = self.root.next
        while link is not self.root:
            yield link.key, link.value
            link = link.next

    def __len__(self):
        return len(self.links)

    def __contains__(self, key):
        return key in self.links

    def __repr__(self):
        return "LRUCache(" + ", ".join(f"{k!r}: {v!r}" for k, v in self) + ")"


def memoize(size):
    def decorate(function):
        cache = LRUCache(size)

        def wrapper(n):
            value = cache.get(n)
            if value is None:
                value = function(n)
                cache.put(n, value)
            return value
        wrapper.cache = cache
        return wrapper
    return decorate


cache = LRUCache(3)
for word in "the quick brown the lazy dog the fox quick".split():
    if cache.get(word) is None:
        cache.put(word, len(word))
    print(word, cache)
print(cache.hits, cache.misses, len(cache), "fox" in cache, "brown" in cache)
cache.put("fox", 33)
print(list(cache), cache.get("nothing", -1))


calls = 0


@memoize(50)
def fibonacci(n):
    global calls
    calls += 1
    return n if n < 2 else fibonacci(n - 1) + fibonacci(n - 2)


print(fibonacci(90), calls)
print(fibonacci.cache.hits, len(fibonacci.cache))
