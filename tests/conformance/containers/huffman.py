# Huffman codes with sorted lists of tuples, encoding and decoding.
def build(text):
    counts = {}
    for c in text:
        counts[c] = counts.get(c, 0) + 1
    nodes = [(n, c, c) for c, n in counts.items()]
    while len(nodes) > 1:
        nodes.sort(key=lambda node: (node[0], node[1]))
        a, b = nodes.pop(0), nodes.pop(0)
        nodes.append((a[0] + b[0], min(a[1], b[1]), (a, b)))
    return nodes[0] if nodes else None


def codes(node, prefix=''):
    if node is None:
        return {}
    _, _, content = node
    if isinstance(content, str):
        return {content: prefix or '0'}
    left, right = content
    table = codes(left, prefix + '0')
    table.update(codes(right, prefix + '1'))
    return table


def decode(bits, table):
    inverse = {code: c for c, code in table.items()}
    out, code = '', ''
    for bit in bits:
        code += bit
        if code in inverse:
            out += inverse[code]
            code = ''
    return out


for text in ('abracadabra', 'aaaa', 'the quick brown fox', ''):
    table = codes(build(text))
    bits = ''.join(table[c] for c in text)
    print(repr(text), len(bits), sorted(table.items(), key=lambda kv: (len(kv[1]), kv[1])))
    assert decode(bits, table) == text
print(bits == '', int('0' + ''.join('1' for _ in range(70)), 2))
