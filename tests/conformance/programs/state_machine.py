# types: dynamic
# A state machine with guards, actions and a history.
class TransitionError(Exception):
    def __init__(self, state, event):
        Exception.__init__(self, state, event)
        self.state = state
        self.event = event

    def __str__(self):
        return f"no transition from {self.state} on {self.event}"


class Machine:
    def __init__(self, initial):
        self.state = initial
        self.transitions = {}
        self.history = [initial]
        self.on_enter = {}

    def add(self, source, event, target, guard=None, action=None):
        sources = source if isinstance(source, list) else [source]
        for s in sources:
            self.transitions.setdefault((s, event), []).append((target, guard, action))
        return self

    def enter(self, state):
        def register(function):
            self.on_enter.setdefault(state, []).append(function)
            return function
        return register

    def fire(self, event, **data):
        for target, guard, action in self.transitions.get((self.state, event), ()):
            if guard is None or guard(data):
                if action is not None:
                    action(data)
                self.state = target
                self.history.append(target)
                for hook in self.on_enter.get(target, []):
                    hook(self, data)
                return target
        raise TransitionError(self.state, event)


coins = []
door = Machine("locked")
door.add("locked", "coin", "unlocked", guard=lambda d: d.get("value", 0) >= 50, action=lambda d: coins.append(d["value"]))
door.add("locked", "coin", "locked", action=lambda d: print("too little:", d["value"]))
door.add("unlocked", "push", "locked")
door.add(["locked", "unlocked"], "break", "broken")


@door.enter("unlocked")
def greet(machine, data):
    print("welcome, you paid", data["value"])


@door.enter("broken")
def alarm(machine, data):
    print("ALARM after", len(machine.history), "steps", data or "")


for event, data in [("coin", {"value": 20}), ("coin", {"value": 50}), ("push", {}), ("push", {}), ("coin", {"value": 100}),
                    ("break", {"by": "hooligans"}), ("coin", {"value": 1})]:
    try:
        print(event, "->", door.fire(event, **data))
    except TransitionError as e:
        print("error:", e, e.args)
print(door.history, coins)


def traffic_light():
    state = "red"
    while True:
        command = yield state
        if command == "stop":
            return "off"
        if command == "break":
            state = "blinking"
        else:
            state = {"red": "green", "green": "yellow", "yellow": "red", "blinking": "blinking"}[state]


light = traffic_light()
print(next(light), [light.send(None) for _ in range(4)], light.send("break"), next(light))
try:
    light.send("stop")
except StopIteration as end:
    print("ended:", end.value)
