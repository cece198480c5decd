import threading
from threading import RLock
class Counter:
    _lock = RLock()
    def __init__(self):
        self.lock = threading.Lock()
        self.n = 0
    def inc(self):
        with self.lock:
            self.n += 1
        with Counter._lock, Counter._lock:
            return self.n
c = Counter()
print(c.inc(), c.inc(), c.lock.locked())
l = threading.Lock()
print(l.acquire(), l.acquire(False), l.locked(), l.acquire(timeout=0.01))
l.release()
try:
    l.release()
except RuntimeError as e:
    print(e)
print(threading.current_thread().name, threading.current_thread() is threading.main_thread(), threading.active_count())
data = threading.local()
data.x = 5
print(data.x, hasattr(data, "y"))
e = threading.Event()
print(e.is_set(), e.wait(0.01)); e.set(); print(e.wait())
s = threading.BoundedSemaphore(2)
with s: print("in")
try: s.release()
except ValueError as x: print(x)
class ThreadSafeStack:
    def __init__(self):
        self._items = []
        self._lock = threading.RLock()
    def push(self, x):
        with self._lock: self._items.append(x)
    def pop(self):
        with self._lock:
            if not self._items: raise IndexError("empty")
            return self._items.pop()
st = ThreadSafeStack(); st.push(3); print(st.pop())
try: st.pop()
except IndexError as e2: print(e2)
