# Graphs as dicts: DFS, topological order, Dijkstra, components, cycles.
graph = {'a': {'b': 7, 'c': 3}, 'b': {'d': 2}, 'c': {'b': 1, 'd': 8}, 'd': {}, 'e': {'f': 1}, 'f': {}}


def dfs(node, seen):
    if node in seen:
        return []
    seen.add(node)
    order = [node]
    for n in sorted(graph[node]):
        order += dfs(n, seen)
    return order


def topological(graph):
    incoming = {n: 0 for n in graph}
    for targets in graph.values():
        for t in targets:
            incoming[t] += 1
    ready = sorted(n for n in incoming if incoming[n] == 0)
    order = []
    while ready:
        n = ready.pop(0)
        order.append(n)
        for t in sorted(graph[n]):
            incoming[t] -= 1
            if incoming[t] == 0:
                ready.append(t)
    return order if len(order) == len(graph) else None


def dijkstra(graph, start):
    distance = {n: float('inf') for n in graph}
    distance[start] = 0
    todo = set(graph)
    while todo:
        n = min(todo, key=lambda x: (distance[x], x))
        todo.remove(n)
        for t, w in graph[n].items():
            if distance[n] + w < distance[t]:
                distance[t] = distance[n] + w
    return distance


print(dfs('a', set()), dfs('e', set()), topological(graph), dijkstra(graph, 'a'))
graph['d']['a'] = 1
print(topological(graph), dijkstra(graph, 'd'))
edges = [(1, 2), (3, 4), (2, 5), (6, 6)]
parent = {}


def find(x):
    parent.setdefault(x, x)
    while parent[x] != x:
        x = parent[x]
    return x


for a, b in edges:
    parent[find(a)] = find(b)
groups = {}
for x in sorted(parent):
    groups.setdefault(find(x), []).append(x)
print(sorted(groups.values()))
