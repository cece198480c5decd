# queue: the kinds of queues, their limits and errors
import queue
from queue import Queue, LifoQueue, PriorityQueue, Empty, Full

q = Queue()
for i in range(5):
    q.put(i)
print(q.qsize(), q.empty(), q.full(), q.maxsize, list(q.queue))
while not q.empty():
    print(q.get(), end=" ")
    q.task_done()
print(q.unfinished_tasks)
q.join()
try:
    q.task_done()
except ValueError as e:
    print(e)
for attempt in range(3):
    try:
        if attempt == 0:
            q.get_nowait()
        elif attempt == 1:
            q.get(timeout=0.01)
        else:
            q.get(True, -1)
    except Empty as e:
        print("Empty", repr(e), e.args)
    except ValueError as e:
        print(e)
small = Queue(2)
small.put("a")
small.put_nowait("b")
print(small.full(), small.qsize())
for attempt in range(3):
    try:
        if attempt == 0:
            small.put_nowait("c")
        elif attempt == 1:
            small.put("c", timeout=0.01)
        else:
            small.put("c", True, -1)
    except Full as e:
        print("Full", repr(e))
    except ValueError as e:
        print(e)
print(small.get(), small.get(block=False))
stack = LifoQueue(maxsize=3)
for word in ["x", "y", "z"]:
    stack.put(word)
print(stack.full(), [stack.get() for _ in range(3)], stack.empty())
heap = PriorityQueue()
for item in [(3, "c"), (1, "z"), (2, "b"), (1, "a")]:
    heap.put(item)
print(heap.qsize(), [heap.get()[1] for _ in range(4)], heap.empty())
numbers = queue.PriorityQueue()
for i in range(200):
    numbers.put(i * 37 % 101)
print([numbers.get() for _ in range(200)])
simple = queue.SimpleQueue()
simple.put("one")
simple.put_nowait("two")
print(simple.qsize(), simple.get(), simple.get_nowait(), simple.empty())
for limit in [0.01, -1.0]:
    try:
        simple.get(timeout=limit)
    except (Empty, ValueError) as e:
        print(repr(e))
