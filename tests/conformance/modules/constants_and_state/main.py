# Module-level state used from functions of other modules.
import store
from store import items, add

add('a')
store.add('b')
items.append('direct')
print(items, store.items is items, store.count, store.total())
store.count += 10
add('c')
print(store.count)
from store import count
add('d')
print(count, store.count)
store.reset()
print(items, store.items, items is store.items)
if store.DEBUG:
    print('debugging')
print([name for name in ('items', 'count', 'missing') if hasattr(store, name)])
