import heapq
from functools import total_ordering


@total_ordering
class Task:
    def __init__(self, name, priority, duration, needs=()):
        self.name = name
        self.priority = priority
        self.duration = duration
        self.needs = set(needs)
        self.done_at = None

    def __eq__(self, other):
        return (self.priority, self.name) == (other.priority, other.name)

    def __lt__(self, other):
        return (-self.priority, self.name) < (-other.priority, other.name)

    def __hash__(self):
        return hash(self.name)

    def __repr__(self):
        return f"<{self.name} p{self.priority}>"


class Scheduler:
    def __init__(self, workers=1):
        self.workers = workers
        self.tasks = {}

    def add(self, name, priority=0, duration=1, needs=()):
        if name in self.tasks:
            raise ValueError(f"{name} exists")
        self.tasks[name] = Task(name, priority, duration, needs)
        return self

    def run(self):
        waiting = {name: set(task.needs) for name, task in self.tasks.items()}
        for name, needs in waiting.items():
            missing = needs - self.tasks.keys()
            if missing:
                raise KeyError(f"{name} needs unknown {', '.join(sorted(missing))}")
        ready = [task for task in self.tasks.values() if not task.needs]
        heapq.heapify(ready)
        running = []
        now = 0
        order = []
        while ready or running:
            while ready and len(running) < self.workers:
                task = heapq.heappop(ready)
                order.append((now, task.name))
                heapq.heappush(running, (now + task.duration, task))
            now, finished = heapq.heappop(running)
            finished.done_at = now
            for name, needs in waiting.items():
                if finished.name in needs:
                    needs.discard(finished.name)
                    if not needs:
                        heapq.heappush(ready, self.tasks[name])
        stuck = [name for name, task in self.tasks.items() if task.done_at is None]
        return order, now, stuck


def build(workers):
    s = Scheduler(workers)
    s.add("fetch", 5, 3).add("configure", 1, 1).add("compile", 3, 5, ["fetch", "configure"])
    s.add("docs", 2, 4, {"fetch"}).add("test", 4, 2, ["compile"]).add("package", duration=1, needs=("test", "docs"))
    return s


for workers in (1, 2, 3):
    order, total, stuck = build(workers).run()
    print(workers, "workers:", total, "hours", stuck)
    for start, name in order:
        print(f"  {start:3} {name}")
s = build(2)
s.add("egg", needs=["hen"]).add("hen", needs=["egg"])
print(s.run()[2])
s.add("ghost", needs=["castle", "abbey"])
try:
    s.run()
except KeyError as e:
    print("error:", e)
try:
    s.add("fetch")
except ValueError as e:
    print("error:", e)
tasks = sorted(build(1).tasks.values())
print(tasks, tasks[0] >= tasks[1], tasks[0] <= tasks[1], max(tasks))
