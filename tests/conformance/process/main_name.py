# The main module is called __main__.
import sys
print(__name__, len(sys.argv), sys.argv[1:])


def main():
    print('called')


if __name__ == '__main__':
    main()
