print('ca begins')
early = 1
import cb
done = True
print('ca ends')
