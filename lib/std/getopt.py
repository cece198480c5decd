"""Options of a command line, in the way of C's getopt."""

import os


class GetoptError(Exception):
    def __init__(self, msg, opt=""):
        self.msg = msg
        self.opt = opt
        Exception.__init__(self, msg, opt)

    def __str__(self):
        return self.msg


error = GetoptError


def getopt(args, shortopts, longopts=[]):
    names = [longopts] if isinstance(longopts, str) else list(longopts)
    found = []
    k = 0
    while k < len(args):
        arg = args[k]
        if not arg.startswith("-") or arg == "-":
            break
        k += 1
        if arg == "--":
            break
        k = _one(found, args, k, arg, shortopts, names)
    return found, args[k:]


def gnu_getopt(args, shortopts, longopts=[]):
    names = [longopts] if isinstance(longopts, str) else list(longopts)
    found = []
    others = []
    first_ends = False
    if shortopts.startswith("+"):
        shortopts = shortopts[1:]
        first_ends = True
    elif os.environ.get("POSIXLY_CORRECT"):
        first_ends = True
    k = 0
    while k < len(args):
        arg = args[k]
        if arg == "--":
            others += args[k + 1:]
            break
        if arg.startswith("-") and arg != "-":
            k = _one(found, args, k + 1, arg, shortopts, names)
        elif first_ends:
            others += args[k:]
            break
        else:
            others.append(arg)
            k += 1
    return found, others


def _one(found, args, k, arg, shortopts, names):
    # Adds what one argument says; k is the place of the next one, and the result what follows then.
    if arg.startswith("--"):
        return _long(found, args, k, arg[2:], names)
    letters = arg[1:]
    while letters:
        letter = letters[0]
        letters = letters[1:]
        value = ""
        if _takes_value(letter, shortopts):
            if not letters:
                if k == len(args):
                    raise GetoptError("option -" + letter + " requires argument", letter)
                letters = args[k]
                k += 1
            value = letters
            letters = ""
        found.append(("-" + letter, value))
    return k


def _takes_value(letter, shortopts):
    for i in range(len(shortopts)):
        if shortopts[i] == letter and letter != ":":
            return shortopts.startswith(":", i + 1)
    raise GetoptError("option -" + letter + " not recognized", letter)


def _long(found, args, k, text, names):
    name, equals, value = text.partition("=")
    possible = [x for x in names if x.startswith(name)]
    if not possible:
        raise GetoptError("option --" + name + " not recognized", name)
    if name in possible:
        takes = False
    elif name + "=" in possible:
        takes = True
    else:
        if len(possible) > 1:
            raise GetoptError("option --" + name + " not a unique prefix", name)
        name = possible[0]
        takes = name.endswith("=")
        if takes:
            name = name[:-1]
    if takes:
        if not equals:
            if k == len(args):
                raise GetoptError("option --" + name + " requires argument", name)
            value = args[k]
            k += 1
    elif equals:
        raise GetoptError("option --" + name + " must not have an argument", name)
    found.append(("--" + name, value))
    return k
