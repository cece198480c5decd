# Global counters and module-level code between defs.
count = 0
def inc():
    global count; count += 1
for _ in range(3): inc()
print(count)
LIMIT = count * 2
def get(): return LIMIT
print(get())
