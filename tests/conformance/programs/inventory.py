# An inventory kept in nested dictionaries.
inventory = {
    "fruit": {"apple": {"price": 0.5, "stock": 100}, "pear": {"price": 0.75, "stock": 40}},
    "tools": {"hammer": {"price": 12.99, "stock": 7}, "saw": {"price": 18.0, "stock": 0}},
}


def find(name):
    for category, items in inventory.items():
        if name in items:
            return category, items[name]
    return None, None


def restock(name, amount, category=None, price=None):
    cat, item = find(name)
    if item is None:
        if category is None or price is None:
            raise KeyError(name)
        inventory.setdefault(category, {})[name] = {"price": price, "stock": amount}
        return amount
    item["stock"] += amount
    if price is not None:
        item["price"] = price
    return item["stock"]


def sell(order):
    """order: a dict of name -> quantity. Returns the bill and what was missing."""
    bill = []
    missing = {}
    for name, wanted in order.items():
        category, item = find(name)
        if item is None:
            missing[name] = wanted
            continue
        quantity = min(wanted, item["stock"])
        if quantity < wanted:
            missing[name] = wanted - quantity
        if quantity:
            item["stock"] -= quantity
            bill.append((name, quantity, quantity * item["price"]))
    return bill, missing


def report():
    total = 0
    for category in sorted(inventory):
        print(category.upper().center(30, "-"))
        for name, info in sorted(inventory[category].items(), key=lambda pair: (-pair[1]["stock"], pair[0])):
            value = info["price"] * info["stock"]
            total += value
            print(f"{name:<12}{info['stock']:>5} x {info['price']:>7.2f} = {value:>8.2f}")
    print(f"{'total':<12}{total:>27.2f}")


report()
bill, missing = sell({"apple": 30, "hammer": 10, "saw": 1, "banana": 3})
for name, quantity, cost in bill:
    print(f"{quantity} {name}{'s' if quantity != 1 else ''}: {cost:.2f}")
print("missing:", missing)
print("sum:", sum(cost for _, _, cost in bill))
print(restock("saw", 5), restock("banana", 12, "fruit", 0.2), restock("apple", 1, price=0.55))
try:
    restock("kiwi", 3)
except KeyError as error:
    print("no such thing:", error)
report()

by_letter = {}
for category, items in inventory.items():
    for name in items:
        by_letter.setdefault(name[0], []).append(name)
print(by_letter)
counts = {category: len(items) for category, items in inventory.items()}
print(counts, max(counts, key=counts.get))
cheap = {name: info["price"] for items in inventory.values() for name, info in items.items() if info["price"] < 1}
print(cheap)
expensive = sorted(((info["price"], name) for items in inventory.values() for name, info in items.items()), reverse=True)[:2]
print(expensive)
for items in inventory.values():
    for name in list(items):
        if items[name]["stock"] == 0:
            del items[name]
inventory["toys"] = {}
print([c for c, items in inventory.items() if not items])
print(inventory)
