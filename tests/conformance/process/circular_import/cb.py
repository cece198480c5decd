print('cb begins')
import ca
seen = hasattr(ca, 'early'), hasattr(ca, 'done')
try:
    from ca import done
except ImportError as e:
    print(str(e).split(' (')[0])
print('cb ends')
