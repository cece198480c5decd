# Dict changed during iteration.
d = {1: 1}
try:
    for k in d: d[k+1] = 1
except RuntimeError as e: print(e)
d = {1: 1, 2: 2}
try:
    for k in d: del d[k]; d[k+10] = 1
except RuntimeError as e: print(e)
s = {1}
try:
    for k in s: s.add(k+100)
except RuntimeError as e: print(e)
