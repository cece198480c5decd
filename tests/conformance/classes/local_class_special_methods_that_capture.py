def f(n):
    log = []
    class It:
        def __iter__(self):
            self.i = 0
            return self
        def __next__(self):
            self.i += 1
            log.append(self.i)
            if self.i > n:
                raise StopIteration
            return self.i
        def __len__(self): return n
        def __getitem__(self, k): log.append(k); return k * n
        def __contains__(self, k): log.append(k); return k == n
        def __eq__(self, o): log.append("eq"); return True
        def __hash__(self): return n
        def __lt__(self, o): log.append("lt"); return False
        def __repr__(self): return f"It({n})"
        def __str__(self): return f"str {n}"
        def __call__(self, x): return x + n
        def __add__(self, x): return x + n
        def __bool__(self): return n > 1
        def __enter__(self): log.append("enter"); return n
        def __exit__(self, *a): log.append("exit"); return True
        def __format__(self, spec): return f"<{n}{spec}>"
        def __int__(self): return n
        def __index__(self): return n
        def __float__(self): return float(n)
        def __abs__(self): return n
        def __neg__(self): return -n
        def __iadd__(self, x): log.append("iadd"); return self
    class Any:
        def __getattr__(self, name): return name + str(n)
    it = It()
    print(list(it), tuple(It()), sum(It()), set(It()), sorted(It()), max(It()), dict.fromkeys(It()), list(zip(It(), It())), list(map(str, It())))
    print(list(zip(It(), It(), strict=True)), list(enumerate(It())), [*It()], {**{}}, ",".join(map(str, It())))
    print(len(it), it[2], 3 in it, it == 3, it < it, it, repr(it), it(4), it + 1, bool(it), f"{it:x}", format(it), int(it), float(it), abs(it), -it, Any().foo, [1,2,3,4,5,6][it])
    with it as q: print(q); raise ValueError
    it += 3
    d = {It(): 1, It(): 2}
    print(len(d), d, [It()] == [It()], It() in [1, It()], [It()].index(It()))
    a, *b = It()
    print(a, b, log)
f(2)

