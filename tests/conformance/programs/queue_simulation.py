# types: dynamic
# Customers, clerks and a priority queue of events.
import heapq
import itertools
import random


class Event:
    counter = itertools.count()

    def __init__(self, time, action, *args):
        self.time = time
        self.order = next(self.counter)
        self.action = action
        self.args = args

    def __lt__(self, other):
        return (self.time, self.order) < (other.time, other.order)


class Customer:
    def __init__(self, name, arrival, service):
        self.name = name
        self.arrival = arrival
        self.service = service
        self.started = None

    @property
    def waited(self):
        return None if self.started is None else self.started - self.arrival


class Shop:
    def __init__(self, clerks):
        self.now = 0
        self.events = []
        self.free = list(range(clerks))
        self.waiting = []
        self.served = []

    def schedule(self, delay, action, *args):
        heapq.heappush(self.events, Event(self.now + delay, action, *args))

    def arrive(self, customer):
        print(f"{self.now:6.2f} {customer.name} arrives")
        self.waiting.append(customer)
        self.dispatch()

    def dispatch(self):
        while self.free and self.waiting:
            clerk = self.free.pop(0)
            customer = self.waiting.pop(0)
            customer.started = self.now
            print(f"{self.now:6.2f} clerk {clerk} serves {customer.name} (waited {customer.waited:.2f})")
            self.schedule(customer.service, self.leave, clerk, customer)

    def leave(self, clerk, customer):
        print(f"{self.now:6.2f} {customer.name} leaves")
        self.served.append(customer)
        self.free.append(clerk)
        self.free.sort()
        self.dispatch()

    def run(self):
        while self.events:
            event = heapq.heappop(self.events)
            self.now = event.time
            event.action(*event.args)


random.seed(7)
shop = Shop(2)
time = 0.0
for i in range(12):
    time += random.expovariate(0.8)
    customer = Customer(f"customer-{i}", time, random.uniform(1, 4))
    shop.schedule(time, shop.arrive, customer)
shop.run()
waits = [c.waited for c in shop.served]
print(f"{len(waits)} served, mean wait {sum(waits) / len(waits):.3f}, longest {max(waits):.3f}")
longest = max(shop.served, key=lambda c: c.waited)
print(longest.name, sum(1 for w in waits if w == 0), "did not wait")
