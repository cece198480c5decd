# types: dynamic
import heapq
from collections import Counter


class Node:
    def __init__(self, weight, symbol=None, left=None, right=None):
        self.weight = weight
        self.symbol = symbol
        self.left = left
        self.right = right

    @property
    def is_leaf(self):
        return self.left is None

    def __lt__(self, other):
        return self.weight < other.weight


def build(text):
    heap = [(n, i, Node(n, symbol)) for i, (symbol, n) in enumerate(sorted(Counter(text).items()))]
    heapq.heapify(heap)
    order = len(heap)
    while len(heap) > 1:
        w1, _, a = heapq.heappop(heap)
        w2, _, b = heapq.heappop(heap)
        heapq.heappush(heap, (w1 + w2, order, Node(w1 + w2, left=a, right=b)))
        order += 1
    return heap[0][2]


def codes(node, prefix="", table=None):
    if table is None:
        table = {}
    if node.is_leaf:
        table[node.symbol] = prefix or "0"
    else:
        codes(node.left, prefix + "0", table)
        codes(node.right, prefix + "1", table)
    return table


def encode(text, table):
    return "".join(table[ch] for ch in text)


def decode(bits, root):
    if root.is_leaf:
        return root.symbol * len(bits)
    result, node = [], root
    for bit in bits:
        node = node.left if bit == "0" else node.right
        if node.is_leaf:
            result.append(node.symbol)
            node = root
    return "".join(result)


def pack(bits):
    padding = -len(bits) % 8
    bits += "0" * padding
    return bytes([padding] + [int(bits[i:i + 8], 2) for i in range(0, len(bits), 8)])


def unpack(data):
    padding, *rest = data
    bits = "".join(f"{byte:08b}" for byte in rest)
    return bits[:len(bits) - padding] if padding else bits


for text in ["abracadabra", "aaaa", "the quick brown fox jumps over the lazy dog", "éàüéé漢字漢", "ab" * 20]:
    root = build(text)
    table = codes(root)
    bits = encode(text, table)
    packed = pack(bits)
    assert unpack(packed) == bits
    back = decode(unpack(packed), root)
    size = len(text.encode())
    print(f"{text[:20]!r}: {len(table)} codes, {len(bits)} bits, {len(packed)} bytes of {size}, {len(packed) / size:.1%}")
    print("  ", dict(sorted(table.items(), key=lambda item: (len(item[1]), item[1]))), back == text)
    print("  ", packed.hex())
