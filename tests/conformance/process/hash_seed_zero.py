# With PYTHONHASHSEED=0 the hashes of strings and the order of sets are CPython's.
print(hash('abc'), hash(''), hash('a'), hash(b'abc'), hash('é'), hash('日本'))
print({'a', 'b', 'c'})
print({'x': 1, 'y': 2}, set('hello world'))
