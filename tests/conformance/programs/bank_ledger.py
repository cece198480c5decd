# A bank's ledger in dicts: accounts, transfers, errors, a statement.
accounts = {}
journal = []


def open_account(name, balance=0):
    if name in accounts:
        raise ValueError(f"account {name!r} exists")
    accounts[name] = {"owner": name, "balance": balance, "history": []}
    record("open", name, None, balance)


def record(kind, source, target, amount):
    entry = {"id": len(journal) + 1, "kind": kind, "from": source, "to": target, "amount": amount}
    journal.append(entry)
    for name in (source, target):
        if name is not None:
            accounts[name]["history"].append(entry["id"])


def deposit(name, amount):
    if amount <= 0:
        raise ValueError("amount must be positive")
    accounts[name]["balance"] += amount
    record("deposit", None, name, amount)


def transfer(source, target, amount, *, fee=0):
    if accounts[source]["balance"] < amount + fee:
        raise RuntimeError(f"{source} has only {accounts[source]['balance']}, needs {amount + fee}")
    accounts[source]["balance"] -= amount + fee
    accounts[target]["balance"] += amount
    record("transfer", source, target, amount)
    if fee:
        record("fee", source, None, fee)


def attempt(what, *args, **kwargs):
    try:
        what(*args, **kwargs)
    except ValueError as e:
        print("refused:", e)
    except KeyError as e:
        print("no such account:", e)
    except RuntimeError as e:
        print("not enough:", e)
    else:
        print("ok")


def interest(rate, years):
    for account in accounts.values():
        before = account["balance"]
        value = before
        for _ in range(years):
            value += value * rate
        account["projected"] = round(value, 2)


def statement(name):
    account = accounts[name]
    print(f"--- {name:<8}{account['balance']:>10.2f}")
    for entry_id in account["history"]:
        entry = journal[entry_id - 1]
        sign = "-" if entry["from"] == name and entry["kind"] != "open" else "+"
        other = entry["to"] if entry["from"] == name else entry["from"]
        print(f"  #{entry['id']:03d} {entry['kind']:<9}{sign}{entry['amount']:>8} {other or ''}".rstrip())


open_account("ada", 100)
open_account("bob")
attempt(open_account, "ada")
attempt(deposit, "bob", 50)
attempt(deposit, "bob", -5)
attempt(deposit, "eve", 5)
attempt(transfer, "ada", "bob", 30, fee=1)
attempt(transfer, "bob", "ada", 500)
attempt(transfer, "bob", "carl", 10)
attempt(transfer, "ada", "bob", 0.5)
interest(0.02, 3)
for name in sorted(accounts):
    statement(name)
    print("  in three years:", accounts[name]["projected"])
print("total:", sum(a["balance"] for a in accounts.values()), "entries:", len(journal))
richest = max(accounts.values(), key=lambda a: a["balance"])
print("richest:", richest["owner"])
kinds = {}
for entry in journal:
    kinds.setdefault(entry["kind"], []).append(entry["amount"])
print(kinds)
