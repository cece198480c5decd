import argparse
import json
p = argparse.ArgumentParser()
p.add_argument("--n", type=int, default=10)
p.add_argument("--rate", type=float, default=0.5)
p.add_argument("--name", default="x")
p.add_argument("--verbose", action="store_true")
p.add_argument("files", nargs="*")
args = p.parse_args(["--n", "7", "a.txt", "b.txt"])

def work(n, rate):
    total = 0
    for i in range(n * 2):
        total += i * rate
    half = n // 2
    table = [0] * half
    for k in range(half):
        table[k % n] = k + 1
    return total, table[:n - 1]

print(work(args.n, args.rate), args.name.upper() * 2)
for f in args.files:
    print(f.upper(), len(f), f[:2])
print([f.split(".")[0] for f in args.files], sorted(args.files, key=lambda f: -len(f)))
data = json.loads('{"items": [{"price": 2.5, "n": 3}, {"price": 1, "n": 2}], "name": "shop"}')
total = sum(item["price"] * item["n"] for item in data["items"])
print(total, round(total * 1.2, 2), data["name"].title() + "!")
best = max(data["items"], key=lambda it: it["price"])
count = best["n"] + 1
print("*" * count, best["price"] / 2, [x["n"] ** 2 for x in data["items"]][1:])
