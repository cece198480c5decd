"""Runs a program under CPython and compares the values it has with the types that Krait inferred:
probe.py TYPES.json REPORT.json PROGRAM.py [ARGS…]

TYPES.json is what `krait build --emit=types-json` printed. Compared are, of every call of a function of the program:
its arguments, its variables at the start of each line, what it yields and returns, its variables when it ends, and
the exception that leaves it; further the variables of modules and of class bodies. A value is in a type if its class
is one of the type's: bool and int are two classes (True is not in `int`), an object of a subclass is not in its base class,
a tuple has the type's length. What it holds is compared, too, down to DEPTH: items of containers (some of a large one),
attributes of objects, what a bound method is bound to.

REPORT.json: {"values": N, "mismatches": [[place, type, seen]], "complete": bool, "reached": [calls, lines]}.
"""
import builtins
import collections
import json
import os
import sys
import time
import types

DEPTH = 4                # how deep containers and objects are followed
ITEMS = 40               # how many items of a container are compared
FACTOR = int(os.environ.get("PROBE_FACTOR", "1"))
CALLS = 400 * FACTOR     # so many calls of a function are compared, then one in RARELY
RARELY = 37
LINES = 1500 * FACTOR    # so many lines of a function are compared
SECONDS = float(os.environ.get("PROBE_SECONDS", "8"))  # then only the variables of modules, at the end
MOST_MISMATCHES = 20

# What a JSONDecoder of CPython is made of and its documentation does not speak of.
JSON_PARTS = ("parse_object", "parse_array", "parse_string", "memo", "scan_once")
SCALARS = {int: "int", bool: "bool", float: "float", str: "str", bytes: "bytes", type(None): "None",
           type(...): "ellipsis", type(NotImplemented): "NotImplementedType"}
COMPREHENSIONS = ("<listcomp>", "<setcomp>", "<dictcomp>")
# Classes whose objects have several classes here or there.
ALIASES = {"str_ascii_iterator": ("str_iterator",), "tuple_iterator": ("tuple_iterator", "list_iterator"),
           "BufferedWriter": ("BufferedReader", "BufferedWriter"),
           "BufferedRandom": ("BufferedReader", "BufferedRandom"), "SpecialForm": ("Form",), "LiteralSpecialForm": ("Form",),
           "SpecialGenericAlias": ("Form", "Alias"), "CallableType": ("Form", "Alias"), "TupleType": ("Form", "Alias"), "AnyMeta": ("Form",),
           "ArgumentGroup": ("Group",), "MutuallyExclusiveGroup": ("Group",), "SubParsersAction": ("Commands",),
           "Dialect": ("Dialect", "Settings"), "dict": ("dict", "Memo", "class_namespace", "snapshot", "local_variables"), "GenericAlias": ("Form", "Subscripted"), "UnionGenericAlias": ("Form",),
           "version_info": ("VersionInfo",), "reversed": ("reversed_sequence", "list_reverseiterator"),
           "Path": ("PosixPath",), "PurePath": ("PurePosixPath",)}
# What any code may raise.
ANYWHERE = (KeyboardInterrupt, MemoryError, RecursionError, GeneratorExit)
# Variables that CPython makes, not the program.
HIDDEN = {".0", "__class__", "__module__", "__qualname__", "__builtins__", "__annotations__", "__classcell__",
          "__name__", "__doc__", "__package__", "__loader__", "__spec__", "__file__", "__cached__", "__path__", "__slots__",
          "__warningregistry__"}
OPCODES = {code: name for name, code in __import__("dis").opmap.items()}


class Entry:
    """What is known of one code object of the program."""

    def __init__(self, codes, python_code):
        self.known = [c for c in codes if c.get("instances")]
        self.kind = codes[0]["kind"]
        self.qualname = codes[0]["qualname"] or codes[0]["name"]
        self.code = python_code.co_code
        self.calls = self.lines_seen = 0
        self.parameters = self.union_of(dict(c["parameters"]) for c in self.known)
        self.variables = self.union_of(c["variables"] for c in self.known)
        self.comprehensions = self.union_of(c["comprehensions"] for c in self.known)
        self.results = {key: [t for c in self.known for t in c[key]] for key in ("result", "yields", "returned", "raises")}
        self.lines = {}
        # Of several functions on one line (lambdas) any may be meant.
        if len(self.known) == 1:
            self.lines = {int(line): table for line, table in self.known[0]["lines"].items()}

    @staticmethod
    def union_of(tables):
        out = {}
        for table in tables:
            for name, found in table.items():
                out.setdefault(name, []).extend(found)
        return out


class Probe:
    def __init__(self, data):
        self.types = data["types"]
        self.nodes = data["nodes"]
        self.classes = data["classes"]
        self.codes = data["codes"]
        self.values = 0
        self.mismatches = []
        self.said = set()
        self.complete = True
        self.calls = self.lines = 0
        self.entries = {}
        self.raised = {}
        self.variables_seen = {}
        self.class_index = {}
        for index, c in enumerate(self.classes):
            key = c["name"].lstrip("_") if c["library"] else (c["module"], c["qualname"])
            self.class_index.setdefault(key, set()).add(index)
        self.modules = {m["name"]: m for m in data["modules"] if not m["library"]}
        bodies = {os.path.realpath(c["path"]): c for c in self.codes if c["kind"] == "module" and not c["library"]}
        # The main module's variables that no function shares are in its body's table.
        for m in self.modules.values():
            m["variables"] = {name: [t] for name, t in m["variables"].items()}
            for name, union in bodies.get(os.path.realpath(m["path"]), {}).get("variables", {}).items():
                m["variables"].setdefault(name, []).extend(union)
        self.by_path = {os.path.realpath(m["path"]): m for m in self.modules.values()}
        self.by_code, self.by_name = {}, {}
        for index, c in enumerate(self.codes):
            c["index"] = index
            if not c["library"] and not c["derived"]:
                path, qualname = os.path.realpath(c["path"]), "<module>" if c["kind"] == "module" else c["qualname"]
                self.by_code.setdefault((path, c["line"], qualname), []).append(c)
                self.by_name.setdefault((path, qualname), []).append(c)
        # Classes with methods that were derived: what their bodies bind is not what the class has at last.
        self.derived = {(os.path.realpath(c["path"]), c["qualname"].rpartition(".")[0])
                        for c in self.codes if not c["library"] and c["derived"]}
        for c in self.classes:
            body = self.codes[c["body"]]
            if not c["library"] and any(self.classes[b]["module"] == "enum" for b in c["mro"]):
                self.derived.add((os.path.realpath(body["path"]), c["qualname"]))
        self.class_bodies = {c["body"]: c for c in self.classes}
        self.simple = [{a[0] for a in t} for t in self.types]
        self.python_classes = {}
        self.paths = {}
        self.deadline = time.monotonic() + SECONDS

    # Is a value in a type?

    def python_class(self, cls):
        """The classes of the inference that a class of CPython may be."""
        found = self.python_classes.get(cls)
        if found is None:
            found = self.class_index.get((cls.__module__, cls.__qualname__))
            if found is None:
                found = set()
                plain = cls.__name__.lstrip("_")
                for name in ALIASES.get(plain, (plain,)):
                    found |= self.class_index.get(name, set())
            self.python_classes[cls] = found
        return found

    def code_indexes(self, code):
        path = self.paths.get(code.co_filename)
        if path is None:
            path = self.paths[code.co_filename] = os.path.realpath(code.co_filename)
        found = self.by_code.get((path, code.co_firstlineno, code.co_qualname), ())
        # Decorators that made a derived class are gone, so its first line is another one.
        found = found or self.by_name.get((path, code.co_qualname), ())
        return [c["index"] for c in found]

    def in_union(self, union, value, depth=DEPTH, seen=None):
        """"" or why the value is in none of the types."""
        reason = "nothing"
        for t in union:
            why = self.in_type(t, value, depth, seen)
            if not why:
                return ""
            if reason == "nothing" or why.startswith("."):
                reason = why
        return reason

    def in_type(self, t, value, depth, seen=None):
        self.values += 1
        cls = type(value)
        name = SCALARS.get(cls)
        if name:
            return "" if name in self.simple[t] else self.text(t)
        reason = self.text(t) if depth == DEPTH else ""
        for a in self.types[t]:
            why = self.in_atom(a, cls, value, depth, seen)
            if why == "":
                return ""
            reason = why or reason
        return reason or self.text(t)

    def in_atom(self, a, cls, value, depth, seen):
        """"": it is in the atom; None: it is of another class; else what in it is not."""
        kind = a[0]
        if kind == "object":
            if a[1] not in self.python_class(cls) and not (cls is tuple and self.classes[a[1]]["name"] == "vtuple"):
                return None
            if depth == 0:
                return ""
            key = (id(value), a[2])
            seen = set() if seen is None else seen
            if key in seen:
                return ""
            seen.add(key)
            return self.contents(self.classes[a[1]], self.nodes[a[2]] if a[2] is not None else {}, value, depth - 1, seen)
        if kind == "tuple":
            if not isinstance(value, tuple) or len(value) != len(a[2]):
                return None
            if (a[1] is None) != (cls is tuple) or (a[1] is not None and a[1] not in self.python_class(cls)):
                return None
            return self.all_in(zip([[t] for t in a[2]], tuple.__iter__(value), range(len(value))), depth, seen)
        if kind == "boxed":
            if not isinstance(value, tuple):
                return None
            return self.in_union([self.nodes[a[1]]["T"]], value, depth, seen)
        if kind == "function":
            return "" if self.is_function(a[1], value) else None
        if kind == "method":
            return self.in_method(a, cls, value, depth, seen)
        if kind == "class":
            if isinstance(value, types.FunctionType):  # typing.TypedDict is a class here
                return "" if self.classes[a[1]]["library"] and self.classes[a[1]]["name"] == value.__name__ else None
            return "" if isinstance(value, type) and a[1] in self.python_class(value) else None
        if kind == "super":
            return "" if cls is super else None
        if kind == "module":
            same = isinstance(value, types.ModuleType) and (
                value.__name__ == a[1] or (value.__name__, a[1]) in {("posixpath", "os.path"), ("_io", "io")})
            return "" if same else None
        if kind == "generator":
            if cls is not types.GeneratorType:
                return None
            code = self.codes[a[1]]
            return "" if a[1] in self.code_indexes(value.gi_code) or code["library"] else None
        if kind == "record":
            if cls is not dict:
                return None
            known = dict(zip(a[1], a[2]))
            if not set(value) <= set(known):
                return f"keywords {sorted(value)}"
            return self.all_in((([known[k]], v, repr(k)) for k, v in value.items()), depth, seen)
        return "" if kind == "unknown" else None

    def is_function(self, index, value):
        code = self.codes[index]
        if isinstance(value, types.FunctionType):
            return index in self.code_indexes(value.__code__) or code["library"] and value.__code__.co_name == code["name"]
        if isinstance(value, (types.BuiltinFunctionType, types.MethodDescriptorType, types.WrapperDescriptorType,
                              types.ClassMethodDescriptorType)):
            return code["library"] and value.__name__ == code["name"]
        # Functions of `random` are methods of an object that the module hides.
        if isinstance(value, (types.MethodType, types.BuiltinMethodType)) and type(value.__self__).__module__ == "random":
            return code["library"] and value.__name__ == code["name"]
        # A class of CPython's library that is a function here.
        return code["library"] and isinstance(value, type) and value.__name__ == code["name"]

    def in_method(self, a, cls, value, depth, seen):
        code = self.codes[a[1]]
        if cls is types.MethodType:
            if not self.is_function(a[1], value.__func__):
                return None
        elif cls in (types.BuiltinMethodType, types.MethodWrapperType):
            if not code["library"] or value.__name__ != code["name"] or isinstance(value.__self__, types.ModuleType):
                return None
        else:
            return None
        return self.all_in([([a[2]], value.__self__, "__self__")], depth, seen)

    def all_in(self, members, depth, seen):
        if depth <= 0:
            return ""
        for union, value, name in members:
            why = self.in_union(union, value, depth - 1, seen)
            if why:
                return f".{name}{why}" if why.startswith(".") else f".{name}: {self.shown(value)} in {why}"
        return ""

    @staticmethod
    def some(items, count):
        """At most about ITEMS of the items, from everywhere."""
        if count <= ITEMS:
            return items
        step = count // (ITEMS // 2)
        return (x for i, x in enumerate(items) if i < ITEMS // 2 or i % step == 0)

    def item(self, node, field, *path):
        """The union of the items in the buffer `field`; path: which parts of the tuples there."""
        if field not in node:
            return []
        found = [self.nodes[a[1]].get("T") for a in self.types[node[field]] if a[0] == "buffer"]
        found = [t for t in found if t is not None]
        for part in path:
            found = [a[2][part] for t in found for a in self.types[t] if a[0] == "tuple"]
        return found

    def contents(self, c, node, value, depth, seen):
        members = []
        if isinstance(value, tuple) and "_krait_value" in node:  # an object of a subclass of tuple holds a plain one
            members = [([node["_krait_value"]], tuple(tuple.__iter__(value)), "()")]
        elif isinstance(value, (list, tuple, collections.deque)):
            # What the library has as a tuple may be an object here (time.struct_time).
            if c["library"] and type(value).__name__ == "struct_time":
                return ""
            union = self.item(node, "_buf")
            walk = list if isinstance(value, list) else tuple if isinstance(value, tuple) else collections.deque
            members = [(union, x, "[]") for x in self.some(walk.__iter__(value), len(value))]
        elif isinstance(value, (set, frozenset)):
            union = self.item(node, "_table", 1)
            walk = set if isinstance(value, set) else frozenset
            members = [(union, x, "{}") for x in self.some(walk.__iter__(value), len(value))]
        elif isinstance(value, dict):
            if c["library"] and c["name"] == "_Memo":
                return ""  # copy.deepcopy's own, which no program reads
            keys, items = self.item(node, "_entries", 1), self.item(node, "_entries", 2)
            for k, v in self.some(list(dict.items(value)), len(value)):
                members += [(keys, k, "keys()"), (items, v, f"[{k!r:.20}]" if type(k) in SCALARS else "[]")]
        if not c["library"]:
            members += self.attributes(node, value)
        return self.all_in(members, depth, seen)

    def attributes(self, node, value):
        """Of an object of the program's class: its attributes and their types."""
        cls = type(value)
        enum = any(c.__module__ == "enum" for c in cls.__mro__)
        # What these keep for themselves is kept under other names here.
        private = any(c.__module__ == "logging" or c.__module__.startswith("unittest.") for c in cls.__mro__)
        found = {}
        for c in cls.__mro__:
            slots = c.__dict__.get("__slots__", ())
            for name in [slots] if isinstance(slots, str) else slots:
                if name.startswith("__") and not name.endswith("__"):
                    name = "_" + c.__name__.lstrip("_") + name
                member = c.__dict__.get(name)
                if isinstance(member, types.MemberDescriptorType):
                    try:
                        found[name] = member.__get__(value, cls)
                    except AttributeError:
                        pass
        try:
            found.update(object.__getattribute__(value, "__dict__"))
        except AttributeError:
            pass
        for name, x in found.items():
            if private and (name[:1] == "_" or name == "lock") and name not in node:
                continue
            if not isinstance(name, str) or (enum and name not in node) or name in ("__notes__", "__orig_class__"):
                continue
            if name in JSON_PARTS and json.JSONDecoder in cls.__mro__ and name not in node:
                continue
            if name == "__annotations__" and name not in node:
                continue  # functools.update_wrapper copies none
            if type(getattr(cls, name, None)).__name__ == "cached_property":
                continue  # a property here, which keeps its value elsewhere
            yield ([node[name]] if name in node else []), x, name

    # What is said of a mismatch.

    def text(self, t, depth=2):
        return " | ".join(self.atom_text(a, depth) for a in self.types[t]) or "never"

    def atom_text(self, a, depth):
        kind = a[0]
        if kind == "object":
            c = self.classes[a[1]]
            if a[2] is None or depth == 0 or not c["library"]:
                return c["name"]
            node = self.nodes[a[2]]
            items = self.item(node, "_buf") or self.item(node, "_table", 1) or \
                self.item(node, "_entries", 1) + self.item(node, "_entries", 2)
            return c["name"] + "[" + ", ".join(self.text(t, depth - 1) for t in items) + "]"
        if kind == "tuple":
            return "tuple[" + ", ".join(self.text(t, depth - 1) if depth else "…" for t in a[2]) + "]"
        if kind in ("function", "method", "generator"):
            return kind + " " + (self.codes[a[1]]["qualname"] or self.codes[a[1]]["name"])
        if kind == "class":
            return f"type[{self.classes[a[1]]['name']}]"
        return kind if len(a) == 1 else f"{kind} {a[1]}"

    def shown(self, value):
        cls = type(value)
        text = cls.__qualname__
        if cls in SCALARS or cls is list or cls is tuple or cls is dict:
            try:
                text += f" {value!r:.60}"
            except Exception:  # the program's __repr__
                pass
        elif isinstance(value, (type, types.FunctionType)):
            text += " " + value.__qualname__
        return text

    def mismatch(self, place, inferred, seen):
        if (place, inferred) in self.said:
            return
        self.said.add((place, inferred))
        if len(self.mismatches) < MOST_MISMATCHES:
            self.mismatches.append([place, inferred, seen])

    def compare(self, union, value, entry, name, line, depth=DEPTH):
        why = self.in_union(union, value, depth)
        if why:
            whole = " or ".join(dict.fromkeys(self.text(t) for t in union)) or "nothing"
            self.mismatch(f"{entry.qualname}:{line}: {name}", whole if not why.startswith(".") else f"{whole}; {name}{why}",
                          self.shown(value))

    # Events.

    def entry(self, code):
        if code in self.entries:
            return self.entries[code]
        found = None
        indexes = self.code_indexes(code)
        if indexes:
            found = Entry([self.codes[i] for i in indexes], code)
            if (self.paths[code.co_filename], found.qualname) in self.derived:
                found.kind, found.lines = "derived class", {}
        elif self.paths[code.co_filename] in self.by_path and code.co_name not in COMPREHENSIONS:
            self.mismatch(f"{code.co_qualname}:{code.co_firstlineno}", "no such function", "a call")
        self.entries[code] = found
        return found

    def on_call(self, frame, event, argument):
        """The global trace function: a function is called or a generator goes on."""
        code = frame.f_code
        try:
            if code.co_name in COMPREHENSIONS:
                return self.on_comprehension(frame)
            entry = self.entry(code)
            if entry is None:
                return None
            if not entry.known:
                self.mismatch(f"{entry.qualname}:{code.co_firstlineno}", "never called", "a call")
                return None
            entry.calls += 1
            if entry.calls > CALLS and entry.calls % RARELY:
                return None
            if time.monotonic() > self.deadline:
                self.complete = False
                sys.settrace(None)
                return None
            self.calls += 1
            if entry.lines_seen > LINES or not entry.lines:
                frame.f_trace_lines = False
            if OPCODES[entry.code[frame.f_lasti]] == "RESUME" and entry.code[frame.f_lasti + 1] == 0:
                local = frame.f_locals
                for name, union in entry.parameters.items():
                    if name in local and name not in HIDDEN:
                        self.compare(union, local[name], entry, name, code.co_firstlineno)
            return lambda frame, event, argument: self.on_event(entry, frame, event, argument)
        except RecursionError:
            return None

    def on_event(self, entry, frame, event, argument):
        try:
            if event == "line":
                self.on_line(entry, frame)
                if entry.lines_seen > LINES:
                    frame.f_trace_lines = False
            elif event == "exception":
                self.raised[id(frame)] = argument[1]
            elif event == "return":
                self.on_return(entry, frame, argument)
        except RecursionError:
            pass
        return lambda frame, event, argument: self.on_event(entry, frame, event, argument)

    def on_line(self, entry, frame):
        entry.lines_seen += 1
        line = frame.f_lineno
        if entry.kind == "module":
            self.check_module(frame.f_globals, line)
        # A jump, nothing at all or the function's end may have the line of a statement that is not reached.
        at = frame.f_lasti
        operation = OPCODES[entry.code[at]]
        # So may the end of `except*`, behind its clauses.
        if line not in entry.lines or operation.startswith(("JUMP_", "NOP", "POP_")) or \
                operation == "LOAD_CONST" and OPCODES[entry.code[at + 2]] == "RETURN_VALUE":
            return
        self.lines += 1
        self.values += 1
        known = entry.lines[line]
        if known is None:
            self.mismatch(f"{entry.qualname}:{line}", "never reached", "a line that is executed")
            return
        local = frame.f_locals
        for name, union in known.items():
            if name in local:
                self.compare(union, local[name], entry, name, line, 1)
            elif union and not any("unset" in self.simple[t] for t in union):
                self.mismatch(f"{entry.qualname}:{line}: {name}", "always has a value", "it has none")

    def on_return(self, entry, frame, value):
        raised = self.raised.pop(id(frame), None)
        line = frame.f_lineno
        operation = OPCODES[entry.code[frame.f_lasti]]
        local = frame.f_locals
        if entry.kind == "module":
            self.check_module(local, line)
        elif entry.kind == "derived class":
            pass
        elif entry.kind == "class":
            if operation == "RETURN_VALUE":
                self.check_class(entry, local)
        else:
            for name, x in local.items():
                if name not in HIDDEN and type(x).__module__ != "__future__":
                    self.compare(entry.variables.get(name, []), x, entry, name, line)
            if value is None and raised is not None:
                pass  # an exception leaves it, perhaps at a yield
            elif operation == "YIELD_VALUE":
                self.compare(entry.results["yields"], value, entry, "yield", line)
            elif operation == "RETURN_VALUE":
                generator = frame.f_code.co_flags & 0x20
                self.compare(entry.results["returned" if generator else "result"], value, entry, "return", line)
        if operation not in ("YIELD_VALUE", "RETURN_VALUE") and raised is not None and not isinstance(raised, ANYWHERE):
            self.compare(entry.results["raises"], raised, entry, "raise", line, 0)

    def on_comprehension(self, frame):
        caller = frame.f_back
        while caller is not None and caller.f_code.co_name in COMPREHENSIONS:
            caller = caller.f_back
        entry = caller and self.entry(caller.f_code)
        if not entry or not entry.known:
            return None
        frame.f_trace_lines = False

        def ended(frame, event, argument):
            try:
                if event == "return":
                    for name, value in frame.f_locals.items():
                        if name not in HIDDEN and name in frame.f_code.co_varnames + frame.f_code.co_cellvars:
                            self.compare(entry.comprehensions.get(name, []), value, entry, name, frame.f_lineno)
            except RecursionError:
                pass
            return ended
        return ended

    def check_class(self, entry, local):
        # A class in a function may be several classes of the inference, one for each place that calls the function.
        made = [(c, self.class_bodies[c["index"]]) for c in entry.known if c["index"] in self.class_bodies]
        nodes = [self.nodes[m["attributes"]] for _, m in made if "attributes" in m]
        for name, value in local.items():
            held = [node[name] for node in nodes if name in node]
            if name not in HIDDEN and held:
                self.compare(held, value, entry, name, made[0][0]["line"])

    def check_module(self, variables, line, all_of_them=False):
        module = self.modules.get(variables.get("__name__"))
        if not module:
            return
        seen = self.variables_seen.setdefault(module["name"], {})
        for name, value in list(variables.items()):
            if name in HIDDEN or (seen.get(name) == id(value) and not all_of_them):
                continue
            seen[name] = id(value)
            # Submodules are found by their names here; `from __future__ import` binds nothing.
            if isinstance(value, types.ModuleType) and value.__name__ == f"{module['name']}.{name}":
                continue
            if type(value).__module__ == "__future__":
                continue
            place = types.SimpleNamespace(qualname=module["name"])
            self.compare(module["variables"].get(name, []), value, place, name, line)


def main():
    types_path, report_path, program, *arguments = sys.argv[1:]
    with open(types_path, encoding="utf-8", errors="surrogateescape") as file:
        probe = Probe(json.load(file))
    sys.argv = [program, *arguments]
    sys.path[0] = os.path.dirname(program)
    module = types.ModuleType("__main__")
    module.__dict__.update(__file__=program, __builtins__=builtins, __annotations__={})
    sys.modules["__main__"] = module
    with open(program, "rb") as file:
        code = compile(file.read(), program, "exec", dont_inherit=True)

    def report():
        sys.settrace(None)
        probe.variables_seen.clear()
        probe.check_module(module.__dict__, "end", True)
        for name in probe.modules:
            if name in sys.modules and name != "__main__":
                probe.check_module(sys.modules[name].__dict__, "end", True)
        found = {"values": probe.values, "mismatches": probe.mismatches, "complete": probe.complete,
                 "calls": probe.calls, "lines": probe.lines}
        with open(report_path, "w", encoding="utf-8", errors="backslashreplace") as file:
            json.dump(found, file)

    leave = os._exit

    def _exit(status):
        report()
        leave(status)

    os._exit = _exit
    try:
        sys.settrace(probe.on_call)
        exec(code, module.__dict__)
    finally:
        report()


if __name__ == "__main__":
    main()
