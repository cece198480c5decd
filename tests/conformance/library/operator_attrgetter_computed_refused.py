# refused: K0401
import operator
import sys
name = sys.argv[0]
get = operator.attrgetter(name)
