"""Mirrors lib/**.py into the build and identifies the build: install_library.py LIB DESTINATION COMPILER.

DESTINATION also holds a folder with the runtime per target, which is left alone. Its file build-id
becomes the digest of the compiler and of everything under DESTINATION, so that the run cache forgets
programs that another compiler, runtime or library made.
"""
import hashlib
import pathlib
import sys


def mirror(source, destination):
    """Makes `destination` hold exactly the .py files of `source`; unchanged files keep their time stamp."""
    wanted = {path.relative_to(source) for path in source.rglob("*.py")}
    for folder in [entry for entry in source.iterdir() if entry.is_dir()]:
        for path in (destination / folder.name).rglob("*.py"):
            if path.relative_to(destination) not in wanted:
                path.unlink()
    for name in wanted:
        content = (source / name).read_bytes()
        target = destination / name
        if not target.exists() or target.read_bytes() != content:
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_bytes(content)


def identify(destination, compiler):
    digest = hashlib.sha256(compiler.read_bytes())
    for path in sorted(path for path in destination.rglob("*") if path.is_file()):
        if path.name != "build-id":
            digest.update(f"\0{path.relative_to(destination)}\0".encode())
            digest.update(hashlib.sha256(path.read_bytes()).digest())
    return digest.hexdigest()


def main(source, destination, compiler):
    destination = pathlib.Path(destination)
    destination.mkdir(parents=True, exist_ok=True)
    mirror(pathlib.Path(source), destination)
    (destination / "build-id").write_text(identify(destination, pathlib.Path(compiler)) + "\n")


if __name__ == "__main__":
    main(*sys.argv[1:])
