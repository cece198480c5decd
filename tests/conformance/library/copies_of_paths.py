import copy
from dataclasses import asdict, dataclass, replace
from pathlib import Path, PurePath


@dataclass
class Source:
    path: Path
    parts: list
    root: PurePath = PurePath("/srv")


source = Source(Path("a/b.txt"), [Path("c"), PurePath("d/e"), None])
data = asdict(source)
print(data, data["path"] == source.path, data["parts"] is source.parts)
print(replace(source, path=Path("z")), copy.copy(source.path), copy.deepcopy([source.path, source.root]))
print(copy.deepcopy({"x": source}) == {"x": source})
