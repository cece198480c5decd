# Lists as stacks, queues, heaps and ring buffers.
def balanced(text):
    pairs = {')': '(', ']': '[', '}': '{'}
    stack = []
    for c in text:
        if c in '([{':
            stack.append(c)
        elif c in pairs:
            if not stack or stack.pop() != pairs[c]:
                return False
    return not stack


def rpn(text):
    stack = []
    for token in text.split():
        if token in ('+', '-', '*', '/'):
            b = stack.pop()
            a = stack.pop()
            stack.append(a + b if token == '+' else a - b if token == '-' else a * b if token == '*' else a / b)
        else:
            stack.append(int(token))
    return stack.pop()


def push(heap, item):
    heap.append(item)
    i = len(heap) - 1
    while i and heap[(i - 1) // 2] > heap[i]:
        heap[i], heap[(i - 1) // 2] = heap[(i - 1) // 2], heap[i]
        i = (i - 1) // 2


def pop(heap):
    top, last = heap[0], heap.pop()
    if heap:
        heap[0] = last
        i = 0
        while True:
            child = min((c for c in (2 * i + 1, 2 * i + 2) if c < len(heap)), key=lambda c: heap[c], default=None)
            if child is None or heap[child] >= heap[i]:
                break
            heap[i], heap[child] = heap[child], heap[i]
            i = child
    return top


print([balanced(t) for t in ('', '([]{})', '(]', '((', '}', 'f(a[0])')])
print(rpn('3 4 + 2 *'), rpn('5 1 2 + 4 * + 3 -'), rpn('7 2 /'))
try:
    rpn('1 +')
except IndexError as e:
    print(e)
heap = []
for x in [5, 2, 8, 1, 9, 3]:
    push(heap, x)
print([pop(heap) for _ in range(6)], heap)
queue = [1, 2, 3]
queue.append(4)
print(queue.pop(0), queue)
ring = [None] * 3
for i in range(5):
    ring[i % 3] = i
print(ring)
