# types: dynamic
# Each function at many points, as a checksum of what it gives there.
import cmath
import zlib
inf, nan = float("inf"), float("nan")
vals = [-inf, -1e308, -800.0, -709.5, -3.7, -1.0, -0.5, -1e-310, -0.0, 0.0, 1e-320, 0.3, 1.0, 2.0, 7.1, 710.2, 1e200, 1.7e308, inf, nan]
fs = [cmath.sqrt, cmath.acos, cmath.acosh, cmath.asin, cmath.asinh, cmath.atan, cmath.atanh, cmath.cos, cmath.cosh, cmath.sin, cmath.sinh, cmath.tan, cmath.tanh, cmath.exp, cmath.log, cmath.log10]
names = "sqrt acos acosh asin asinh atan atanh cos cosh sin sinh tan tanh exp log log10".split()
def shown(x):
    return "%.12e" % x if x == x else "nan"
def main():
    lines = []
    for name, f in zip(names, fs):
        if lines:
            print(len(lines), zlib.crc32("\n".join(lines).encode()))
        lines = []
        print(name)
        for re in vals:
            for im in vals:
                z = complex(re, im)
                try:
                    w = f(z)
                    lines.append(f"{z} {shown(w.real)} {shown(w.imag)}")
                except (ValueError, OverflowError) as e:
                    lines.append(f"{z} {type(e).__name__} {e}")
    for r in vals:
        for p in vals:
            try:
                w = cmath.rect(r, p)
                lines.append(f"rect {r} {p} {shown(w.real)} {shown(w.imag)}")
            except (ValueError, OverflowError) as e:
                lines.append(f"rect {r} {p} {type(e).__name__} {e}")
    print(len(lines), zlib.crc32("\n".join(lines).encode()))
    for z in (1, 2.5, 1j, True, -4, complex(-1, -0.0)):
        print(cmath.sqrt(z), cmath.phase(z), cmath.polar(z), cmath.isfinite(z), cmath.isnan(z), cmath.isinf(z))
    print(cmath.log(8, 2), cmath.log(1j, 10), cmath.isclose(1, 1 + 1e-10), cmath.isclose(1j, 2j), cmath.isclose(1, 1.1, rel_tol=0.2), cmath.isclose(inf, inf), cmath.isclose(nan, nan))
    print(cmath.pi, cmath.e, cmath.tau, cmath.inf, cmath.infj, cmath.nan, cmath.nanj)
    for bad in ("1", None, [1]):
        try: cmath.sqrt(bad)
        except TypeError as e: print(e)
    try: cmath.isclose(1, 2, rel_tol=-1)
    except ValueError as e: print(e)
main()
