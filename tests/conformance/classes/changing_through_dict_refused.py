# refused: K0401
class Options:
    def __init__(self, **given):
        self.verbose = False
        self.__dict__.update(given)


print(Options(verbose=True).verbose)
