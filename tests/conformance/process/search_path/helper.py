print('helper imported as', __name__)
