"""What is known of the packages beside the program: their names and versions, as they were when it was compiled."""


class PackageNotFoundError(ModuleNotFoundError):
    """There is no package of that name."""

    def __str__(self):
        return "No package metadata was found for " + self._missing()

    def _missing(self):
        for name in self.args:
            return str(name)
        return ""


def _normalized(name):
    # PEP 503: case and runs of '-', '_' and '.' do not count.
    out = ""
    for c in name.lower():
        if c in "-_.":
            if not out.endswith("-"):
                out += "-"
        else:
            out += c
    return out


def version(distribution_name):
    """The version of an installed package."""
    if not isinstance(distribution_name, str):
        _k.type_error("the name of a package is a str, not " + _k.type_name(distribution_name))
    if not distribution_name:
        raise ValueError("A distribution name is required.")
    wanted = _normalized(distribution_name)
    for line in _k.distributions().split("\n"):
        name, _, number = line.partition(" ")
        if name and _normalized(name) == wanted:
            return number
    raise PackageNotFoundError(distribution_name)


def metadata(distribution_name):
    _k.refuse("importlib.metadata.metadata()")


def distribution(distribution_name):
    _k.refuse("importlib.metadata.distribution()")


def entry_points(**params):
    _k.refuse("importlib.metadata.entry_points()")


def files(distribution_name):
    _k.refuse("importlib.metadata.files()")


def requires(distribution_name):
    _k.refuse("importlib.metadata.requires()")
