# sys.exit() exits with 0.
import sys
print('bye')
sys.exit()
