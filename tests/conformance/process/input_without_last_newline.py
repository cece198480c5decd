# The last line may lack its newline.
while True:
    try:
        line = input()
    except EOFError:
        print('end')
        break
    print(repr(line))
