# Re.match(...).group() and dict.get(...) arithmetic.
import re; d = {'a': 1}; print(re.match(r'(\d+)', '12ab').group(1), d.get('a') + 1, max(d, key=d.get))
