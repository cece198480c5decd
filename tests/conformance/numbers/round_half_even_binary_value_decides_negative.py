# Round: half to even, binary value decides, negative digits, type of result.
print(round(2.5), round(3.5), round(2.675, 2), round(-0.5), round(1234.5, -2), round(5, -1), round(15, -1), round(1.0), round(1.0, 0))
