"""Cuts CPython's tests into programs of one test method each.

`cases(name)` lists the test methods of an installed file, `slice_case(case)` makes the program of one: the files of the
program by name. A program has what the method reaches and nothing else: imports, definitions, the class without other
tests. `unittest` and `test.support` are the files of stand_in/, cut down in the same way. OutOfScope says why a method
makes no program.
"""
import ast
import copy
import dataclasses
import dis
import importlib
import pathlib
import sys
import unittest

INSTALLED = pathlib.Path("/usr/lib/python3.11/test")
STAND_INS = pathlib.Path(__file__).resolve().parent / "stand_in"

# What a program without an interpreter inside cannot do, or what only CPython's own objects have. A test that reaches
# one of these asks for more than the language.
BEYOND_MODULES = {
    "pickle", "marshal", "ctypes", "subprocess", "_testcapi", "_testinternalcapi", "_testbuffer", "threading", "_thread",
    "multiprocessing", "concurrent", "tracemalloc", "dis", "inspect", "ast", "code", "importlib", "asyncio", "pty",
    "signal", "faulthandler", "_pyio", "doctest", "opcode", "symtable", "tokenize",
    "_string", "locale", "mmap", "unittest.mock", "shelve", "select", "socket", "fcntl",
}
BEYOND_NAMES = {"eval", "exec", "compile", "__import__", "globals", "breakpoint"}
BEYOND_ATTRIBUTES = {
    "_getframe", "getrefcount", "getsizeof", "settrace", "gettrace", "setprofile", "get_referents", "get_referrers",
    "get_objects", "is_tracked", "set_threshold", "f_locals", "f_globals", "tb_frame", "gi_frame", "co_consts",
    "co_code", "co_flags", "co_varnames", "__code__", "__globals__", "modules", "setswitchinterval", "unraisablehook",
    "displayhook", "__text_signature__", "__reduce_ex__", "__reduce__", "__setstate__", "catch_unraisable_exception",
    "process_time",
}
GATES = ("skip", "skipIf", "skipUnless", "requires", "no_tracing", "bigaddrspacetest", "expectedFailure")


class OutOfScope(Exception):
    """Why a test method makes no program."""


@dataclasses.dataclass(frozen=True)
class Case:
    """One test method: the file's name, its class and the method."""
    file: str
    cls: type
    method: str

    @property
    def name(self):
        return f"{self.file}.{self.cls.__name__}.{self.method}"


def cases(file):
    """The test methods of `file` (test_int) as CPython's own loader finds them, after its load_tests has run."""
    from test import support
    support.use_resources = []
    module = importlib.import_module(f"test.{file}")
    suites, found = [unittest.defaultTestLoader.loadTestsFromModule(module)], []
    while suites:
        for item in suites.pop():
            if isinstance(item, unittest.TestSuite):
                suites.append(item)
            elif type(item).__module__ == module.__name__:
                found.append(Case(file, type(item), item._testMethodName))
    return sorted(set(found), key=lambda case: case.name)


@dataclasses.dataclass
class Facts:
    """What a piece of code needs: global names, names of attributes, its imports, and its attribute expressions."""
    names: set
    attributes: set
    imports: list
    paths: list


def facts_of(statement, class_name=None):
    """The facts of one statement, found in the code that CPython makes of it."""
    body = [statement]
    if class_name:
        holder = ast.ClassDef(name=class_name, bases=[], keywords=[], body=body, decorator_list=[])
        body = [ast.copy_location(holder, statement)]
    names, attributes = set(), set()
    codes = [compile(ast.Module(body=body, type_ignores=[]), "slice", "exec")]
    while codes:
        code = codes.pop()
        codes += [c for c in code.co_consts if hasattr(c, "co_code")]
        for instruction in dis.get_instructions(code):
            if instruction.opname in ("LOAD_GLOBAL", "LOAD_NAME", "LOAD_CLASSDEREF"):
                names.add(instruction.argval)
            elif instruction.opname in ("LOAD_ATTR", "LOAD_METHOD", "STORE_ATTR", "DELETE_ATTR"):
                attributes.add(instruction.argval)
    imports = [node for node in ast.walk(statement) if isinstance(node, (ast.Import, ast.ImportFrom))]
    paths = [node for node in ast.walk(statement) if isinstance(node, ast.Attribute)]
    return Facts(names - {"__module__", "__qualname__", "__name__", "__class__"}, attributes, imports, paths)


def first_line(node):
    """The line where a statement begins, its decorators included."""
    return min([node.lineno] + [d.lineno for d in getattr(node, "decorator_list", [])])


def bound_names(statement):
    """The names that a statement at module or class level gives a value."""
    if isinstance(statement, (ast.FunctionDef, ast.AsyncFunctionDef, ast.ClassDef)):
        return {statement.name}
    names, work = set(), [statement]
    while work:
        node = work.pop()
        if isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef, ast.ClassDef)):
            names.add(node.name)
            continue
        if isinstance(node, (ast.Lambda, ast.ListComp, ast.SetComp, ast.DictComp, ast.GeneratorExp)):
            continue
        if isinstance(node, ast.Name) and isinstance(node.ctx, ast.Store):
            names.add(node.id)
        elif isinstance(node, (ast.Import, ast.ImportFrom)):
            names |= {alias.asname or alias.name.split(".")[0] for alias in node.names}
        elif isinstance(node, ast.ExceptHandler) and node.name:
            names.add(node.name)
        work += ast.iter_child_nodes(node)
    return names


def plain_import(statement):
    """A statement at module level, as an import if it imports in a roundabout way.

    `c_heapq = import_helper.import_fresh_module('heapq', …)` tells the module's Python and C versions apart, of which a
    program has one; `import unittest.mock` may be there for the rest of unittest; of `from m import *` a program takes the names
    that it needs.
    """
    if isinstance(statement, ast.Assign) and isinstance(statement.value, ast.Call) and statement.value.args \
            and ast.unparse(statement.value.func).split(".")[-1] in ("import_fresh_module", "import_module") \
            and isinstance(statement.targets[0], ast.Name) and isinstance(statement.value.args[0], ast.Constant):
        alias = ast.alias(name=statement.value.args[0].value, asname=statement.targets[0].id)
        return ast.copy_location(ast.Import(names=[alias]), statement)
    if isinstance(statement, ast.ImportFrom) and statement.names[0].name == "*" and not statement.level:
        module = importlib.import_module(statement.module)
        names = getattr(module, "__all__", None) or [name for name in vars(module) if not name.startswith("_")]
        return ast.copy_location(ast.ImportFrom(module=statement.module, names=[ast.alias(name=name) for name in names], level=0), statement)
    if isinstance(statement, ast.Import) and any(alias.name == "unittest.mock" and not alias.asname for alias in statement.names):
        names = [ast.alias(name="unittest") if alias.name == "unittest.mock" else alias for alias in statement.names]
        return ast.copy_location(ast.Import(names=names), statement)
    return statement


class Source:
    """A file that slices are cut from: its lines, its statements and which of them bind a name."""
    known = {}

    def __init__(self, name, path):
        self.name = name
        self.tree = ast.parse(path.read_bytes())
        encoding = "latin-1" if b"iso-8859-1" in path.read_bytes()[:80] else "utf-8"
        # Columns in the tree count UTF-8 bytes.
        self.lines = [line.encode() for line in path.read_bytes().decode(encoding).splitlines(keepends=True)]
        self.tree.body = [plain_import(statement) for statement in self.tree.body]
        self.bindings = {}
        for statement in self.tree.body:
            for name in bound_names(statement):
                self.bindings.setdefault(name, []).append(statement)
        self.facts = {}

    @classmethod
    def get(cls, name):
        """The source of a module that travels with the programs, or None."""
        if name not in cls.known:
            paths = [STAND_INS / f"{name}.py", INSTALLED / f"{name}.py"]
            path = next((p for p in paths if p.exists()), None)
            cls.known[name] = cls(name, path) if path else None
        return cls.known[name]

    def facts_for(self, node, class_name=None):
        key = node, class_name
        if key not in self.facts:
            gated = class_name and isinstance(node, ast.FunctionDef)
            self.facts[key] = facts_of(without_gates(node) if gated else node, class_name)
        return self.facts[key]


def local_module(dotted):
    """The short name of a module that travels with the program ("test.support.os_helper": "os_helper"), None for others."""
    if dotted == "unittest":
        return "unittest"
    if not dotted.startswith("test."):
        return None
    short = dotted.split(".")[-1]
    if dotted.startswith("test.support") and not (STAND_INS / f"{short}.py").exists():
        raise OutOfScope(dotted)
    if not Source.get(short):
        raise OutOfScope(dotted)
    return short


def is_submodule(dotted):
    """Whether a path below the package `test` is a module, not a name of one."""
    path = INSTALLED.parent.joinpath(*dotted.split("."))
    return path.with_suffix(".py").exists() or path.is_dir()


def import_targets(node):
    """What an import binds: (name in the file, module that travels or None, name in that module or None, alias)."""
    result = []
    for alias in node.names:
        if isinstance(node, ast.Import):
            if alias.name.startswith("test.") and not alias.asname:
                result.append(("test", "", None, alias))
                continue
            result.append((alias.asname or alias.name.split(".")[0], local_module(alias.name), None, alias))
            continue
        dotted = f"{node.module}.{alias.name}"
        bound = alias.asname or alias.name
        if node.module.split(".")[0] == "test" and is_submodule(dotted):
            result.append((bound, local_module(dotted), None, alias))
        else:
            result.append((bound, local_module(node.module), alias.name, alias))
    return result


class Slice:
    """The program of one test method, while it grows until it has everything that it reaches."""

    def __init__(self, case, fixtures=True):
        self.case = case
        self.always = {"setUp", "tearDown", "setUpClass", "tearDownClass"} if fixtures else set()
        self.statements = {}
        self.members = {}
        self.attributes = set()
        self.extra = {}
        self.reduced = {}
        self.imported = {}
        for cls in case.cls.__mro__:
            if cls.__module__.startswith("test."):
                self.reduce(cls)
        stand_in = Source.get("unittest")
        self.reduced["unittest", "TestCase"] = stand_in.bindings["TestCase"][0]
        self.members["unittest", "TestCase"] = set()
        self.need(case.file, case.cls.__name__)
        self.attributes |= {case.method}
        self.grow()

    def reduce(self, cls):
        """Notes a class of the case's ancestry, whose members are taken one by one."""
        key = cls.__module__.split(".")[-1], cls.__name__
        source = Source.get(key[0])
        definition = [d for d in source.bindings.get(key[1], []) if isinstance(d, ast.ClassDef)] if source else []
        if len(definition) != 1 or definition[0] not in source.tree.body:
            raise OutOfScope("a class that is made at run time")
        self.reduced[key], self.members[key] = definition[0], set()
        written = set().union(*(bound_names(s) for s in definition[0].body))
        self.extra[key] = {name: value for name, value in vars(cls).items()
                           if name not in written and not name.startswith("_")}
        self.check_gates(definition[0])

    def check_gates(self, node):
        for decorator in node.decorator_list:
            text = ast.unparse(decorator)
            if text.split("(")[0].split(".")[-1] in ("cpython_only", "impl_detail", "refcount_test"):
                raise OutOfScope("only for CPython")

    def need(self, module, name):
        """Takes the statements of `module` that bind `name`; False if none does."""
        source = Source.get(module)
        if name not in source.bindings:
            return False
        for statement in source.bindings[name]:
            taken = self.statements.setdefault(module, {})
            names = taken.setdefault(id(statement), (statement, set()))[1]
            if name not in names:
                names.add(name)
                if isinstance(statement, (ast.Import, ast.ImportFrom)):
                    self.follow_import(source, statement, {name})
                elif len(names) == 1:
                    self.take(source, statement)
        return True

    def take(self, source, statement):
        """Follows what a statement at module level reaches."""
        key = source.name, getattr(statement, "name", None)
        if key in self.reduced and self.reduced[key] is statement:
            self.follow(source, facts_of(header_of(statement)))
        else:
            self.follow(source, source.facts_for(statement))

    def follow(self, source, facts):
        for name in facts.names:
            if not self.need(source.name, name) and name in BEYOND_NAMES:
                raise OutOfScope(name)
            for statement in source.bindings.get(name, []):
                if isinstance(statement, (ast.Import, ast.ImportFrom)):
                    self.follow_attributes(statement, name, facts)
        for node in facts.imports:
            self.follow_import(source, node, None)
            for name in bound_names(node):
                self.follow_attributes(node, name, facts)
        for path in facts.paths:
            module = path_module(source, path)
            if module:
                self.imported.setdefault(source.name, set()).add(module)
                self.need_all(module, facts.attributes)
        beyond = facts.attributes & BEYOND_ATTRIBUTES
        if beyond:
            raise OutOfScope(sorted(beyond)[0])
        self.attributes |= facts.attributes

    def follow_import(self, source, node, names):
        """Follows an import; of `names` only, if it stands at module level."""
        modules = [a.name for a in node.names] if isinstance(node, ast.Import) else [node.module]
        for module in modules:
            if module in BEYOND_MODULES or module.split(".")[0] in BEYOND_MODULES:
                raise OutOfScope(module)
        for bound, module, name, _ in import_targets(node):
            if names is not None and bound not in names or not module:
                continue
            if name is None:
                self.statements.setdefault(module, {})
            elif not self.need(module, name):
                raise OutOfScope(f"{module}.{name}")

    def follow_attributes(self, node, name, facts):
        """What is used of a module that travels with the program is what its user names."""
        for bound, module, member, _ in import_targets(node):
            if bound == name and module and member is None:
                self.need_all(module, facts.attributes)
                if (STAND_INS / f"{module}.py").exists():
                    real = importlib.import_module(module if module == "unittest" else
                                                   "test.support" if module == "support" else f"test.support.{module}")
                    for attribute in self.used_of(name, facts):
                        if attribute not in Source.get(module).bindings and hasattr(real, attribute) \
                                and not is_submodule(f"test.{module}.{attribute}"):
                            raise OutOfScope(f"{module}.{attribute}")

    def used_of(self, name, facts):
        """The attributes that the code reads of the module bound to `name`, without the decorators that are gates."""
        return {p.attr for p in facts.paths if isinstance(p.value, ast.Name) and p.value.id == name and not is_gate(p)}

    def need_all(self, module, names):
        self.statements.setdefault(module, {})
        for name in names:
            self.need(module, name)

    def grow(self):
        """Adds members and statements until nothing new is reached."""
        size = None
        while size != self.size():
            size = self.size()
            for key in self.reduced:
                if id(self.reduced[key]) in self.statements.get(key[0], {}):
                    self.grow_class(key)
            for module in list(self.statements):
                self.grow_module(Source.get(module))

    def size(self):
        return (sum(map(len, self.statements.values())), sum(map(len, self.members.values())), len(self.attributes))

    def grow_class(self, key):
        source, taken = Source.get(key[0]), self.members[key]
        wanted = self.attributes | self.always | ({"doCleanups"} if "addCleanup" in self.attributes else set())
        for statement in self.reduced[key].body:
            names = bound_names(statement)
            dunder = any(n.startswith("__") and n.endswith("__") for n in names)
            mangled = {f"_{key[1]}{n}" for n in names if n.startswith("__")}
            reaches_class = not names and not is_docstring(statement)
            if id(statement) in taken or not (names & wanted or dunder or mangled & wanted or reaches_class):
                continue
            taken.add(id(statement))
            if isinstance(statement, ast.FunctionDef):
                self.check_gates(statement)
            facts = source.facts_for(statement, key[1])
            if not isinstance(statement, ast.FunctionDef):
                self.attributes |= facts.names & set().union(*(bound_names(s) for s in self.reduced[key].body))
            self.follow(source, facts)

    def grow_module(self, source):
        """Takes statements that bind nothing (calls, stores into what is taken already) if all they use is there."""
        taken = self.statements[source.name]
        have = set().union(*(names for _, names in taken.values())) if taken else set()
        for statement in source.tree.body:
            if id(statement) in taken or bound_names(statement) or is_docstring(statement):
                continue
            used = source.facts_for(statement).names & set(source.bindings)
            if used and used <= have and "__name__" not in ast.unparse(statement):
                taken[id(statement)] = statement, set()
                self.take(source, statement)

    def files(self):
        """The texts of the program's files by name."""
        result = {}
        for module in self.statements:
            source = Source.get(module)
            text = self.text_of(source)
            main = module == self.case.file
            result["main.py" if main else f"{module}.py"] = text + (self.main() if main else "")
        return result

    def text_of(self, source):
        parts = [f"import {module}\n" for module in sorted(self.imported.get(source.name, set()))]
        if source.name == self.case.file:
            parts += sorted({f"import {value[0]}\n" for key in self.extra for name, value in self.extra_values(key)
                             if isinstance(value, tuple)})
        for statement, names in sorted(self.statements[source.name].values(), key=lambda item: item[0].lineno):
            key = source.name, getattr(statement, "name", None)
            if isinstance(statement, (ast.Import, ast.ImportFrom)):
                parts += import_text(statement, names)
            elif key in self.reduced and self.reduced[key] is statement:
                parts.append(self.class_text(source, key))
            else:
                parts.append(node_text(source, statement))
        return "".join(parts)

    def extra_values(self, key):
        """What load_tests put into a class and the method uses: (name, (module, name there) or a constant's text)."""
        result = []
        for name, value in self.extra.get(key, {}).items():
            if name not in self.attributes:
                continue
            module, qualified = getattr(value, "__module__", None), getattr(value, "__qualname__", None)
            if isinstance(value, (int, str)):
                result.append((name, repr(value)))
            elif module == "builtins" and isinstance(value, type):
                result.append((name, qualified))
            elif not module or not qualified or module in BEYOND_MODULES:
                raise OutOfScope(module if module in BEYOND_MODULES else f"{name} of load_tests")
            elif module == f"test.{self.case.file}":
                self.need(self.case.file, qualified)
                result.append((name, qualified))
            else:
                result.append((name, ("io" if module == "_io" else module, qualified, callable(value))))
        return result

    def class_text(self, source, key):
        node = self.reduced[key]
        header = ast.ClassDef(name=node.name, bases=node.bases, keywords=node.keywords, body=[], decorator_list=[])
        lines = [rewritten_bases(source, header) + "\n"]
        for name, value in self.extra_values(key):
            if isinstance(value, tuple):
                function = not isinstance(getattr(importlib.import_module(value[0]), value[1]), type)
                value = f"staticmethod({value[0]}.{value[1]})" if function else f"{value[0]}.{value[1]}"
            lines.append(f"    {name} = {value}\n")
        for statement in node.body:
            if id(statement) in self.members[key]:
                lines.append(node_text(source, statement))
        if len(lines) == 1:
            lines.append("    pass\n")
        return "".join(lines)

    def main(self):
        """What runs the method and prints how it ends; a failure leaves with its traceback, too."""
        name, method = self.case.cls.__name__, self.case.method
        has = lambda hook: any(hook in bound_names(s) for key, node in self.reduced.items() for s in node.body
                               if id(s) in self.members[key])
        body = [f"        case.{method}()"]
        if has("setUp"):
            body.insert(0, "        case.setUp()")
        if has("tearDown"):
            body.append("        case.tearDown()")
        if "addCleanup" in self.attributes:
            body.append("        case.doCleanups()")
        if has("setUpClass"):
            body.insert(0, f"        {name}.setUpClass()")
        lines = ["", "", "def run_slice():", "    try:", f"        case = {name}({method!r})", *body]
        if "SkipTest" in {n for m in self.statements for _, names in self.statements[m].values() for n in names}:
            lines += ["    except unittest.SkipTest as skip:", "        print('skipped:', skip)", "        return"]
        lines += ["    except Exception as error:", "        print(type(error).__name__, error)", "        raise",
                  "    print('ok')", "", "", "run_slice()", ""]
        return "\n".join(lines)


def header_of(definition):
    """A class of the same name and bases that is empty."""
    empty = ast.copy_location(ast.Pass(), definition)
    header = ast.ClassDef(name=definition.name, bases=definition.bases, keywords=definition.keywords, body=[empty],
                          decorator_list=[])
    return ast.copy_location(header, definition)


def is_docstring(statement):
    return isinstance(statement, ast.Expr) and isinstance(statement.value, ast.Constant)


def without_gates(function):
    """The function without decorators that only decide whether it runs."""
    changed = copy.copy(function)
    changed.decorator_list = [d for d in function.decorator_list if not is_gate(d)]
    return changed


def is_gate(decorator):
    name = ast.unparse(decorator).split("(")[0].split(".")[-1]
    return name.startswith(("skip", "requires")) or name in GATES


def path_module(source, node):
    """The module that travels which `test.support.os_helper` or `support.os_helper` names, or None."""
    names, inner = [], node
    while isinstance(inner, ast.Attribute):
        names.insert(0, inner.attr)
        inner = inner.value
    if not isinstance(inner, ast.Name):
        return None
    if inner.id == "support" and "support" in source.bindings:
        names.insert(0, "support")
    elif inner.id != "test" or "test" not in source.bindings:
        return None
    if inner.id == "support" and len(names) == 1:
        return None
    dotted = ".".join(["test", *names])
    return local_module(dotted) if is_submodule(dotted) else None


def edits_of(source, node):
    """Replacements inside a statement: (line, column, end line, end column, text), the last one first."""
    edits = []
    for inner in ast.walk(node):
        if isinstance(inner, (ast.Import, ast.ImportFrom)):
            text = "; ".join(part.rstrip("\n") for part in import_text(inner, None))
            edits.append((inner, text))
        elif isinstance(inner, ast.Attribute):
            module = path_module(source, inner)
            if module:
                edits.append((inner, module))
    spans = [(n.lineno, n.col_offset, n.end_lineno, n.end_col_offset, text) for n, text in edits]
    # `test.support` stands inside `test.support.os_helper`: the longest path that begins somewhere wins.
    longest = {}
    for span in spans:
        if span[:2] not in longest or span[2:4] > longest[span[:2]][2:4]:
            longest[span[:2]] = span
    return sorted(longest.values(), reverse=True)


def node_text(source, node):
    """A statement's text with its imports and paths changed, and without decorators that are gates."""
    lines = list(source.lines)
    for line, column, end, end_column, text in edits_of(source, node):
        joined = lines[line - 1][:column] + text.encode() + lines[end - 1][end_column:]
        lines[line - 1:end] = [joined] + [b""] * (end - line)
    for decorator in getattr(node, "decorator_list", []):
        if is_gate(decorator):
            for line in range(decorator.lineno, decorator.end_lineno + 1):
                lines[line - 1] = b""
    return b"".join(lines[first_line(node) - 1:node.end_lineno]).decode().rstrip("\n") + "\n"


def rewritten_bases(source, header):
    class Paths(ast.NodeTransformer):
        def visit_Attribute(self, node):
            module = path_module(source, node)
            return ast.Name(id=module, ctx=ast.Load()) if module else self.generic_visit(node)
    return ast.unparse(Paths().visit(copy.deepcopy(header))).rstrip()


def import_text(node, names):
    """The statements that stand for an import (of `names` only) in a program."""
    result = []
    for bound, module, name, alias in import_targets(node):
        if names is not None and bound not in names:
            continue
        target = module if name is None else name
        renamed = f" as {bound}" if target and bound != target else ""
        if module == "":
            continue
        if module and name is None:
            result.append(f"import {module}{renamed}\n")
        elif module:
            result.append(f"from {module} import {name}{renamed}\n")
        elif isinstance(node, ast.Import):
            result.append(ast.unparse(ast.Import(names=[alias])) + "\n")
        else:
            result.append(ast.unparse(ast.ImportFrom(module=node.module, names=[alias], level=0)) + "\n")
    return result or ["pass\n"] if names is None else result


def slice_case(case, fixtures=True):
    """The files of a case's program by name, without setUp and tearDown if `fixtures` is false; raises OutOfScope."""
    function = getattr(case.cls, case.method)
    for item in (function, case.cls):
        if getattr(item, "__unittest_skip__", False):
            raise OutOfScope("skipped by CPython")
    program = Slice(case, fixtures)
    for key in program.reduced:
        for name, value in program.extra_values(key):
            program.grow()
    missing = {a for a in program.attributes if hasattr(unittest.TestCase, a) and not hasattr(object, a)
               and not any(a in bound_names(s) for node in program.reduced.values() for s in node.body)}
    if missing:
        raise OutOfScope(f"TestCase.{sorted(missing)[0]}")
    return program.files()


if __name__ == "__main__":
    # Shows the program of one method: slicer.py test_int.IntTestCases.test_basic [FOLDER]
    wanted = sys.argv[1]
    for found in cases(wanted.split(".")[0]):
        if found.name == wanted:
            for file_name, file_text in slice_case(found).items():
                if len(sys.argv) > 2:
                    pathlib.Path(sys.argv[2]).mkdir(parents=True, exist_ok=True)
                    pathlib.Path(sys.argv[2], file_name).write_text(file_text, encoding="utf-8")
                else:
                    print(f"# ---- {file_name}\n{file_text}")
