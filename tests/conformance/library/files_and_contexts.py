import os, operator, contextlib, random, os.path, sys, tempfile
d = tempfile.mkdtemp()
p = os.path.join(d, "f.txt")
fd = os.open(p, os.O_RDWR | os.O_CREAT, 0o600)
print(os.write(fd, b"hello world\n"), os.lseek(fd, 0, os.SEEK_SET), os.read(fd, 5), os.read(fd, 100), os.read(fd, 5))
print(os.fstat(fd).st_size, oct(os.stat(p).st_mode), os.path.samestat(os.fstat(fd), os.stat(p)), os.path.sameopenfile(fd, fd))
os.ftruncate(fd, 3); os.fsync(fd)
print(os.path.getsize(p))
os.close(fd)
try: os.close(fd)
except OSError as e: print(e, e.errno)
try: os.open("/nonexistent/x", os.O_RDONLY)
except FileNotFoundError as e: print(e)
os.truncate(p, 1)
r, w = os.pipe()
with os.fdopen(w, "w") as f: f.write("through the pipe\n")
with os.fdopen(r) as f: print(f.read())
os.mkdir(os.path.join(d, "sub"))
os.symlink(p, os.path.join(d, "link"))
with os.scandir(d) as it:
    print(sorted((e.name, e.is_dir(), e.is_file(), e.is_symlink(), e.path == os.path.join(d, e.name), e.is_file(follow_symlinks=False)) for e in it))
print(sorted(os.fspath(e)[len(d):] for e in os.scandir(d)), sorted(repr(e) for e in os.scandir(d)))
for row in os.walk(d): print(row[0] == d, sorted(row[1]), sorted(row[2]))
errors = []
print(list(os.walk(d + "/nope", onerror=lambda e: errors.append(type(e).__name__))), errors)
print(os.getuid() == os.geteuid(), os.getgid() == os.getegid(), os.isatty(0), os.strerror(2), os.EX_USAGE, os.O_CREAT, os.devnull, os.pathsep, os.error is OSError)
print(os.fsencode("\u00e9x"), os.fsdecode(b"\xc3\xa9x"), os.fsencode(b"raw"))
os.environ["KX"] = "val"; os.environ["KY_2"] = "two"
for t in ["$KX/a", "${KX}b", "$NOPE/x", "${KX", "$", "$$KX", "a$KY_2-$KX$", "${}", "${NO}", "\u00e9$KX\u00e9"]:
    print(os.path.expandvars(t))
print(os.path.ismount("/"), os.path.ismount("/usr/nope"), os.path.altsep, os.path.extsep)
os.renames(os.path.join(d, "sub"), os.path.join(d, "x", "y"))
print(sorted(os.listdir(d)))
t = os.times(); print(len(t), t.user >= 0, type(t.elapsed))
s = os.statvfs("/"); print(s.f_bsize > 0, len(s))
m = os.umask(0o22); print(os.umask(m) == 0o22)
try: os.get_terminal_size(0)
except OSError as e: print("no tty")
print(os.terminal_size((80, 24)), os.get_exec_path({"PATH": "/a:/b"}))
try: os.kill(99999999, 0)
except ProcessLookupError as e: print(e)
with contextlib.chdir(d): print(os.path.basename(os.getcwd()) == os.path.basename(d))
@contextlib.contextmanager
def tag(name):
    "doc of tag"
    print("<" + name + ">")
    yield name
    print("</" + name + ">")
@tag("p")
def say(x, y=1):
    print(x, y); return x
print(say(1), say(2, y=3), say.__name__, tag.__name__, tag.__doc__)
class Track(contextlib.ContextDecorator):
    def __init__(self, n): self.n = n
    def __enter__(self): print("in", self.n); return self
    def __exit__(self, *e): print("out", self.n); return False
@Track("t")
def work(a): return a * 2
print(work(3), work("q"), work.__name__)
with Track("u") as tr: print(tr.n)
class Res(contextlib.AbstractContextManager):
    def __exit__(self, *a): print("closed")
with Res() as rr: print(type(rr).__name__)
l = [1]; print(operator.iadd(l, [2]), l, operator.iconcat([1], [2]), operator.imul(3, 4), operator.ipow(2, 5), operator.call(max, 1, 5), operator.ixor(6, 3), operator.itruediv(7, 2), operator.inv(5))
rnd = random.Random(5); st = rnd.getstate(); a = [rnd.random() for _ in range(3)]; g = rnd.gauss(0, 1); rnd.setstate(st)
print(a == [rnd.random() for _ in range(3)], st[0], len(st[1]), st[1][:3], st[1][-1], st[2])
print([round(rnd.vonmisesvariate(1, k), 12) for k in (0, 1e-7, 0.5, 4, 100)])
random.seed(3); s0 = random.getstate(); x = random.random(); random.setstate(s0); print(x == random.random())
try: rnd.setstate((2, (), None))
except ValueError as e: print(e)
sr = random.SystemRandom(); print(0 <= sr.random() < 1, 0 <= sr.randrange(10) < 10, len(sr.sample(range(50), 5)), sr.choice([7]))
try: sr.getstate()
except NotImplementedError as e: print(e)
