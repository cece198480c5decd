# What no clause handles leaves the function, after finally.
def g(kind):
    try:
        raise BaseExceptionGroup("b", [KeyboardInterrupt(), SystemExit(2), ValueError(1)])
    except* ValueError:
        print("v")
    finally:
        print("f")
g(1)
