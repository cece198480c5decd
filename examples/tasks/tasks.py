#!/usr/bin/env python3
"""A task tracker for the command line; its state is a JSON file.

The file is named by --file or $TASKS_FILE, otherwise it is tasks.json in the current folder.
"""
from __future__ import annotations

import argparse
import json
import logging
import os
import shlex
import sys
import textwrap
from dataclasses import asdict, dataclass, field
from datetime import date, timedelta
from enum import Enum, IntEnum
from pathlib import Path
from typing import Any, Iterable, Iterator, Optional

log = logging.getLogger("tasks")


class TaskError(Exception):
    """An error that is shown to the user."""


class NoSuchTask(TaskError):
    def __init__(self, number: int) -> None:
        self.number = number
        super().__init__(f"there is no task {number}")


class StateError(TaskError):
    pass


class Status(Enum):
    OPEN = "open"
    ACTIVE = "active"
    DONE = "done"

    @property
    def mark(self) -> str:
        return {Status.OPEN: " ", Status.ACTIVE: ">", Status.DONE: "x"}[self]


class Priority(IntEnum):
    LOW = 1
    NORMAL = 2
    HIGH = 3
    URGENT = 4

    @classmethod
    def parse(cls, text: str) -> Priority:
        try:
            return cls[text.upper()]
        except KeyError:
            names = ", ".join(p.name.lower() for p in cls)
            raise argparse.ArgumentTypeError(f"{text!r} is none of {names}") from None


@dataclass
class Task:
    number: int
    title: str
    status: Status = Status.OPEN
    priority: Priority = Priority.NORMAL
    due: Optional[date] = None
    tags: list[str] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)
    after: set[int] = field(default_factory=set)

    def to_json(self) -> dict[str, Any]:
        data = asdict(self)
        data["status"] = self.status.value
        data["priority"] = self.priority.name.lower()
        data["due"] = self.due.isoformat() if self.due else None
        data["after"] = sorted(self.after)
        return data

    @classmethod
    def from_json(cls, data: dict[str, Any]) -> Task:
        try:
            return cls(
                number=data["number"],
                title=data["title"],
                status=Status(data["status"]),
                priority=Priority[data["priority"].upper()],
                due=date.fromisoformat(data["due"]) if data.get("due") else None,
                tags=list(data.get("tags", [])),
                notes=list(data.get("notes", [])),
                after=set(data.get("after", [])),
            )
        except KeyError as error:
            raise StateError(f"a task has no valid {error}") from error
        except (ValueError, TypeError) as error:
            raise StateError(f"a task is malformed: {error}") from error

    def overdue(self, today: date) -> bool:
        return self.due is not None and self.due < today and self.status is not Status.DONE

    def line(self, today: date) -> str:
        parts = [f"{self.number:>3} [{self.status.mark}] {self.title}"]
        if self.priority is not Priority.NORMAL:
            parts.append("!" * self.priority if self.priority > Priority.NORMAL else "(low)")
        if self.due:
            days = (self.due - today).days
            when = {0: "today", 1: "tomorrow", -1: "yesterday"}.get(days, f"{self.due:%d %b %Y}")
            parts.append(f"due {when}{' OVERDUE' if self.overdue(today) else ''}")
        parts.extend(f"#{tag}" for tag in self.tags)
        return "  ".join(parts)


class Store:
    """The tasks in a file. As a context manager it saves them, unless an exception passes."""

    VERSION = 2

    def __init__(self, path: Path) -> None:
        self.path = path
        self.tasks: dict[int, Task] = {}
        self.changed = False

    def __enter__(self) -> Store:
        self.load()
        return self

    def __exit__(self, kind, error, trace) -> None:
        if kind is None and self.changed:
            self.save()
        elif self.changed:
            log.warning("changes are not saved because of %s", kind.__name__)

    def load(self) -> None:
        try:
            text = self.path.read_text(encoding="utf-8")
        except FileNotFoundError:
            log.info("%s does not exist yet", self.path)
            return
        try:
            data = json.loads(text)
        except json.JSONDecodeError as error:
            raise StateError(f"{self.path} is not JSON: {error}") from error
        if not isinstance(data, dict) or "tasks" not in data:
            raise StateError(f"{self.path} holds no tasks")
        version = data.get("version", 1)
        if version > self.VERSION:
            raise StateError(f"{self.path} is of version {version}, this program knows {self.VERSION}")
        for item in data["tasks"]:
            if version < 2:
                item.setdefault("priority", "normal")
            task = Task.from_json(item)
            self.tasks[task.number] = task
        log.debug("loaded %d tasks from %s", len(self.tasks), self.path)

    def save(self) -> None:
        data = {"version": self.VERSION, "tasks": [task.to_json() for task in self]}
        temporary = self.path.with_suffix(".tmp")
        with temporary.open("w", encoding="utf-8") as file:
            json.dump(data, file, indent=1, ensure_ascii=False)
            file.write("\n")
        os.replace(temporary, self.path)
        log.debug("saved %d tasks", len(self.tasks))

    def __iter__(self) -> Iterator[Task]:
        return iter(sorted(self.tasks.values(), key=lambda task: task.number))

    def __getitem__(self, number: int) -> Task:
        try:
            return self.tasks[number]
        except KeyError:
            raise NoSuchTask(number) from None

    def add(self, title: str, **fields: Any) -> Task:
        if not title.strip():
            raise TaskError("a task needs a title")
        task = Task(max(self.tasks, default=0) + 1, title.strip(), **fields)
        for number in task.after:
            self[number]
        self.tasks[task.number] = task
        self.changed = True
        return task

    def remove(self, number: int) -> Task:
        task = self[number]
        del self.tasks[number]
        for other in self.tasks.values():
            other.after.discard(number)
        self.changed = True
        return task

    def blockers(self, task: Task) -> list[Task]:
        return [self.tasks[n] for n in sorted(task.after) if self.tasks[n].status is not Status.DONE]

    def order(self) -> Iterator[Task]:
        """The tasks so that each comes after those it waits for; urgent ones first where there is a choice."""
        waiting = {task.number: set(task.after) for task in self}
        while waiting:
            ready = [self.tasks[n] for n, after in waiting.items() if not after & waiting.keys()]
            if not ready:
                raise TaskError("tasks wait for each other: " + ", ".join(map(str, sorted(waiting))))
            ready.sort(key=lambda task: (-task.priority, task.due or date.max, task.number))
            task = ready[0]
            del waiting[task.number]
            yield task


def select(tasks: Iterable[Task], options: argparse.Namespace) -> Iterator[Task]:
    for task in tasks:
        if not options.all and task.status is Status.DONE:
            continue
        if options.tag and not set(options.tag) <= set(task.tags):
            continue
        if options.search and options.search.lower() not in task.title.lower():
            continue
        yield task


def command_add(store: Store, options: argparse.Namespace) -> int:
    task = store.add(
        " ".join(options.title),
        priority=options.priority,
        due=options.due,
        tags=sorted(set(options.tag)),
        after=set(options.after),
    )
    print(f"added {task.number}: {task.title}")
    return 0


def command_list(store: Store, options: argparse.Namespace) -> int:
    tasks = list(select(store.order() if options.order else store, options))
    for task in tasks:
        print(task.line(options.today))
        blockers = store.blockers(task)
        if blockers:
            print("        waits for " + ", ".join(f"{b.number} ({b.title})" for b in blockers))
    if not tasks:
        print("nothing to do")
    return 0


def command_show(store: Store, options: argparse.Namespace) -> int:
    for number in options.numbers:
        task = store[number]
        print(task.line(options.today))
        for note in task.notes:
            print(textwrap.fill(note, 50, initial_indent="    * ", subsequent_indent="      "))
    return 0


def command_start(store: Store, options: argparse.Namespace) -> int:
    task = store[options.number]
    if blockers := store.blockers(task):
        raise TaskError(f"task {task.number} waits for {', '.join(str(b.number) for b in blockers)}")
    for other in store:
        if other.status is Status.ACTIVE:
            log.info("task %s is no longer active", other.number)
            other.status = Status.OPEN
    task.status = Status.ACTIVE
    store.changed = True
    print(f"started {task.number}: {task.title}")
    return 0


def command_done(store: Store, options: argparse.Namespace) -> int:
    for number in options.numbers:
        task = store[number]
        if task.status is Status.DONE:
            log.warning("task %d was done already", number)
            continue
        task.status = Status.DONE
        store.changed = True
        print(f"done {task.number}: {task.title}")
        for other in store:
            if number in other.after and not store.blockers(other):
                print(f"  now possible: {other.number}: {other.title}")
    return 0


def command_note(store: Store, options: argparse.Namespace) -> int:
    text = sys.stdin.read().strip() if options.text == ["-"] else " ".join(options.text)
    store[options.number].notes.append(text)
    store.changed = True
    return 0


def command_remove(store: Store, options: argparse.Namespace) -> int:
    for number in options.numbers:
        task = store.remove(number)
        print(f"removed {task.number}: {task.title}")
    return 0


def command_stats(store: Store, options: argparse.Namespace) -> int:
    counts = {status: sum(task.status is status for task in store) for status in Status}
    for status, count in counts.items():
        print(f"{status.name.capitalize():<8}{count:>4}")
    overdue = [task for task in store if task.overdue(options.today)]
    print(f"overdue: {len(overdue)}")
    week = options.today + timedelta(days=7)
    soon = sorted((task.due, task.number) for task in store if task.due and options.today <= task.due <= week)
    for due, number in soon:
        print(f"  {due:%a} {due}: {store[number].title}")
    tags = sorted({tag for task in store for tag in task.tags})
    if tags:
        print("tags:", *tags)
    return 0


def command_batch(store: Store, options: argparse.Namespace) -> int:
    """Runs the commands in a file, one a line; stops at the first that fails."""
    with open(options.script, encoding="utf-8") as lines:
        for number, line in enumerate(lines, 1):
            try:
                words = shlex.split(line, comments=True)
            except ValueError as error:
                raise TaskError(f"{options.script}:{number}: {error}") from error
            if not words:
                continue
            try:
                inner = build_parser().parse_args(["--today", str(options.today), *words])
                if inner.command == "batch":
                    raise TaskError("batch inside batch")
                inner.run(store, inner)
            except TaskError as error:
                raise TaskError(f"{options.script}:{number}: {error}") from error
    return 0


def parse_date(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError as error:
        raise argparse.ArgumentTypeError(f"{text!r} is no date ({error})")


def build_parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="tasks", description="Keeps track of tasks.")
    parser.add_argument("--file", type=Path, default=Path(os.environ.get("TASKS_FILE", "tasks.json")))
    parser.add_argument("--today", type=parse_date, default=date.today(), help=argparse.SUPPRESS)
    parser.add_argument("-v", "--verbose", action="count", default=0, help="say more (twice: even more)")
    commands = parser.add_subparsers(title="commands", dest="command", required=True)

    add = commands.add_parser("add", help="add a task")
    add.add_argument("title", nargs="+")
    add.add_argument("-p", "--priority", type=Priority.parse, default=Priority.NORMAL)
    add.add_argument("-d", "--due", type=parse_date)
    add.add_argument("-t", "--tag", action="append", default=[])
    add.add_argument("--after", type=int, action="append", default=[], metavar="N", help="wait for task N")
    add.set_defaults(run=command_add)

    show_list = commands.add_parser("list", help="list tasks", aliases=["ls"])
    show_list.add_argument("-a", "--all", action="store_true", help="also those that are done")
    show_list.add_argument("-t", "--tag", action="append")
    show_list.add_argument("-s", "--search")
    show_list.add_argument("--order", action="store_true", help="in an order in which they can be done")
    show_list.set_defaults(run=command_list)

    for name, function, help_text in [
        ("show", command_show, "show tasks with their notes"),
        ("done", command_done, "mark tasks as done"),
        ("remove", command_remove, "remove tasks"),
    ]:
        command = commands.add_parser(name, help=help_text)
        command.add_argument("numbers", type=int, nargs="+", metavar="N")
        command.set_defaults(run=function)

    start = commands.add_parser("start", help="work on a task")
    start.add_argument("number", type=int)
    start.set_defaults(run=command_start)

    note = commands.add_parser("note", help="add a note to a task")
    note.add_argument("number", type=int)
    note.add_argument("text", nargs="+", help="the note, or - for standard input")
    note.set_defaults(run=command_note)

    commands.add_parser("stats", help="count tasks").set_defaults(run=command_stats)

    batch = commands.add_parser("batch", help="run commands from a file")
    batch.add_argument("script")
    batch.set_defaults(run=command_batch)
    return parser


def configure_logging(verbosity: int) -> None:
    level = {0: logging.WARNING, 1: logging.INFO}.get(verbosity, logging.DEBUG)
    handler = logging.StreamHandler()
    handler.setFormatter(logging.Formatter("%(name)s: %(levelname)s: %(message)s"))
    log.addHandler(handler)
    log.setLevel(level)


def main() -> int:
    options = build_parser().parse_args()
    configure_logging(options.verbose)
    try:
        with Store(options.file) as store:
            return options.run(store, options)
    except TaskError as error:
        log.error("%s", error)
        if options.verbose > 1 and error.__cause__ is not None:
            log.debug("caused by %r", error.__cause__)
        return 1
    except OSError as error:
        log.error("%s: %s", error.filename, error.strerror)
        return 2


if __name__ == "__main__":
    sys.exit(main())
