class Event:
    def __init__(self, name, **data):
        self.name = name
        self.data = data
        self.stopped = False

    def stop(self):
        self.stopped = True

    def __getattr__(self, key):
        try:
            return self.data[key]
        except KeyError:
            raise AttributeError(key) from None


class Emitter:
    def __init__(self):
        self._listeners = {}

    def on(self, name, callback=None, priority=0):
        if callback is None:
            return lambda f: self.on(name, f, priority)
        listeners = self._listeners.setdefault(name, [])
        listeners.append((priority, callback))
        listeners.sort(key=lambda pair: -pair[0])
        return callback

    def off(self, name, callback):
        self._listeners[name] = [(p, c) for p, c in self._listeners.get(name, []) if c is not callback]

    def once(self, name, callback):
        def wrapper(event):
            self.off(name, wrapper)
            return callback(event)
        self.on(name, wrapper)

    def emit(self, name, **data):
        event = Event(name, **data)
        results = []
        for _, callback in list(self._listeners.get(name, [])) + self._listeners.get("*", []):
            results.append(callback(event))
            if event.stopped:
                break
        return results


emitter = Emitter()
log = []


@emitter.on("order")
def count(event):
    return event.data["n"] * 2


@emitter.on("order", priority=5)
def check(event):
    if event.data["n"] > 100:
        event.stop()
        return "too many"
    return "ok"


emitter.on("*", lambda e: log.append(e.name))
emitter.once("order", lambda e: f"first order: {e.data['n']}")
print(emitter.emit("order", n=3))
print(emitter.emit("order", n=4))
print(emitter.emit("order", n=500))
print(emitter.emit("nothing"))
emitter.off("order", count)
print(emitter.emit("order", n=5), log)


class Button(Emitter):
    def __init__(self, label):
        super().__init__()
        self.label = label
        self.clicks = 0

    def click(self):
        self.clicks += 1
        self.emit("click", count=self.clicks)


class Counter:
    def __init__(self):
        self.total = 0

    def clicked(self, event):
        self.total += event.data["count"]


button, counter = Button("ok"), Counter()
button.on("click", counter.clicked)
button.on("click", lambda e: print(f"{button.label} clicked {e.data['count']} times"))
for _ in range(3):
    button.click()
print(counter.total)
