"""Wrapping and indenting of text."""


def dedent(text):
    lines = text.split("\n")
    margin = None
    kept = []
    for line in lines:
        if not line.strip(" \t"):
            kept.append("")
            continue
        kept.append(line)
        indent = line[:len(line) - len(line.lstrip(" \t"))]
        if margin is None:
            margin = indent
        else:
            n = 0
            while n < len(margin) and n < len(indent) and margin[n] == indent[n]:
                n += 1
            margin = margin[:n]
    if margin:
        kept = [line[len(margin):] for line in kept]
    return "\n".join(kept)


def indent(text, prefix, predicate=None):
    out = []
    for line in text.splitlines(True):
        if predicate is None:
            marked = True if line.strip() else False
        else:
            marked = True if predicate(line) else False
        out.append(prefix + line if marked else line)
    return "".join(out)
