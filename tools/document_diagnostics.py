"""Writes docs/diagnostics.md from the table of diagnostics and the texts of `krait explain`.

With --check it only says whether the file is current.
"""
import pathlib
import re
import sys

ROOT = pathlib.Path(__file__).resolve().parent.parent
TARGET = ROOT / "docs/diagnostics.md"
ROW = re.compile(r'^KRAIT_DIAGNOSTIC\("(K\d{4})",\s*(\w+),\s*Severity::(\w+),\s*"(.*)"\)$', re.M)
HEAD = """# Diagnostics

Every message of the compiler has a code, which stays the same from version to version. `krait explain CODE` prints the
text below; `--error-format=json` gives the messages to programs. K00xx: command line and files, K01xx: syntax, K02xx: names
and imports, K03xx: types, K04xx: not supported yet.

This file is made by `tools/document_diagnostics.py` from `compiler/diag/`.

"""


def document():
    rows = ROW.findall((ROOT / "compiler/diag/diagnostics.def").read_text())
    text = HEAD + "| code | severity | what |\n|---|---|---|\n"
    for code, _, severity, summary in rows:
        text += f"| [{code}](#{code.lower()}) | {severity.lower()} | {summary} |\n"
    for code, *_ in rows:
        explain = (ROOT / f"compiler/diag/explain/{code}.md").read_text()
        # One level down: the text's title becomes a section of this file.
        body = re.sub(r"^(#+) ", r"#\1 ", explain, flags=re.M)
        title, rest = body.split("\n", 1)
        summary = title.split(": ", 1)[1]
        text += f"\n## {code}\n\n**{summary}.**\n{rest}"
    return text


def main():
    text = document()
    if sys.argv[1:] == ["--check"]:
        sys.exit(0 if TARGET.exists() and TARGET.read_text() == text else f"{TARGET} is not current")
    TARGET.write_text(text)


if __name__ == "__main__":
    main()
