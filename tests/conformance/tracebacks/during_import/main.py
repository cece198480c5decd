# stderr: exact
print('before')
import broken

print('never')
