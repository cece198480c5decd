# stderr: exact
# sys.exit with a string prints it on standard error and exits with 1.
import sys
print('a')
sys.exit('msg')
