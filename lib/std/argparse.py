"""Command lines: arguments, options, subcommands, help texts."""
import os
import sys
import textwrap

SUPPRESS = "==SUPPRESS=="
OPTIONAL = "?"
ZERO_OR_MORE = "*"
ONE_OR_MORE = "+"
PARSER = "A..."
REMAINDER = "..."


class Namespace:
    """What was parsed: values by name."""

    def __init__(self, **kwargs):
        self._values = {}
        self._values["_krait_unchecked"] = _k.unchecked([""])
        del self._values["_krait_unchecked"]
        for name, value in kwargs.items():
            self._values[name] = value

    def __getattr__(self, name):
        if name in self._values:
            return self._values[name]
        raise AttributeError("'Namespace' object has no attribute '" + name + "'")

    def __contains__(self, name):
        return name in self._values

    def __eq__(self, other):
        if not isinstance(other, Namespace):
            return NotImplemented
        return self._values == other._values

    def __repr__(self):
        parts = []
        odd = []
        for name, value in self._values.items():
            if name.isidentifier():
                parts.append(name + "=" + repr(value))
            else:
                odd.append(repr(name) + ": " + repr(value))
        if odd:
            parts.append("**{" + ", ".join(odd) + "}")
        return "Namespace(" + ", ".join(parts) + ")"

    def _vars_(self):
        return self._values


class ArgumentTypeError(Exception):
    pass


class ArgumentError(Exception):
    def __init__(self, argument, message):
        self.argument_name = None if argument is None else _name_of(argument)
        self.message = message

    def __str__(self):
        if self.argument_name is None:
            return self.message
        return "argument " + self.argument_name + ": " + self.message


def _name_of(action):
    if action.option_strings:
        return "/".join(action.option_strings)
    if action.metavar is not None and action.metavar != SUPPRESS:
        return _shown(action.metavar)
    if action.dest != SUPPRESS:
        return action.dest
    return _braces(action)


def _shown(metavar):
    if isinstance(metavar, str):
        return metavar
    return "(" + ", ".join([repr(m) for m in metavar]) + ")"


def _braces(action):
    return "{" + ",".join(action.choice_texts) + "}"


def _is_suppressed(x):
    if isinstance(x, str):
        return x == SUPPRESS
    return False


class Action:
    """One argument of a parser."""

    def __init__(self, kind, option_strings, dest, nargs, const, default, type, choices, required, help, metavar, version):
        self.kind = kind
        self.option_strings = option_strings
        self.dest = dest
        self.nargs = nargs
        self.const = const
        self.default = default
        self.type = type
        self.choices = choices
        self.choice_texts = []
        self.choice_reprs = []
        if choices is not None:
            for c in choices:
                self.choice_texts.append(str(c))
                self.choice_reprs.append(repr(c))
        self.required = required
        self.help = help
        self.metavar = metavar
        self.version = version
        self.parsers = None


def _counts(action):
    # The fewest and the most texts that an argument takes; -1: no limit.
    nargs = action.nargs
    if nargs is None:
        return (1, 1)
    if isinstance(nargs, int):
        return (nargs, nargs)
    if nargs == "?":
        return (0, 1)
    if nargs == "+" or nargs == "A...":
        return (1, -1)
    return (0, -1)


def _takes_all(action):
    return action.nargs is not None and (action.nargs == "A..." or action.nargs == "...")


class HelpFormatter:
    def __init__(self, prog, indent_increment=2, max_help_position=24, width=None):
        if width is None:
            columns = os.environ.get("COLUMNS", "")
            width = int(columns) if columns.isdigit() and int(columns) > 0 else 80
            width -= 2
        self._prog = prog
        self._step = indent_increment
        self._width = width
        self._most = min(max_help_position, max(width - 20, indent_increment * 2))


class RawDescriptionHelpFormatter(HelpFormatter):
    pass


class RawTextHelpFormatter(RawDescriptionHelpFormatter):
    pass


class ArgumentDefaultsHelpFormatter(HelpFormatter):
    pass


class MetavarTypeHelpFormatter(HelpFormatter):
    pass


def _type_name(action):
    t = action.type
    if t is None:
        return "None"
    return getattr(t, "__name__", repr(t))


def _metavars(action, default, n):
    if action.metavar is not None:
        m = action.metavar
        if not isinstance(m, str):
            return list(m)
        return [m] * n
    if action.choices is not None or action.parsers is not None:
        return [_braces(action)] * n
    return [default] * n


def _args_text(action, default):
    nargs = action.nargs
    if nargs is None:
        return _metavars(action, default, 1)[0]
    if isinstance(nargs, int):
        return " ".join(_metavars(action, default, nargs)[:nargs])
    if nargs == "?":
        return "[" + _metavars(action, default, 1)[0] + "]"
    if nargs == "*":
        m = _metavars(action, default, 1)
        if len(m) == 2:
            return "[" + m[0] + " [" + m[1] + " ...]]"
        return "[" + m[0] + " ...]"
    if nargs == "+":
        m = _metavars(action, default, 2)
        return m[0] + " [" + m[1] + " ...]"
    if nargs == "...":
        return "..."
    if nargs == "A...":
        return _metavars(action, default, 1)[0] + " ..."
    return ""


def _pieces_of(text):
    # A usage in parts that are not broken: brackets with what is in them, and words.
    out = []
    i = 0
    n = len(text)
    while i < n:
        if text[i] == " ":
            i += 1
            continue
        j = -1
        if text[i] in "([":
            close = ")" if text[i] == "(" else "]"
            j = text.find(close, i)
            while j >= 0:
                while j < n and text[j] == close:
                    j += 1
                if j >= n or text[j] == " ":
                    break
                j = text.find(close, j)
        if j < 0:
            j = text.find(" ", i)
            if j < 0:
                j = n
        out.append(text[i:j])
        i = j
    return out


def _usage_lines(parts, indent, first, width):
    lines = []
    line = []
    length = first - 1 if first >= 0 else len(indent) - 1
    for part in parts:
        if length + 1 + len(part) > width and line:
            lines.append(indent + " ".join(line))
            line = []
            length = len(indent) - 1
        line.append(part)
        length += len(part) + 1
    if line:
        lines.append(indent + " ".join(line))
    if first >= 0:
        lines[0] = lines[0][len(indent):]
    return lines


class _Layout:
    # Writes the texts of one parser.
    def __init__(self, parser):
        self.prog = parser.prog
        f = parser.formatter_class(parser.prog)
        self.step = f._step
        self.width = f._width
        self.most = f._most
        self.raw_text = isinstance(f, RawTextHelpFormatter)
        self.raw_description = isinstance(f, RawDescriptionHelpFormatter)
        self.defaults = isinstance(f, ArgumentDefaultsHelpFormatter)
        self.typed = isinstance(f, MetavarTypeHelpFormatter)

    def default_metavar(self, action):
        if self.typed and action.type is not None:
            return _type_name(action)
        if action.option_strings:
            return action.dest.upper()
        return action.dest

    def invocation(self, action):
        if action.kind == "command":
            return _shown(action.metavar)
        if not action.option_strings:
            return _metavars(action, self.default_metavar(action), 1)[0]
        if action.nargs == 0:
            return ", ".join(action.option_strings)
        args = _args_text(action, self.default_metavar(action))
        return ", ".join([o + " " + args for o in action.option_strings])

    def actions_usage(self, actions, groups):
        texts = []
        for action in actions:
            if action.help is not None and action.help == SUPPRESS:
                texts.append("")
                continue
            args = "" if action.nargs == 0 else _args_text(action, self.default_metavar(action))
            if not action.option_strings:
                texts.append(args)
                continue
            if action.kind == "boolean":
                text = " | ".join(action.option_strings)
            elif action.nargs == 0:
                text = action.option_strings[0]
            else:
                text = action.option_strings[0] + " " + args
            texts.append(text)
        out = []
        i = 0
        while i < len(actions):
            group = None
            for g in groups:
                k = len(g._members)
                if k and g._members[0] is actions[i] and i + k <= len(actions):
                    same = True
                    for j in range(k):
                        if g._members[j] is not actions[i + j]:
                            same = False
                    if same:
                        group = g
            if group is None:
                action = actions[i]
                if texts[i]:
                    if action.option_strings and not action.required:
                        out.append("[" + texts[i] + "]")
                    else:
                        out.append(texts[i])
                i += 1
                continue
            k = len(group._members)
            shown = []
            for t in texts[i:i + k]:
                if t:
                    if len(t) > 1 and t[0] == "[" and t[-1] == "]" and not actions[i + len(shown)].option_strings:
                        t = t[1:-1]
                    shown.append(t)
            i += k
            if not shown:
                continue
            inner = " | ".join(shown)
            if group.required:
                out.append("(" + inner + ")" if len(shown) > 1 else inner)
            else:
                out.append("[" + inner + "]")
        return " ".join(out)

    def usage(self, usage, actions, groups, prefix):
        if usage is not None:
            return prefix + usage.replace("%(prog)s", self.prog).replace("%%", "%") + "\n\n"
        optionals = [a for a in actions if a.option_strings]
        positionals = [a for a in actions if not a.option_strings]
        options = self.actions_usage(optionals, groups)
        others = self.actions_usage(positionals, groups)
        text = " ".join([s for s in [self.prog, options, others] if s])
        width = max(self.width, 11)
        if len(prefix) + len(text) > width:
            first = _pieces_of(options)
            second = _pieces_of(others)
            if len(prefix) + len(self.prog) <= 0.75 * width:
                indent = " " * (len(prefix) + len(self.prog) + 1)
                if first:
                    lines = _usage_lines([self.prog] + first, indent, len(prefix), width)
                    lines.extend(_usage_lines(second, indent, -1, width))
                elif second:
                    lines = _usage_lines([self.prog] + second, indent, len(prefix), width)
                else:
                    lines = [self.prog]
            else:
                indent = " " * len(prefix)
                lines = _usage_lines(first + second, indent, -1, width)
                if len(lines) > 1:
                    lines = _usage_lines(first, indent, -1, width)
                    lines.extend(_usage_lines(second, indent, -1, width))
                lines = [self.prog] + lines
            text = "\n".join(lines)
        return prefix + text + "\n\n"

    def text(self, text, indent):
        text = text.replace("%(prog)s", self.prog)
        width = max(self.width - indent, 11)
        space = " " * indent
        if self.raw_description:
            return "".join([space + line for line in text.splitlines(True)]) + "\n\n"
        return textwrap.fill(" ".join(text.split()), width, initial_indent=space, subsequent_indent=space) + "\n\n"

    def expand(self, action):
        help = action.help
        if self.defaults and "%(default)" not in help and not _is_suppressed(action.default):
            if action.option_strings or action.nargs == "?" or action.nargs == "*":
                help += " (default: %(default)s)"
        out = ""
        i = 0
        while True:
            j = help.find("%", i)
            if j < 0:
                return out + help[i:]
            out += help[i:j]
            if help[j + 1:j + 2] == "%":
                out += "%"
                i = j + 2
                continue
            close = help.find(")", j)
            if help[j + 1:j + 2] != "(" or close < 0:
                raise ValueError("unsupported format character in the help " + repr(help))
            name = help[j + 2:close]
            if name == "default":
                out += str(action.default)
            elif name == "prog":
                out += self.prog
            elif name == "dest":
                out += action.dest
            elif name == "choices":
                out += ", ".join(action.choice_texts)
            elif name == "type":
                out += _type_name(action)
            elif name == "metavar":
                out += "None" if action.metavar is None else _shown(action.metavar)
            elif name == "const":
                out += str(action.const)
            elif name == "nargs":
                out += str(action.nargs)
            elif name == "required":
                out += str(action.required)
            else:
                raise KeyError(name)
            i = close + 2

    def item(self, action, indent, longest):
        at = min(longest + 2, self.most)
        width = max(self.width - at, 11)
        room = at - indent - 2
        head = self.invocation(action)
        help = action.help
        if help is None or not help.strip():
            out = " " * indent + head + "\n"
        else:
            if self.raw_text:
                lines = self.expand(action).splitlines()
            else:
                lines = textwrap.wrap(" ".join(self.expand(action).split()), width)
            if len(head) <= room:
                out = " " * indent + head.ljust(room) + "  " + lines[0] + "\n"
                lines = lines[1:]
            else:
                out = " " * indent + head + "\n"
            for line in lines:
                out += " " * at + line + "\n"
        if action.parsers is not None:
            for sub in action.parsers._shown:
                out += self.item(sub, indent + self.step, longest)
        return out

    def help(self, parser):
        out = self.usage(parser.usage, parser._actions, parser._exclusive, "usage: ")
        if parser.description is not None:
            out += self.text(parser.description, 0)
        longest = 0
        for group in parser._groups:
            for action in group._members:
                if action.help is None or action.help != SUPPRESS:
                    longest = max(longest, len(self.invocation(action)) + self.step)
                    if action.parsers is not None:
                        for sub in action.parsers._shown:
                            longest = max(longest, len(self.invocation(sub)) + self.step)
        for group in parser._groups:
            section = ""
            if group.description is not None:
                section += self.text(group.description, self.step)
            for action in group._members:
                if action.help is None or action.help != SUPPRESS:
                    section += self.item(action, self.step, longest)
            if section:
                title = group.title
                if title is not None and title != SUPPRESS:
                    section = title + ":\n" + section
                out += "\n" + section + "\n"
        if parser.epilog is not None:
            out += "\n" + self.text(parser.epilog, 0)
        while "\n\n\n" in out:
            out = out.replace("\n\n\n", "\n\n")
        return out.strip("\n") + "\n"


class _Group:
    # A titled group of the help, or arguments that exclude each other.
    def __init__(self, parser, title, description, exclusive, required):
        self._parser = parser
        self.title = title
        self.description = description
        self.exclusive = exclusive
        self.required = required
        self._members = []
        self._inside = None

    def add_argument(self, *names, action="store", nargs=None, const=None, default=None, type=None, choices=None,
                     required=None, help=None, metavar=None, dest=None, version=None):
        a = self._parser._new_action(names, action, nargs, const, default, type, choices, required, help, metavar, dest,
                                     version)
        if self.exclusive and a.required:
            raise ValueError("mutually exclusive arguments must be optional")
        self._parser._register(a, self._inside if self.exclusive else self)
        if self.exclusive:
            self._members.append(a)
        return a

    def add_mutually_exclusive_group(self, *, required=False):
        return self._parser._exclusive_group(required, self)


class _Commands:
    # What add_subparsers gives.
    def __init__(self, parser, prog):
        self._parser = parser
        self._prog = prog
        self._names = {}
        self._shown = []
        self._action = None

    def add_parser(self, name, *, help=None, aliases=(), prog=None, usage=None, description=None, epilog=None, parents=(),
                   formatter_class=HelpFormatter, prefix_chars="-", argument_default=None, conflict_handler="error",
                   add_help=True, allow_abbrev=True, exit_on_error=True):
        if prog is None:
            prog = self._prog + " " + name
        parser = ArgumentParser(prog=prog, usage=usage, description=description, epilog=epilog, parents=parents,
                                formatter_class=formatter_class, prefix_chars=prefix_chars,
                                argument_default=argument_default, conflict_handler=conflict_handler, add_help=add_help,
                                allow_abbrev=allow_abbrev, exit_on_error=exit_on_error)
        if help is not None:
            shown = name
            if aliases:
                shown += " (" + ", ".join(aliases) + ")"
            self._shown.append(Action("command", [], name, None, None, None, None, None, False, help, shown, None))
        self._names[name] = parser
        for alias in aliases:
            self._names[alias] = parser
        self._action.choice_texts = list(self._names)
        self._action.choice_reprs = [repr(n) for n in self._names]
        return parser


class _Found:
    # An option among the texts: the action if there is one, its name, what follows an equals sign.
    def __init__(self, action, option, explicit):
        self.action = action
        self.option = option
        self.explicit = explicit


class ArgumentParser:
    """Describes a command line and reads it."""

    def __init__(self, prog=None, usage=None, description=None, epilog=None, parents=(), formatter_class=HelpFormatter,
                 prefix_chars="-", fromfile_prefix_chars=None, argument_default=None, conflict_handler="error",
                 add_help=True, allow_abbrev=True, exit_on_error=True):
        if fromfile_prefix_chars is not None:
            _k.refuse("argparse with fromfile_prefix_chars")
        self.prog = os.path.basename(sys.argv[0]) if prog is None else prog
        self.usage = usage
        self.description = description
        self.epilog = epilog
        self.formatter_class = formatter_class
        self.prefix_chars = prefix_chars
        self.argument_default = argument_default
        self.conflict_handler = conflict_handler
        self.add_help = add_help
        self.allow_abbrev = allow_abbrev
        self.exit_on_error = exit_on_error
        self._actions = []
        self._options = {}
        self._defaults = {}
        self._exclusive = []
        self._negative_options = False
        self._commands = None
        self._positional_group = _Group(self, "positional arguments", None, False, False)
        self._option_group = _Group(self, "options", None, False, False)
        self._groups = [self._positional_group, self._option_group]
        if add_help:
            dash = "-" if "-" in prefix_chars else prefix_chars[0]
            self._register(Action("help", [dash + "h", dash + dash + "help"], SUPPRESS, 0, None, SUPPRESS, None, None, False,
                                  "show this help message and exit", None, None), None)
        for parent in parents:
            for group in parent._groups:
                mine = None
                for g in self._groups:
                    if g.title == group.title:
                        mine = g
                if mine is None:
                    mine = self.add_argument_group(group.title, group.description)
                for a in group._members:
                    self._register(a, mine)
            for group in parent._exclusive:
                g = _Group(self, None, None, True, group.required)
                g._members.extend(group._members)
                self._exclusive.append(g)
            for name, value in parent._defaults.items():
                self._defaults[name] = value

    def __repr__(self):
        return ("ArgumentParser(prog=" + repr(self.prog) + ", usage=" + repr(self.usage) + ", description=" +
                repr(self.description) + ", formatter_class=" + repr(self.formatter_class) + ", conflict_handler=" +
                repr(self.conflict_handler) + ", add_help=" + repr(self.add_help) + ")")

    # Describing

    def add_argument(self, *names, action="store", nargs=None, const=None, default=None, type=None, choices=None,
                     required=None, help=None, metavar=None, dest=None, version=None):
        a = self._new_action(names, action, nargs, const, default, type, choices, required, help, metavar, dest, version)
        self._register(a, None)
        return a

    def _new_action(self, names, kind, nargs, const, default, type, choices, required, help, metavar, dest, version):
        options = [n for n in names if n and n[0] in self.prefix_chars]
        if not options:
            if len(names) > 1 or (len(names) == 1 and dest is not None):
                raise ValueError("dest supplied twice for positional argument" if len(names) == 1 else
                                 "invalid option string " + repr(names[0]) + ": must start with a character " +
                                 repr(self.prefix_chars))
            if required is not None:
                raise TypeError("'required' is an invalid argument for positionals")
            if len(names) == 1:
                dest = names[0]
            if dest is None:
                raise TypeError("add_argument() missing 1 required positional argument: 'dest'")
            must = nargs != "?" and nargs != "*"
            if nargs == "*" and default is not None:
                must = False
            elif nargs == "*":
                must = True
        else:
            for n in names:
                if n not in options:
                    raise ValueError("invalid option string " + repr(n) + ": must start with a character " +
                                     repr(self.prefix_chars))
            must = True if required else False
            if dest is None:
                chosen = options[0]
                for n in options:
                    if len(n) > 1 and n[1] in self.prefix_chars:
                        chosen = n
                        break
                dest = chosen.lstrip(self.prefix_chars)
                if not dest:
                    raise ValueError("dest= is required for options like " + repr(chosen))
                dest = dest.replace("-", "_")
        if not isinstance(kind, str):
            if hasattr(kind, "_both_ways"):
                every = []
                for n in options:
                    every.append(n)
                    if n.startswith("--"):
                        every.append("--no-" + n[2:])
                return Action("boolean", every, dest, 0, None, default, None, None, must, help, None, None)
            _k.refuse("an action of argparse that is a class")
        if default is None and self.argument_default is not None:
            default = self.argument_default
        if kind in ("store", "append", "extend"):
            if nargs == 0:
                raise ValueError("nargs for " + kind + " actions must be != 0; if you have nothing to store, actions such as "
                                 "store true or store const may be more appropriate")
            if const is not None and nargs != "?":
                raise ValueError("nargs must be '?' to supply const")
            return Action(kind, options, dest, nargs, const, default, type, choices, must, help, metavar, None)
        if kind == "store_const" or kind == "append_const":
            return Action(kind, options, dest, 0, const, default, None, None, must, help, metavar, None)
        if kind == "store_true":
            return Action("store_const", options, dest, 0, True, False if default is None else default, None, None, must,
                          help, None, None)
        if kind == "store_false":
            return Action("store_const", options, dest, 0, False, True if default is None else default, None, None, must,
                          help, None, None)
        if kind == "count":
            return Action(kind, options, dest, 0, None, default, None, None, must, help, None, None)
        if kind == "help":
            return Action(kind, options, SUPPRESS, 0, None, SUPPRESS, None, None, False, help, None, None)
        if kind == "version":
            return Action(kind, options, SUPPRESS, 0, None, SUPPRESS, None, None, False,
                          "show program's version number and exit" if help is None else help, None, version)
        raise ValueError("unknown action " + '"' + kind + '"')

    def _register(self, action, group):
        for n in action.option_strings:
            if n in self._options:
                if self.conflict_handler != "resolve":
                    clash = [o for o in action.option_strings if o in self._options]
                    raise ArgumentError(action, "conflicting option string" + ("s" if len(clash) > 1 else "") + ": " +
                                        ", ".join(clash))
                old = self._options[n]
                old.option_strings.remove(n)
                if not old.option_strings:
                    self._actions = [a for a in self._actions if a is not old]
                    for g in self._groups:
                        g._members = [a for a in g._members if a is not old]
        for n in action.option_strings:
            self._options[n] = action
            if _is_negative(n):
                self._negative_options = True
        self._actions.append(action)
        if group is None:
            group = self._option_group if action.option_strings else self._positional_group
        group._members.append(action)

    def add_argument_group(self, title=None, description=None):
        group = _Group(self, title, description, False, False)
        self._groups.append(group)
        return group

    def _exclusive_group(self, required, inside):
        group = _Group(self, None, None, True, required)
        group._inside = inside
        self._exclusive.append(group)
        return group

    def add_mutually_exclusive_group(self, *, required=False):
        return self._exclusive_group(required, None)

    def add_subparsers(self, *, title=None, description=None, prog=None, dest=SUPPRESS, required=False, help=None,
                       metavar=None):
        if self._commands is not None:
            self.error("cannot have multiple subparser arguments")
        if prog is None:
            positionals = [a for a in self._actions if not a.option_strings]
            prog = _Layout(self).usage(self.usage, positionals, self._exclusive, "").strip()
        commands = _Commands(self, prog)
        action = Action("parsers", [], SUPPRESS if dest is None else dest, "A...", None, None, None, None, required, help, metavar, None)
        action.parsers = commands
        commands._action = action
        self._commands = commands
        group = None
        if title is not None or description is not None:
            group = self.add_argument_group("subcommands" if title is None else title, description)
        self._register(action, group)
        return commands

    def set_defaults(self, **kwargs):
        for name, value in kwargs.items():
            self._defaults[name] = value
            for a in self._actions:
                if a.dest == name:
                    a.default = value

    def get_default(self, dest):
        for a in self._actions:
            if a.dest == dest and a.default is not None:
                return a.default
        return self._defaults.get(dest)

    # Texts

    def format_usage(self):
        return _Layout(self).usage(self.usage, self._actions, self._exclusive, "usage: ").strip("\n") + "\n"

    def format_help(self):
        return _Layout(self).help(self)

    def print_usage(self, file=None):
        (sys.stdout if file is None else file).write(self.format_usage())

    def print_help(self, file=None):
        (sys.stdout if file is None else file).write(self.format_help())

    def exit(self, status=0, message=None):
        if message:
            sys.stderr.write(message)
        sys.exit(status)

    def error(self, message):
        sys.stderr.write(self.format_usage())
        self.exit(2, self.prog + ": error: " + message + "\n")

    # Reading

    def parse_args(self, args=None, namespace=None):
        space, rest = self.parse_known_args(args, namespace)
        if rest:
            self.error("unrecognized arguments: " + " ".join(rest))
        return space

    def parse_known_args(self, args=None, namespace=None):
        texts = sys.argv[1:] if args is None else list(args)
        space = Namespace() if namespace is None else namespace
        values = space._values
        for a in self._actions:
            if a.dest != SUPPRESS and a.dest not in values and not _is_suppressed(a.default):
                values[a.dest] = a.default
        for name, value in self._defaults.items():
            if name not in values:
                values[name] = value
        if not self.exit_on_error:
            return (space, _Reading(self, texts, values).run())
        try:
            return (space, _Reading(self, texts, values).run())
        except ArgumentError as e:
            self.error(str(e))
        return (space, [])


def _is_negative(text):
    if len(text) < 2 or text[0] != "-":
        return False
    rest = text[1:]
    if rest.isdecimal():
        return True
    dot = rest.find(".")
    if dot < 0:
        return False
    return (dot == 0 or rest[:dot].isdecimal()) and rest[dot + 1:].isdecimal()


class _Reading:
    # One command line.
    def __init__(self, parser, texts, values):
        self.parser = parser
        self.texts = texts
        self.values = values
        self.extras = []
        self.seen = []
        self.positionals = [a for a in parser._actions if not a.option_strings]
        self.found = {}
        self.pattern = ""
        i = 0
        while i < len(texts):
            if texts[i] == "--":
                self.pattern += "-" + "A" * (len(texts) - i - 1)
                break
            f = self.find(texts[i])
            if f is None:
                self.pattern += "A"
            else:
                self.found[i] = f
                self.pattern += "O"
            i += 1

    def find(self, text):
        p = self.parser
        if not text or text[0] not in p.prefix_chars:
            return None
        if text in p._options:
            return _Found(p._options[text], text, None)
        if len(text) == 1:
            return None
        equals = text.find("=")
        if equals >= 0 and text[:equals] in p._options:
            return _Found(p._options[text[:equals]], text[:equals], text[equals + 1:])
        near = self.near(text)
        if len(near) > 1:
            raise ArgumentError(None, "ambiguous option: " + text + " could match " + ", ".join([f.option for f in near]))
        if len(near) == 1:
            return near[0]
        if _is_negative(text) and not p._negative_options:
            return None
        if " " in text:
            return None
        return _Found(None, text, None)

    def near(self, text):
        # Options that begin with the text; short ones with their argument attached.
        p = self.parser
        out = []
        if text[1] in p.prefix_chars:
            if p.allow_abbrev:
                equals = text.find("=")
                begin = text if equals < 0 else text[:equals]
                explicit = None if equals < 0 else text[equals + 1:]
                for name, action in p._options.items():
                    if name.startswith(begin):
                        out.append(_Found(action, name, explicit))
            return out
        for name, action in p._options.items():
            if name == text[:2]:
                out.append(_Found(action, name, text[2:]))
            elif name.startswith(text):
                out.append(_Found(action, name, None))
        return out

    def run(self):
        p = self.parser
        last = max(self.found) if self.found else -1
        at = 0
        while at <= last:
            following = at
            while following not in self.found:
                following += 1
            if at != following:
                end = self.take_positionals(at)
                if end > at:
                    at = end
                    continue
            if at not in self.found:
                self.extras.extend(self.texts[at:following])
                at = following
            at = self.take_option(at)
        end = self.take_positionals(at)
        self.extras.extend(self.texts[end:])
        missing = []
        for a in p._actions:
            if a in self.seen:
                continue
            if a.required:
                missing.append(_name_of(a))
            elif a.dest in self.values:
                usual = a.default
                now = self.values[a.dest]
                if isinstance(usual, str) and isinstance(now, str):
                    if now == usual and usual != SUPPRESS:
                        self.values[a.dest] = self.convert(a, usual)
        if missing:
            raise ArgumentError(None, "the following arguments are required: " + ", ".join(missing))
        for g in p._exclusive:
            if g.required:
                chosen = [a for a in g._members if a in self.seen]
                if not chosen:
                    names = [_name_of(a) for a in g._members if a.help is None or a.help != SUPPRESS]
                    raise ArgumentError(None, "one of the arguments " + " ".join(names) + " is required")
        return self.extras

    def take_option(self, at):
        f = self.found[at]
        action = f.action
        if action is None:
            self.extras.append(self.texts[at])
            return at + 1
        option = f.option
        explicit = f.explicit
        while explicit is not None:
            fewest, most = _counts(action)
            if most == 0:
                if option[1] in self.parser.prefix_chars or not explicit:
                    raise ArgumentError(action, "ignored explicit argument " + repr(explicit))
                self.act(action, [], option)
                option = option[0] + explicit[0]
                rest = explicit[1:]
                if option not in self.parser._options:
                    raise ArgumentError(action, "ignored explicit argument " + repr(explicit))
                action = self.parser._options[option]
                explicit = rest if rest else None
                continue
            if fewest > 1:
                raise ArgumentError(action, "expected " + str(fewest) + " arguments" if False else
                                    "ignored explicit argument " + repr(explicit))
            self.act(action, [explicit], option)
            return at + 1
        at += 1
        end = at
        if _takes_all(action):
            end = len(self.texts)
        else:
            fewest, most = _counts(action)
            while end < len(self.pattern) and self.pattern[end] == "A" and (most < 0 or end - at < most):
                end += 1
            if end - at < fewest:
                if action.nargs is None:
                    raise ArgumentError(action, "expected one argument")
                if most < 0:
                    raise ArgumentError(action, "expected at least one argument")
                raise ArgumentError(action, "expected " + str(fewest) + " argument" + ("" if fewest == 1 else "s"))
        self.act(action, self.texts[at:end], option)
        return end

    def take_positionals(self, at):
        # As many of the positional arguments as the texts up to the next option are enough for.
        end = at
        while end < len(self.pattern) and self.pattern[end] != "O":
            end += 1
        have = end - at - self.pattern.count("-", at, end)
        k = len(self.positionals)
        while k > 0:
            need = 0
            for a in self.positionals[:k]:
                need += _counts(a)[0]
            if need <= have:
                break
            k -= 1
        chosen = self.positionals[:k]
        need = 0
        for a in chosen:
            need += _counts(a)[0]
        for a in chosen:
            fewest, most = _counts(a)
            need -= fewest
            start = at
            if _takes_all(a):
                at = len(self.texts)
                have = 0
            else:
                n = have - need
                if most >= 0 and n > most:
                    n = most
                have -= n
                while n > 0 or (at < len(self.pattern) and self.pattern[at] == "-"):
                    if self.pattern[at] != "-":
                        n -= 1
                    at += 1
            self.act(a, self.texts[start:at], "")
        self.positionals = self.positionals[k:]
        return at

    def convert(self, action, text):
        kind = action.type
        if kind is None:
            return text
        try:
            return kind(text)
        except ArgumentTypeError as e:
            raise ArgumentError(action, str(e))
        except (TypeError, ValueError):
            raise ArgumentError(action, "invalid " + _type_name(action) + " value: " + repr(text))

    def chosen(self, action, value):
        choices = action.choices
        if choices is not None:
            if value not in choices:
                raise ArgumentError(action, "invalid choice: " + repr(value) + " (choose from " +
                                    ", ".join(action.choice_reprs) + ")")
        return value

    def many(self, action, texts):
        out = _k.unchecked([])
        for t in texts:
            out.append(self.chosen(action, self.convert(action, t)))
        return out

    def value(self, action, texts):
        nargs = action.nargs
        if not texts:
            if nargs == "?":
                value = action.const if action.option_strings else action.default
                if isinstance(value, str):
                    if value != SUPPRESS:
                        return self.chosen(action, self.convert(action, value))
                return value
            if nargs == "*" and not action.option_strings and action.default is not None:
                return action.default
        if nargs is None or nargs == "?":
            return self.chosen(action, self.convert(action, texts[0]))
        if nargs == "...":
            out = _k.unchecked([])
            for t in texts:
                out.append(self.convert(action, t))
            return out
        return self.many(action, texts)

    def act(self, action, texts, option):
        p = self.parser
        if not _takes_all(action) and "--" in texts:
            texts.remove("--")
        kind = action.kind
        if kind == "parsers":
            if texts[0] == "--":
                texts = texts[1:]
            self.seen.append(action)
            self.command(action, texts)
            return
        values = self.values
        given = len(texts) > 0 or bool(action.option_strings)
        if action not in self.seen:
            self.seen.append(action)
        if given:
            for g in p._exclusive:
                if action in g._members:
                    for other in g._members:
                        if other is not action and other in self.seen:
                            raise ArgumentError(action, "not allowed with argument " + _name_of(other))
        elif any([action in g._members for g in p._exclusive]):
            self.seen.remove(action)
        if kind == "store":
            values[action.dest] = self.value(action, texts)
        elif kind == "store_const":
            values[action.dest] = action.const
        elif kind == "boolean":
            values[action.dest] = not option.startswith("--no-")
        elif kind == "count":
            now = values.get(action.dest)
            values[action.dest] = now + 1 if isinstance(now, int) else 1
        elif kind == "append" or kind == "extend" or kind == "append_const":
            old = values.get(action.dest)
            out = _k.unchecked([])
            if isinstance(old, list):
                for x in old:
                    out.append(x)
            if kind == "append_const":
                out.append(action.const)
            elif kind == "append":
                out.append(self.value(action, texts))
            elif action.nargs is None or action.nargs == "?":
                more = self.value(action, texts)
                if isinstance(more, str):
                    out.extend(more)
                else:
                    out.append(more)
            else:
                out.extend(self.many(action, texts))
            values[action.dest] = out
        elif kind == "help":
            p.print_help()
            p.exit()
        elif kind == "version":
            text = action.version
            if text is None:
                raise AttributeError("'ArgumentParser' object has no attribute 'version'")
            layout = _Layout(p)
            out = layout.text(text, 0)
            sys.stdout.write(out.strip("\n") + "\n")
            p.exit()

    def command(self, action, texts):
        names = action.parsers._names
        name = texts[0]
        if action.dest != SUPPRESS:
            self.values[action.dest] = name
        if name not in names:
            raise ArgumentError(action, "invalid choice: " + repr(name) + " (choose from " + ", ".join(action.choice_reprs) +
                                ")")
        space, rest = names[name].parse_known_args(texts[1:], None)
        for key, value in space._values.items():
            self.values[key] = value
        self.extras.extend(rest)


class BooleanOptionalAction:
    _both_ways = True


class FileType:
    """Opens the file that an argument names."""

    def __init__(self, mode="r", bufsize=-1, encoding=None, errors=None):
        if "b" in mode:
            raise NotImplementedError("argparse.FileType of bytes is not compiled yet")
        self._mode = mode
        self._encoding = encoding

    def __call__(self, string):
        if string == "-":
            if "r" in self._mode:
                return sys.stdin
            return sys.stdout
        mode = self._mode
        try:
            if "w" in mode:
                return open(string, "w", encoding=self._encoding)
            if "a" in mode:
                return open(string, "a", encoding=self._encoding)
            if "x" in mode:
                return open(string, "x", encoding=self._encoding)
            return open(string, encoding=self._encoding)
        except OSError as e:
            raise ArgumentTypeError("can't open '" + string + "': " + str(e))
