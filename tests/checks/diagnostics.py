"""Checks the diagnostics' table: every code's example fails with exactly that code, its remedy not at all."""
import json
import pathlib
import re
import subprocess
import sys
import tempfile

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent.parent))
from check_support import ROOT, Checks, build_folder


def codes_of(krait, program, folder, *options):
    """The codes that `krait check` reports for a program's text, or a complaint."""
    path = pathlib.Path(folder, "example.py")
    if program is not None:
        path.write_text(program)
    process = subprocess.run([krait, "check", "--error-format=json", *options, path], stdin=subprocess.DEVNULL,
                             stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, timeout=60)
    try:
        return sorted({d["code"] for d in json.loads(process.stderr)["diagnostics"]})
    except (ValueError, KeyError):
        return f"exit {process.returncode}: {process.stderr[:300]}"


def main():
    checks = Checks()
    krait = build_folder() / "bin/krait"
    table = (ROOT / "compiler/diag/diagnostics.def").read_text()
    codes = re.findall(r'^KRAIT_DIAGNOSTIC\("(K\d{4})"', table, re.M)
    checks.check(codes and codes == sorted(set(codes)), "the codes of diagnostics.def do not ascend")
    for code in codes:
        text = (ROOT / f"compiler/diag/explain/{code}.md").read_text()
        examples = dict(re.findall(r"^## (Fails|Works)\n\n```python\n(.*?)^```$", text, re.M | re.S))
        with tempfile.TemporaryDirectory() as folder:
            if code == "K0001":  # shown by a file that does not exist
                found = codes_of(krait, None, folder)
            else:
                checks.check(set(examples) == {"Fails", "Works"}, f"{code}.md has no examples")
                asked = re.findall(r"^With `(--why=\w+)`", text, re.M)  # an answer, not an error
                found = codes_of(krait, examples.get("Fails", ""), folder, *asked)
                works = codes_of(krait, examples.get("Works", ""), folder)
                checks.check(works == [], f"{code}.md: the program that works gives {works}")
            checks.check(found == [code], f"{code}.md: the program that fails gives {found}")
    checks.finish()


if __name__ == "__main__":
    main()
