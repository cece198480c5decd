# Plug-ins that register themselves with decorators.
registry = {}
order = []


def plugin(name, version=1, **options):
    def register(function):
        if name in registry and registry[name]["version"] >= version:
            print(f"{name} {version} is older than what is registered")
            return function
        registry[name] = {"function": function, "version": version, "options": options}
        order.append(name)
        return function
    return register


def logged(function):
    def wrapper(*args, **kwargs):
        parts = [repr(a) for a in args] + [f"{k}={v!r}" for k, v in sorted(kwargs.items())]
        print(f"-> call({', '.join(parts)})")
        try:
            result = function(*args, **kwargs)
        except Exception as e:
            print(f"<- {type(e).__name__}: {e}")
            raise
        print(f"<- {result!r}")
        return result
    return wrapper


def retry(times):
    def decorator(function):
        def wrapper(*args):
            for attempt in range(1, times + 1):
                try:
                    return function(*args)
                except ValueError as e:
                    print(f"attempt {attempt} failed: {e}")
            return None
        return wrapper
    return decorator


@plugin("upper")
@logged
def upper(text):
    return text.upper()


@plugin("repeat", times=3)
def repeat(text, times=2):
    return text * times


@plugin("reverse", version=2)
def reverse(text):
    return text[::-1]


@plugin("reverse", version=1)
def old_reverse(text):
    return "".join(reversed(text))


@plugin("number")
@logged
def number(text):
    return str(int(text) + 1)


failures = 2


@plugin("flaky")
@retry(3)
def flaky(text):
    global failures
    if failures:
        failures -= 1
        raise ValueError(f"{failures} failures left")
    return text + "!"


def run(text, *names):
    for name in names:
        entry = registry.get(name)
        if entry is None:
            print("no plug-in", name)
            continue
        text = entry["function"](text, **entry["options"])
    return text


print(order)
print({name: entry["version"] for name, entry in registry.items()})
print(run("abc", "upper", "reverse", "missing", "repeat"))
print(run("x", "flaky"))
try:
    run("4x", "number")
except ValueError as e:
    print("failed:", e)
print(run("41", "number"))


class Plugin:
    plugins = {}

    @classmethod
    def register(cls, plugin):
        cls.plugins[plugin.__name__.lower()] = plugin
        return plugin

    def apply(self, value):
        raise NotImplementedError(f"{type(self).__name__}.apply")


@Plugin.register
class Doubler(Plugin):
    def apply(self, value):
        return value * 2


@Plugin.register
class Shifter(Plugin):
    def __init__(self, by=1):
        self.by = by

    def apply(self, value):
        return value + self.by


@Plugin.register
class Lazy(Plugin):
    pass


print(sorted(Plugin.plugins))
value = 5
for name in ("doubler", "shifter", "doubler", "lazy"):
    try:
        value = Plugin.plugins[name]().apply(value)
        print(name, value)
    except NotImplementedError as e:
        print("not implemented:", e)
