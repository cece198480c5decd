# stderr: exact
# raise … from … prints both tracebacks.
def load(table, key):
    try:
        return table[key]
    except KeyError as e:
        raise ValueError('no ' + key) from e


load({}, 'k')
