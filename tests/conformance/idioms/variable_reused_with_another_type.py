# Variable reused with another type.
x = '5'; x = int(x); x = [x]; x = ','.join(map(str, x)); print(x)
