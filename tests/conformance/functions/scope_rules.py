# Global, nonlocal, shadowing, names defined later, conditional definitions.
counter = 0
name = 'global'


def bump():
    global counter
    counter += 1
    return counter


def shadow():
    name = 'local'
    return name


def reader():
    return name


def late():
    return defined_later + 1


def make_global():
    global created
    created = 'created in a function'


for _ in range(3):
    bump()
print(counter, shadow(), name, reader())
defined_later = 41
print(late())
make_global()
print(created)
name = 'changed'
print(reader())


def use_before():
    try:
        print(value)
    except UnboundLocalError as e:
        print(e)
    value = 1
    return value


print(use_before())
try:
    undefined_function()
except NameError as e:
    print(e)


def list_is_shadowed(list):
    return [len(list), max(list)]


print(list_is_shadowed([1, 5]), list('ab'))
if counter > 2:
    def chosen():
        return 'first'
else:
    def chosen():
        return 'second'
print(chosen())
for i in range(3):
    last = i * 10
print(i, last)
total = 0
def add(n):
    global total
    total += n
    if n:
        add(n - 1)
add(4)
print(total)
