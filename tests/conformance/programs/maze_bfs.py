# Shortest path through a maze by breadth-first search; distances, reachable area, dead ends.
MAZE = """
#########
#S..#...#
#.#.#.#.#
#.#...#.#
#.#####.#
#...#..E#
###.#.###
#.......#
#########
"""


def parse(text):
    grid = [list(line) for line in text.strip().split("\n")]
    places = {}
    for y, row in enumerate(grid):
        for x, cell in enumerate(row):
            if cell in "SE":
                places[cell] = (y, x)
    return grid, places["S"], places["E"]


def neighbours(grid, place):
    y, x = place
    result = []
    for dy, dx in ((-1, 0), (0, 1), (1, 0), (0, -1)):
        if grid[y + dy][x + dx] != "#":
            result.append((y + dy, x + dx))
    return result


def search(grid, start, goal=None):
    came_from = {start: None}
    queue = [start]
    for place in queue:
        if place == goal:
            break
        for n in neighbours(grid, place):
            if n not in came_from:
                came_from[n] = place
                queue.append(n)
    return came_from


def path_to(came_from, goal):
    if goal not in came_from:
        return None
    path = []
    place = goal
    while place is not None:
        path.append(place)
        place = came_from[place]
    path.reverse()
    return path


def directions(path):
    names = {(-1, 0): "N", (1, 0): "S", (0, 1): "E", (0, -1): "W"}
    return "".join(names[b[0] - a[0], b[1] - a[1]] for a, b in zip(path, path[1:]))


grid, start, goal = parse(MAZE)
came_from = search(grid, start, goal)
path = path_to(came_from, goal)
print(start, goal, len(path) - 1)
print(directions(path))
for y, x in path[1:-1]:
    grid[y][x] = "*"
print("\n".join("".join(row) for row in grid))
grid, start, goal = parse(MAZE)
distances = {}
for place in search(grid, start):
    distances[place] = len(path_to(search(grid, start), place)) - 1
far = max(distances.values())
print(far, sorted(p for p, d in distances.items() if d == far))
dead_ends = sorted(p for p in distances if len(neighbours(grid, p)) == 1)
print(dead_ends, len(distances))
open_cells = {(y, x) for y, row in enumerate(grid) for x, c in enumerate(row) if c != "#"}
print(open_cells - set(distances), open_cells == set(distances))
grid[5][6] = grid[4][7] = "#"
print(path_to(search(grid, start, goal), goal))
