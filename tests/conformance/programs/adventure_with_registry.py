# event-driven text adventure with class registry and save/load via json
import json
import textwrap
from enum import Enum
from functools import wraps

class Direction(Enum):
    NORTH = "n"
    SOUTH = "s"
    EAST = "e"
    WEST = "w"
    @property
    def opposite(self):
        pairs = {Direction.NORTH: Direction.SOUTH, Direction.EAST: Direction.WEST}
        pairs.update({v: k for k, v in pairs.items()})
        return pairs[self]

class Item:
    kinds = {}
    def __init_subclass__(cls, **kw):
        super().__init_subclass__(**kw)
        Item.kinds[cls.__name__] = cls
    def __init__(self, name, weight=1):
        self.name, self.weight = name, weight
    def use(self, player):
        return f"You can't use the {self.name}."
    def to_json(self):
        return {"kind": type(self).__name__, "name": self.name, "weight": self.weight}
    @staticmethod
    def from_json(data):
        return Item.kinds[data["kind"]](data["name"], data["weight"])

class Thing(Item):
    pass

class Lamp(Item):
    def __init__(self, name, weight=2):
        super().__init__(name, weight)
        self.lit = False
    def use(self, player):
        self.lit = not self.lit
        return f"The {self.name} is {'on' if self.lit else 'off'}."

class Potion(Item):
    def use(self, player):
        player.health = min(100, player.health + 30)
        player.items.remove(self)
        return f"You drink the {self.name}. Health: {player.health}"

class Room:
    def __init__(self, name, text, dark=False):
        self.name, self.text, self.dark = name, text, dark
        self.exits = {}
        self.items = []
    def connect(self, direction, other):
        self.exits[direction] = other
        other.exits[direction.opposite] = self
    def describe(self, player):
        if self.dark and not any(isinstance(i, Lamp) and i.lit for i in player.items):
            return "It is dark."
        lines = textwrap.wrap(self.text, 40)
        if self.items:
            lines.append("You see: " + ", ".join(sorted(i.name for i in self.items)))
        lines.append("Exits: " + " ".join(d.name.lower() for d in self.exits))
        return "\n".join(lines)

commands = {}
def command(*names, needs=0):
    def register(fn):
        @wraps(fn)
        def run(game, *args):
            if len(args) < needs:
                return f"{names[0].capitalize()} what?"
            game.turns += 1
            return fn(game, *args)
        for n in names:
            commands[n] = run
        return run
    return register

class Player:
    def __init__(self):
        self.health = 60
        self.items = []
    @property
    def load(self):
        return sum(i.weight for i in self.items)

class Game:
    def __init__(self):
        hall = Room("hall", "A long hall with portraits of people who look like they know something.")
        cellar = Room("cellar", "Barrels and dust.", dark=True)
        garden = Room("garden", "Roses, a pond, a bench.")
        hall.connect(Direction.SOUTH, garden)
        hall.connect(Direction.EAST, cellar)
        hall.items += [Lamp("lamp"), Thing("portrait", 50)]
        garden.items.append(Potion("potion"))
        self.rooms = {r.name: r for r in (hall, cellar, garden)}
        self.room = hall
        self.player = Player()
        self.turns = 0
    def play(self, line):
        verb, *args = line.split() or [""]
        handler = commands.get(verb)
        return handler(self, *args) if handler else f"I don't know how to {verb!r}."
    @command("look", "l")
    def look(self):
        return self.room.describe(self.player)
    @command("go", needs=1)
    def go(self, where):
        try:
            d = Direction[where.upper()] if len(where) > 1 else Direction(where)
        except (KeyError, ValueError) as e:
            return f"{type(e).__name__}: nowhere {where}"
        if d not in self.room.exits:
            return "No way."
        self.room = self.room.exits[d]
        return self.room.name + ": " + self.look()
    @command("take", "get", needs=1)
    def take(self, name):
        for item in self.room.items:
            if item.name == name:
                if self.player.load + item.weight > 10:
                    return "Too heavy."
                self.room.items.remove(item)
                self.player.items.append(item)
                return "Taken."
        return f"No {name} here."
    @command("use", needs=1)
    def use(self, name):
        item = next((i for i in self.player.items if i.name == name), None)
        return item.use(self.player) if item else f"You have no {name}."
    @command("inventory", "i")
    def inventory(self):
        return ", ".join(f"{i.name}({i.weight})" for i in self.player.items) or "Nothing."
    def save(self):
        return json.dumps({"room": self.room.name, "health": self.player.health, "items": [i.to_json() for i in self.player.items], "turns": self.turns}, sort_keys=True)
    @classmethod
    def load(cls, text):
        game = cls()
        data = json.loads(text)
        game.room = game.rooms[data["room"]]
        game.player.health = data["health"]
        game.player.items = [Item.from_json(d) for d in data["items"]]
        game.turns = data["turns"]
        return game

game = Game()
for line in ["look", "take portrait", "take lamp", "go", "go e", "look", "use lamp", "look", "go up", "go w", "go s", "get potion", "i", "use potion", "i", "dance", ""]:
    print(">", line)
    print(game.play(line))
saved = game.save()
print(saved)
again = Game.load(saved)
print(again.play("l"), again.play("i"), again.turns, Game.go.__name__)
