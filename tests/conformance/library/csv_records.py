import csv
import io

data = "name,city,amount\nAnn,Rome,3.5\nBob,Oslo,4\n\nCid,Rome,1.25\n"
total = 0.0
by_city = {}
for row in csv.DictReader(io.StringIO(data)):
    total += float(row["amount"])
    by_city[row["city"]] = by_city.get(row["city"], 0) + 1
    print(row, row["name"].upper(), len(row))
print(total, by_city)
r = csv.DictReader(["a,b", "1,2,3", "", "4"])
print(r.fieldnames, r.line_num)
for row in r:
    print(row, r.line_num)
print(r.line_num)
print(list(csv.DictReader([])), csv.DictReader([]).fieldnames)
print(list(csv.DictReader(["1,2", "3"], ["x", "y"], restval="none")))
print(list(csv.DictReader(["1,2,3,4"], fieldnames=("x", "y"), restkey="more")))
print(list(csv.DictReader(["x;y", "1;2"], delimiter=";")))
print(list(csv.DictReader(["x\ty", "1\t2"], dialect="excel-tab")))
print(sorted(csv.DictReader(io.StringIO(data)), key=lambda row: row["name"], reverse=True)[0]["name"])

out = io.StringIO()
w = csv.DictWriter(out, fieldnames=["a", "b"], restval="-")
print(w.writeheader(), w.writerow({"a": 1, "b": "x,y"}), w.writerow({"a": None}))
w.writerows([{"b": 2.5, "a": "q"}, {}])
print(repr(out.getvalue()))
try:
    w.writerow({"a": 1, "z": 2})
except ValueError as e:
    print(e)
w = csv.DictWriter(out, ["a"], extrasaction="ignore", lineterminator="\n", quoting=csv.QUOTE_ALL)
w.writerow({"a": 1, "z": 2})
print(repr(out.getvalue()))
try:
    csv.DictWriter(out, ["a"], extrasaction="foo")
except ValueError as e:
    print(e)
with open("/tmp/krait_csv_records.csv", "w", newline="") as f:
    csv.writer(f).writerows([["a", "b"], [1, "two\nlines"]])
with open("/tmp/krait_csv_records.csv", newline="") as f:
    print(f.read().encode())
with open("/tmp/krait_csv_records.csv", newline="") as f:
    header, *rest = csv.reader(f)
    print(header, rest)
reader = csv.reader(io.StringIO(data))
header = next(reader)
print({name: [row[i] for row in csv.reader(io.StringIO(data)) if row][1:] for i, name in enumerate(header)})
