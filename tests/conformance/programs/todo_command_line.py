import argparse
import sys

def build():
    p = argparse.ArgumentParser(prog="todo", description="Keep a list.")
    p.add_argument("-v", "--verbose", action="count", default=0)
    sub = p.add_subparsers(dest="command", required=True)
    add = sub.add_parser("add", help="add an entry")
    add.add_argument("text", nargs="+")
    add.add_argument("--priority", "-p", type=int, choices=range(1, 6), default=3)
    done = sub.add_parser("done", help="mark as done")
    done.add_argument("number", type=int)
    ls = sub.add_parser("list")
    ls.add_argument("--all", action="store_true")
    return p

def main(lines):
    parser = build()
    items = []
    for line in lines:
        try:
            args = parser.parse_args(line.split())
        except SystemExit as e:
            print("exit", e.code)
            continue
        if args.command == "add":
            items.append([" ".join(args.text), args.priority, False])
        elif args.command == "done":
            if 0 < args.number <= len(items):
                items[args.number - 1][2] = True
            else:
                print("no item", args.number)
        else:
            for i, (text, priority, finished) in enumerate(items, 1):
                if args.all or not finished:
                    print(f"{i}. [{'x' if finished else ' '}] {text} (p{priority})")
        if args.verbose:
            print("verbosity", args.verbose, "items", len(items))

main(["add buy milk", "add -p 1 call home", "-vv list", "done 1", "list", "list --all", "done 7", "add x -p 9", "bogus", "list -h"])
