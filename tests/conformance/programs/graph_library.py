from collections import defaultdict, deque
import heapq


class Graph:
    def __init__(self, directed=False):
        self.directed = directed
        self.edges = defaultdict(dict)

    def add_edge(self, a, b, weight=1):
        self.edges[a][b] = weight
        if self.directed:
            self.edges[b]
        else:
            self.edges[b][a] = weight

    @property
    def nodes(self):
        return sorted(self.edges)

    def neighbours(self, node):
        return sorted(self.edges[node])

    def bfs(self, start):
        seen = {start}
        queue = deque([start])
        while queue:
            node = queue.popleft()
            yield node
            for other in self.neighbours(node):
                if other not in seen:
                    seen.add(other)
                    queue.append(other)

    def dfs(self, node, seen=None):
        if seen is None:
            seen = set()
        seen.add(node)
        yield node
        for other in self.neighbours(node):
            if other not in seen:
                yield from self.dfs(other, seen)

    def dijkstra(self, start):
        distance = {start: 0}
        previous = {}
        heap = [(0, start)]
        done = set()
        while heap:
            d, node = heapq.heappop(heap)
            if node in done:
                continue
            done.add(node)
            for other, weight in self.edges[node].items():
                new = d + weight
                if other not in distance or new < distance[other]:
                    distance[other] = new
                    previous[other] = node
                    heapq.heappush(heap, (new, other))
        return distance, previous

    def path(self, start, goal):
        distance, previous = self.dijkstra(start)
        if goal not in distance:
            return None, float("inf")
        path = [goal]
        while path[-1] != start:
            path.append(previous[path[-1]])
        return path[::-1], distance[goal]

    def components(self):
        seen = set()
        for node in self.nodes:
            if node not in seen:
                component = list(self.bfs(node))
                seen.update(component)
                yield component

    def topological(self):
        order, state = [], {}

        def visit(node):
            if state.get(node) == 1:
                raise ValueError(f"cycle at {node}")
            if node in state:
                return
            state[node] = 1
            for other in self.neighbours(node):
                visit(other)
            state[node] = 2
            order.append(node)

        for node in self.nodes:
            visit(node)
        return order[::-1]

    def spanning_tree(self):
        parent = {node: node for node in self.edges}

        def find(x):
            while parent[x] != x:
                parent[x] = parent[parent[x]]
                x = parent[x]
            return x

        tree, total = [], 0
        for weight, a, b in sorted((w, a, b) for a in self.edges for b, w in self.edges[a].items() if a < b):
            x, y = find(a), find(b)
            if x != y:
                parent[x] = y
                tree.append((a, b))
                total += weight
        return tree, total


g = Graph()
for a, b, w in [("A", "B", 4), ("A", "C", 2), ("B", "C", 1), ("B", "D", 5), ("C", "D", 8), ("C", "E", 10), ("D", "E", 2),
                ("X", "Y", 3)]:
    g.add_edge(a, b, w)
print(g.nodes)
print(list(g.bfs("A")), list(g.dfs("A")))
print(g.dijkstra("A")[0])
print(g.path("A", "E"), g.path("A", "X"))
print(list(g.components()))
print(g.spanning_tree())

tasks = Graph(directed=True)
for first, then in [("shirt", "tie"), ("tie", "jacket"), ("trousers", "shoes"), ("trousers", "belt"), ("belt", "jacket"),
                    ("socks", "shoes")]:
    tasks.add_edge(first, then)
print(tasks.topological())
tasks.add_edge("jacket", "shirt")
try:
    print(tasks.topological())
except ValueError as e:
    print("error:", e)
degree = {node: len(g.edges[node]) for node in g.nodes}
print(degree, sum(degree.values()) // 2)
