# types: dynamic
# A tiny table store with a query language of chained calls.
class QueryError(Exception):
    pass


class Table:
    def __init__(self, name, columns):
        self.name = name
        self.columns = columns
        self.rows = []
        self.indexes = {}

    def insert(self, **values):
        unknown = set(values) - set(self.columns)
        if unknown:
            raise QueryError(f"no column {sorted(unknown)[0]!r} in {self.name}")
        row = {column: values.get(column) for column in self.columns}
        self.rows.append(row)
        for column, index in self.indexes.items():
            index.setdefault(row[column], []).append(row)
        return row

    def create_index(self, column):
        index = {}
        for row in self.rows:
            index.setdefault(row[column], []).append(row)
        self.indexes[column] = index

    def lookup(self, column, value):
        if column in self.indexes:
            return self.indexes[column].get(value, [])
        return [row for row in self.rows if row[column] == value]

    def query(self):
        return Query(self)


class Query:
    def __init__(self, table):
        self.table = table
        self.filters = []
        self.order = None
        self.count = None

    def where(self, condition):
        self.filters.append(condition)
        return self

    def order_by(self, column, descending=False):
        self.order = (column, descending)
        return self

    def limit(self, count):
        self.count = count
        return self

    def __iter__(self):
        rows = (row for row in self.table.rows if all(f(row) for f in self.filters))
        if self.order:
            column, descending = self.order
            rows = iter(sorted(rows, key=lambda row: row[column], reverse=descending))
        for i, row in enumerate(rows):
            if self.count is not None and i >= self.count:
                break
            yield row

    def select(self, *columns):
        return [tuple(row[c] for c in columns) for row in self]

    def group_by(self, column, aggregate):
        groups = {}
        for row in self:
            groups.setdefault(row[column], []).append(row)
        return {key: aggregate(rows) for key, rows in groups.items()}

    def join(self, other, on):
        result = []
        for row in self:
            for match in other.lookup(on, row[on]):
                merged = dict(row)
                merged.update(match)
                result.append(merged)
        return result


people = Table("people", ["name", "age", "city"])
data = """Ann,31,Paris
Bob,25,London
Cid,47,Paris
Dee,25,Berlin
Eve,38,London"""
for line in data.splitlines():
    name, age, city = line.split(",")
    people.insert(name=name, age=int(age), city=city)
people.insert(name="Fay")
cities = Table("cities", ["city", "country"])
for city, country in {"Paris": "France", "London": "UK", "Berlin": "Germany"}.items():
    cities.insert(city=city, country=country)
cities.create_index("city")

known = people.query().where(lambda r: r["age"] is not None)
print(known.select("name", "age"))
print(people.query().where(lambda r: r["age"] is not None).order_by("age", descending=True).limit(2).select("name"))
print(people.query().where(lambda r: r["city"] == "Paris").where(lambda r: r["age"] > 40).select("name", "city"))
print(known.group_by("city", len))
print(known.group_by("city", lambda rows: sum(r["age"] for r in rows) / len(rows)))
for row in people.query().where(lambda r: r["city"]).join(cities, "city"):
    print("{name} lives in {city}, {country}".format(**row))
print(people.lookup("city", "London"), cities.lookup("city", "Rome"))
try:
    people.insert(name="Gus", height=180)
except QueryError as error:
    print("error:", error)
print(len(people.rows), people.rows[-1])
