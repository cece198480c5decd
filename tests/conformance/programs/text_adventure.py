# A text adventure that plays itself from a script.
class Item:
    def __init__(self, name, description, takeable=True):
        self.name = name
        self.description = description
        self.takeable = takeable


class Room:
    def __init__(self, name, description):
        self.name = name
        self.description = description
        self.exits = {}
        self.items = []
        self.visited = False

    def connect(self, direction, room):
        opposite = {"north": "south", "south": "north", "east": "west", "west": "east", "up": "down", "down": "up"}
        self.exits[direction] = room
        room.exits[opposite[direction]] = self

    def find(self, name):
        for item in self.items:
            if item.name == name:
                return item
        return None


class Game:
    def __init__(self, start):
        self.room = start
        self.inventory = []
        self.moves = 0
        self.over = False
        self.commands = {
            "look": self.look,
            "go": self.go,
            "take": self.take,
            "drop": self.drop,
            "inventory": self.show,
            "examine": self.examine,
            "unlock": self.unlock,
            "quit": self.quit,
        }
        self.aliases = {"n": "go north", "s": "go south", "e": "go east", "w": "go west", "l": "look", "i": "inventory",
                        "x": "examine"}

    def run(self, script):
        self.look()
        for line in script:
            if self.over:
                break
            print(">", line)
            self.execute(line)
        print(f"You made {self.moves} moves and carry {len(self.inventory)} things.")

    def execute(self, line):
        words = line.lower().split()
        if not words:
            print("Pardon?")
            return
        if words[0] in self.aliases:
            words = self.aliases[words[0]].split() + words[1:]
        verb, *rest = words
        command = self.commands.get(verb)
        if command is None:
            print(f"I don't know how to {verb!r}.")
            return
        self.moves += 1
        try:
            command(*rest)
        except TypeError:
            print(f"How do you want to {verb}?")

    def look(self):
        room = self.room
        print(room.name)
        if not room.visited:
            print(room.description)
            room.visited = True
        if room.items:
            print("You see:", ", ".join(item.name for item in room.items))
        print("Exits:", " ".join(sorted(room.exits)))

    def go(self, direction):
        if direction in self.room.exits:
            self.room = self.room.exits[direction]
            self.look()
        else:
            print("You can't go that way.")

    def take(self, name):
        item = self.room.find(name)
        if not item:
            print("There is no", name, "here.")
        elif not item.takeable:
            print(f"The {name} is fixed.")
        else:
            self.room.items.remove(item)
            self.inventory.append(item)
            print("Taken.")

    def drop(self, name):
        for i, item in enumerate(self.inventory):
            if item.name == name:
                self.room.items.append(self.inventory.pop(i))
                print("Dropped.")
                break
        else:
            print("You have no such thing.")

    def show(self):
        print("You carry", ", ".join(sorted(item.name for item in self.inventory)) or "nothing")

    def examine(self, name):
        for item in self.inventory + self.room.items:
            if item.name == name:
                print(item.description)
                return
        print("Hm?")

    def unlock(self, name):
        if name == "door" and any(item.name == "key" for item in self.inventory):
            self.room.connect("east", treasury)
            print("The door swings open.")
        else:
            print("Nothing happens.")

    def quit(self):
        print("Bye.")
        self.over = True


hall = Room("Hall", "A dusty hall with a locked door in the east.")
cellar = Room("Cellar", "It is dark and damp.")
attic = Room("Attic", "Cobwebs everywhere.")
treasury = Room("Treasury", "Gold! Gold everywhere!")
hall.connect("down", cellar)
hall.connect("up", attic)
attic.items = [Item("key", "A rusty key."), Item("chest", "Too heavy.", takeable=False)]
cellar.items.append(Item("lamp", "It is broken."))
treasury.items.append(Item("gold", "It glitters."))

Game(hall).run("""take lamp
n
go down
take lamp
x lamp
go up
go up
take chest
take key
drop sword
i
go down
unlock window
unlock door
e
take gold
dance

take
w
drop gold
look
quit
look""".split("\n"))
