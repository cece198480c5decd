# text adventure + state machine + inventory, unannotated
class Room:
    def __init__(self, name, description):
        self.name = name
        self.description = description
        self.exits = {}
        self.items = []
    def connect(self, direction, other):
        opposite = {"north": "south", "south": "north", "east": "west", "west": "east"}
        self.exits[direction] = other
        other.exits[opposite[direction]] = self
    def __str__(self):
        s = f"== {self.name} ==\n{self.description}"
        if self.items: s += "\nItems: " + ", ".join(str(i) for i in self.items)
        return s + "\nExits: " + ", ".join(sorted(self.exits))
class Item:
    def __init__(self, name, weight=1): self.name, self.weight = name, weight
    def use(self, game): return f"You wave the {self.name}."
    def __str__(self): return self.name
class Key(Item):
    def __init__(self, name, opens): super().__init__(name, 0.1); self.opens = opens
    def use(self, game):
        if game.here.name == self.opens:
            game.won = True
            return "The door opens!"
        return "It does not fit."
class Lamp(Item):
    on = False
    def use(self, game):
        self.on = not self.on
        return "The lamp is " + ("on" if self.on else "off") + "."
class Game:
    def __init__(self):
        hall, cave, vault = Room("Hall", "A large hall."), Room("Cave", "Dark."), Room("Vault", "A door.")
        hall.connect("north", cave); cave.connect("east", vault)
        hall.items = [Lamp("lamp", 2), Item("rock", 5)]
        cave.items.append(Key("key", "Vault"))
        self.here, self.bag, self.won, self.turns = hall, [], False, 0
        self.commands = {"go": self.go, "take": self.take, "drop": self.drop, "use": self.use, "look": self.look, "bag": self.show}
    def go(self, where=None):
        if where is None: return "Go where?"
        room = self.here.exits.get(where)
        if not room: return "You cannot go " + where + "."
        self.here = room
        return str(room)
    def find(self, name, place): return next((i for i in place if i.name == name), None)
    def take(self, what):
        item = self.find(what, self.here.items)
        if item is None: return f"No {what} here."
        if sum(i.weight for i in self.bag) + item.weight > 6: return "Too heavy."
        self.here.items.remove(item); self.bag.append(item)
        return f"Taken: {item}"
    def drop(self, what):
        item = self.find(what, self.bag)
        if not item: return "You don't have it."
        self.bag.remove(item); self.here.items.append(item)
        return "Dropped."
    def use(self, what):
        item = self.find(what, self.bag)
        return item.use(self) if item else "You don't have it."
    def look(self, *_): return str(self.here)
    def show(self): return "You carry: " + (", ".join(map(str, self.bag)) or "nothing")
    def play(self, script):
        for line in script.strip().splitlines():
            if self.won: break
            verb, *args = line.split()
            self.turns += 1
            command = self.commands.get(verb)
            print(">", line)
            try: print(command(*args) if command else f"I don't know '{verb}'.")
            except TypeError as e: print("Huh?", e)
        print("won" if self.won else "lost", self.turns)
Game().play("""look
take lamp
take rock
use lamp
go up
go north
take key
take sword
dance
bag
go
drop
drop rock
go east
use key
look""")
