# Files that match patterns, in every combination of the options.
import glob
import os
from pathlib import Path

root = "glob_folder"
files = ["a.txt", "b.py", ".hidden", ".h/x.txt", "d/a.txt", "d/e/b.txt", "d/e/.q", "d/.r/s.py", "f/g/h/i.py", "f/[x].txt", "f/star*.txt", "f/q?"]
for name in files:
    os.makedirs(os.path.dirname(os.path.join(root, name)), exist_ok=True)
    with open(os.path.join(root, name), "w") as f:
        f.write(name)
patterns = ["*", "*.txt", "**", "**/*", "**/*.txt", "**/", "*/", "d/*", "d/**", "d/**/*.txt", "**/e/*", "*/*.txt", "*/*/", "?.py", "[ab].*", "[!a].*", ".*", ".h/*", "**/.*", "a.txt", "d",
            "d/", "none", "none/*", "a.txt/", "a.txt/*", "d/e/b.txt", "*/e", "*/none", "f/**/h", "f/**/**/i.py", "f/[[]x].txt", "f/*[*]*", "f/*[?]", "**/g/**", "./*", "d/./*", "d/../*.py", ""]
count = 0
for pattern in patterns:
    for recursive in (False, True):
        for hidden in (False, True):
            inside = sorted(glob.glob(pattern, root_dir=root, recursive=recursive, include_hidden=hidden))
            outside = sorted(glob.glob(os.path.join(root, pattern), recursive=recursive, include_hidden=hidden))
            print(repr(pattern), int(recursive), int(hidden), inside, outside if outside != [os.path.join(root, x) for x in inside] else "same")
            count += len(inside) + len(outside)
print(count)
print(sorted(glob.iglob("*.py", root_dir=Path(root))), [glob.escape(x) for x in ("a*b", "[x]", "plain?", "")], [glob.has_magic(x) for x in ("a", "*", "?", "[")])
print(glob.glob(os.path.join(glob.escape(root), "f", glob.escape("[x].txt"))), glob.glob(os.path.abspath(root) + "/a.*") == [os.path.abspath(root) + "/a.txt"])
for found in sorted(glob.glob(root + "/**", recursive=True, include_hidden=True), reverse=True):
    if os.path.isdir(found):
        os.rmdir(found)
    else:
        os.remove(found)
print(os.path.exists(root))
