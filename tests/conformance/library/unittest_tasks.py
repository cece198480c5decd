# A list of tasks and its tests: data classes, enumerations, counters, JSON, named tuples, logging.
import io
import re
import unittest
import logging
import json
from dataclasses import dataclass, field
from enum import Enum
from collections import Counter, OrderedDict, namedtuple

logging.basicConfig(level=logging.WARNING, format="%(asctime)s %(name)s %(levelname)s %(message)s")
logger = logging.getLogger(__name__)


class Status(Enum):
    TODO = "todo"
    DOING = "doing"
    DONE = "done"


@dataclass
class Task:
    title: str
    status: Status = Status.TODO
    tags: list = field(default_factory=list)
    priority: int = 1

    def advance(self):
        order = list(Status)
        i = order.index(self.status)
        if i + 1 == len(order):
            raise RuntimeError("already done")
        self.status = order[i + 1]


class TaskList:
    def __init__(self):
        self._tasks = {}
        self._next = 1

    def add(self, title, **options):
        if not title.strip():
            raise ValueError("empty title")
        task = Task(title.strip(), **options)
        self._tasks[self._next] = task
        self._next += 1
        logger.debug("added %r", task)
        return self._next - 1

    def __getitem__(self, number):
        try:
            return self._tasks[number]
        except KeyError:
            raise LookupError(f"no task {number}") from None

    def __len__(self):
        return len(self._tasks)

    def __iter__(self):
        return iter(self._tasks.values())

    def __contains__(self, number):
        return number in self._tasks

    def by_status(self):
        result = {s: [] for s in Status}
        for task in self:
            result[task.status].append(task.title)
        return result

    def tags(self):
        return Counter(tag for task in self for tag in task.tags)

    def dump(self):
        return json.dumps([{"title": t.title, "status": t.status.value, "tags": t.tags} for t in self], indent=2)


Point = namedtuple("Point", "x y")


class TaskTests(unittest.TestCase):
    maxDiff = None

    def setUp(self):
        self.tasks = TaskList()
        self.first = self.tasks.add("write tests", tags=["code", "test"])
        self.second = self.tasks.add("  buy milk ", priority=3)

    def test_add(self):
        self.assertEqual(len(self.tasks), 2)
        self.assertEqual((self.first, self.second), (1, 2))
        self.assertIn(1, self.tasks)
        self.assertNotIn(3, self.tasks)
        self.assertEqual(self.tasks[2], Task("buy milk", priority=3))

    def test_add_empty(self):
        for title in ["", " ", "\t\n"]:
            with self.subTest(title=title), self.assertRaises(ValueError):
                self.tasks.add(title)

    def test_advance(self):
        task = self.tasks[1]
        task.advance()
        self.assertIs(task.status, Status.DOING)
        task.advance()
        self.assertEqual(task.status, Status.DONE)
        with self.assertRaises(RuntimeError) as caught:
            task.advance()
        self.assertEqual(caught.exception.args[0], "already done")

    def test_lookup(self):
        with self.assertRaisesRegex(LookupError, "no task 9"):
            self.tasks[9]
        with self.assertRaises(LookupError) as cm:
            self.tasks[10]
        self.assertIsNone(cm.exception.__cause__)

    def test_by_status(self):
        self.tasks[2].advance()
        self.assertEqual(self.tasks.by_status(),
                         {Status.TODO: ["write tests"], Status.DOING: ["buy milk"], Status.DONE: []})

    def test_by_status_wrong(self):
        names = {status.name: titles for status, titles in self.tasks.by_status().items()}
        self.assertEqual(names, {"TODO": ["write tests", "buy milk"]})

    def test_tags(self):
        self.assertEqual(self.tasks.tags(), Counter({"code": 1, "test": 1}))
        self.assertDictEqual(dict(self.tasks.tags()), {"code": 1, "test": 1})

    def test_tags_wrong(self):
        self.assertEqual(self.tasks.tags(), Counter(code=2))

    def test_tasks_wrong(self):
        self.assertEqual(list(self.tasks), [Task("write tests", tags=["code"]), Task("buy milk", priority=3)])

    def test_task_wrong(self):
        self.assertEqual(self.tasks[1], Task("write texts", tags=["code", "test"]))

    def test_dump(self):
        data = json.loads(self.tasks.dump())
        self.assertEqual(len(data), 2)
        self.assertEqual(data[0]["title"], "write tests")
        self.assertEqual(data[0]["tags"], ["code", "test"])
        self.assertEqual(data[1], {"title": "buy milk", "status": "todo", "tags": []})

    def test_dump_wrong(self):
        self.assertEqual(json.loads(self.tasks.dump())[1], {"title": "buy milk", "status": "done", "tags": []})

    def test_dump_text(self):
        self.assertMultiLineEqual(self.tasks.dump(), '[\n  {\n    "title": "write tests"\n  }\n]')

    def test_points(self):
        self.assertEqual(Point(1, 2), (1, 2))
        self.assertTupleEqual(Point(1, 2), Point(1, 3))

    def test_ordered(self):
        self.assertEqual(OrderedDict(a=1, b=2), OrderedDict(b=2, a=1))

    def test_logs(self):
        with self.assertLogs(logger, "DEBUG") as cm:
            self.tasks.add("third")
        self.assertIn("third", cm.output[0])

    def test_generator(self):
        self.assertCountEqual((t.title for t in self.tasks), ["buy milk", "write tests"])
        self.assertTrue(all(t.priority > 0 for t in self.tasks))
        self.assertSequenceEqual(sorted(t.priority for t in self.tasks), range(1, 3))

    def test_none(self):
        value = next((t for t in self.tasks if t.priority > 5), None)
        self.assertIsNone(value)
        self.assertIsNotNone(value, "nothing found")

    def test_mixed_lists(self):
        self.assertListEqual([1, "a", None, 2.5], [1, "a", 0, 2.5])

    def test_nested(self):
        self.assertEqual({"a": {"b": [1, {"c": (1, 2)}]}}, {"a": {"b": [1, {"c": (1, 3)}]}})

    def test_isinstance(self):
        self.assertIsInstance(self.tasks[1], Task)
        self.assertIsInstance(self.tasks[1].status, (Status, str))
        self.assertIsInstance(self.tasks[1], TaskList)


stream = io.StringIO()
program = unittest.main(testRunner=unittest.TextTestRunner(stream=stream, verbosity=2), exit=False)
print(re.sub(r"in \d+\.\d+s", "in no time", stream.getvalue()))
print(program.result)
