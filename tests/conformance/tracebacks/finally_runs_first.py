# stderr: exact
def work():
    try:
        return 1 / 0
    finally:
        print('cleaning up')


try:
    work()
finally:
    print('outer cleanup')
