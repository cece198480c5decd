# types: dynamic
import statistics as st
inf = float('inf'); nan = float('nan')
def t(f, *a, **k):
    try: print(f.__name__, repr(f(*a, **k)))
    except Exception as e: print(f.__name__, type(e).__name__, e)
for data in ([1, inf], [1.0, nan], [inf, -inf], [-inf, 2.5], [nan], [1, 2, 3]):
    for f in (st.mean, st.fmean, st.harmonic_mean, st.geometric_mean, st.variance, st.pvariance, st.stdev, st.pstdev, st.median, st.mode):
        t(f, data)
