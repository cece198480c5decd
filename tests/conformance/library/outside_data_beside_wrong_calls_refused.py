# refused: K0301
import json

data = json.loads("[1, 2]")
n = data[0] + 1
print("a" + 1, n)
