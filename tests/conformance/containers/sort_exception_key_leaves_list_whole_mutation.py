# Sort: exception in key leaves the list whole; mutation is detected; list is empty meanwhile.
l = [3, 2, 1]
try: l.sort(key=lambda v: 1 // (v - 2))
except ZeroDivisionError: print(l)
l = [3, 1, 2]
try: l.sort(key=lambda v: l.append(1) or v)
except ValueError as e: print(e, l)
l = [2, 1]; seen = []; l.sort(key=lambda v: seen.append(len(l)) or v); print(seen)
