# stderr: exact
def load(path):
    with open(path) as f:
        return f.read()


print(load('no/such/file.txt'))
