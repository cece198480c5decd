# Records as tuples and dicts: averages, ranks, groups, a report.
students = [('Ann', [90, 85.5, 77]), ('Bob', [60, 72]), ('Cid', []), ('Dora', [100])]


def average(grades):
    return sum(grades) / len(grades) if grades else None


report = {}
for name, grades in students:
    report[name] = {'grades': grades, 'mean': average(grades), 'best': max(grades, default='-')}
for name, row in report.items():
    mean = row['mean']
    text = f'{mean:6.2f}' if mean is not None else '   n/a'
    print(f"{name:<6}{text} {row['best']!s:>6} {'*' * int(mean // 10) if mean else ''}")
graded = [n for n in report if report[n]['mean'] is not None]
ranking = sorted(graded, key=lambda n: report[n]['mean'], reverse=True)
for place, name in enumerate(ranking, start=1):
    print(place, name)
overall = [g for _, grades in students for g in grades]
print(len(overall), average(overall), min(overall), max(overall), sorted(overall))
groups = {'high': [], 'low': [], 'none': []}
for name, row in report.items():
    if row['mean'] is None:
        groups['none'].append(name)
    elif row['mean'] >= 80:
        groups['high'].append(name)
    else:
        groups['low'].append(name)
print(groups)
students[2][1].append(50)
students.append(('Eve', [70] * 3))
print([(n, average(g)) for n, g in students], report['Cid']['grades'], report['Cid']['mean'])
names, all_grades = zip(*students)
print(names, [len(g) for g in all_grades], dict(students)['Eve'])
