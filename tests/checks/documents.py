"""Checks that generated documents are current and that documents name only files that exist."""
import pathlib
import re
import subprocess
import sys

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent.parent))
from check_support import ROOT, Checks


def main():
    checks = Checks()
    process = subprocess.run([sys.executable, ROOT / "tools/document_diagnostics.py", "--check"],
                             stderr=subprocess.PIPE, text=True)
    checks.check(process.returncode == 0, process.stderr.strip() + "; run tools/document_diagnostics.py")
    for name in re.findall(r"\| ([a-z_]+/\w+) \|$", (ROOT / "docs/target.md").read_text(), re.M):
        programs = [ROOT / f"tests/{folder}/{name}.py" for folder in ("conformance", "conformance_pending")]
        checks.check(any(p.exists() for p in programs), f"docs/target.md: there is no program {name}")
    for document in [ROOT / "README.md", *sorted((ROOT / "docs").glob("*.md"))]:
        text = document.read_text()
        for path in re.findall(r"`((?:compiler|runtime|lib|tests|tools|bench|docs|examples)/[\w./]+)`", text):
            checks.check((ROOT / path).exists(), f"{document.name}: {path} does not exist")
    checks.finish()


if __name__ == "__main__":
    main()
