print("texts run")


def shout(x):
    return x.upper() + "!"
