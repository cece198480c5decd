"""Checks that the runtime's archives hold no mutable globals but the listed ones."""
import pathlib
import re
import subprocess
import sys

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent.parent))
from check_support import ROOT, Checks, build_folder


def main():
    checks = Checks()
    listed = {}
    for line in (ROOT / "tests/writable_symbols.txt").read_text().splitlines():
        if line and not line.startswith("#"):
            name, _, reason = line.partition("  ")
            checks.check(reason.strip(), f"tests/writable_symbols.txt: {name} has no reason")
            listed[name] = False
    folder = build_folder() / "lib/krait/x86_64-linux-musl"
    for variant in ("st", "mt"):
        archive = folder / f"libkrait_rt_{variant}.a"
        output = subprocess.run(["llvm-nm-22", "--defined-only", "--demangle", "-A", archive],
                                stdout=subprocess.PIPE, text=True, check=True).stdout
        checks.check(output, f"{archive} is empty")
        for line in output.splitlines():
            match = re.match(r"(\S+): [0-9a-f]+ ([BbDdCSs]) (.*)", line)
            if not match:
                continue
            name = match[3]
            checks.check(name in listed, f"{match[1]}: {name} is writable; state belongs into ThreadState "
                                         "(or, with a reason, into tests/writable_symbols.txt)")
            listed[name] = True
    for name, seen in listed.items():
        checks.check(seen, f"tests/writable_symbols.txt: {name} no longer exists")
    checks.finish()


if __name__ == "__main__":
    main()
