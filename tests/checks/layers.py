"""Checks that every folder of the compiler includes only those below it."""
import pathlib
import re
import sys

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent.parent))
from check_support import ROOT, Checks

# Below these come fewer layers than the order of the build would allow.
ONLY = {
    "mir": {"base", "source", "diag"},
    "passes": {"base", "source", "diag", "mir"},
    "codegen": {"base", "source", "diag", "mir"},
    "link": {"base"},
}
LLVM_USERS = {"codegen", "link"}


def main():
    checks = Checks()
    text = (ROOT / "CMakeLists.txt").read_text()
    layers = re.search(r"set\(KRAIT_LAYERS ([^)]*)\)", text)[1].split()
    for folder in sorted((ROOT / "compiler").iterdir()):
        checks.check(folder.name in layers, f"{folder} is no layer of CMakeLists.txt")
        if folder.name not in layers:
            continue
        below = ONLY.get(folder.name, set(layers[: layers.index(folder.name)])) | {folder.name}
        for path in sorted(folder.rglob("*")):
            if path.suffix not in {".h", ".cpp", ".inc", ".def"}:
                continue
            for number, line in enumerate(path.read_text(errors="replace").splitlines(), 1):
                match = re.match(r'\s*#\s*include\s+["<]([^">]+)[">]', line)
                if not match:
                    continue
                top = match[1].split("/")[0]
                place = f"{path.relative_to(ROOT)}:{number}"
                if top in layers:
                    checks.check(top in below, f"{place}: {folder.name} may not include {match[1]}")
                elif top in {"llvm", "llvm-c", "lld"}:
                    checks.check(folder.name in LLVM_USERS, f"{place}: only codegen and link may use LLVM")
    checks.finish()


if __name__ == "__main__":
    main()
