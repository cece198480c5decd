class TestCase:
    def __init__(self):
        self.seen = []

    def addCleanup(self, what):
        self.seen.append(what)


def main():
    print("main of the program")
