// The math module's functions: CPython's checks and special cases around math_core.h.
#include "abi.h"
#include "core/bigint.h"
#include "core/exception.h"
#include "core/math_core.h"

extern "C" {
double exp2(double);
double expm1(double);
double log1p(double);
double erf(double);
double erfc(double);
double nextafter(double, double);
double frexp(double, int*);
double scalbn(double, int);
double remainder(double, double);
}

namespace krait::rt {
namespace {

constexpr double kPi = 3.141592653589793238462643383279502884197;
constexpr double kLogPi = 1.144729885849400174143427351353058711647;

Result<double> domainError() { return failed<double>(raiseValueError("math domain error")); }
Result<double> rangeError() { return failed<double>(raiseOverflowError("math range error")); }

// A NaN or an infinity out of nothing is an error: infinity an overflow if the function can
// overflow.
KR_INLINE Result<double> checked(double x, double r, bool can_overflow) {
  if (KR_LIKELY(__builtin_isfinite(r))) return {r, nullptr};
  if (__builtin_isnan(r)) {
    if (!__builtin_isnan(x)) return domainError();
  } else if (__builtin_isfinite(x)) {
    return can_overflow ? rangeError() : domainError();
  }
  return {r, nullptr};
}

// log of an int that may exceed the range of floats: of its leading bits, plus the exponent's part.
Result<double> logInt(Int v, double (*function)(double)) {
  if (intSign(v) <= 0) return domainError();
  double d;
  if (intToDouble(v, &d)) return {function(d), nullptr};
  int64_t e = intBitLength(v);
  Owned top(intShiftRight(v, static_cast<uint64_t>(e - 64)));
  Owned back(intShiftLeft(top, static_cast<uint64_t>(e - 64)));
  // 64 bits and a sticky one, rounded once.
  bool sticky = intCompare(back, v) != 0;
  Limb limb = 0;
  intToU64(top, &limb);
  roundToDouble(limb, -64, sticky, false, &d);
  return {function(d) + function(2.0) * static_cast<double>(e), nullptr};
}

// sin(pi x), exact in the reduction.
double sinPi(double x) {
  double y = floatRemainder(__builtin_fabs(x), 2.0), r = 0;
  switch (static_cast<int>(__builtin_round(2.0 * y))) {
    case 0:
      r = mathSin(kPi * y);
      break;
    case 1:
      r = mathCos(kPi * (y - 0.5));
      break;
    case 2:
      r = mathSin(kPi * (1.0 - y));
      break;  // not sin(pi (y - 1)): -0.0 for even integers
    case 3:
      r = -mathCos(kPi * (y - 1.5));
      break;
    case 4:
      r = mathSin(kPi * (y - 2.0));
      break;
  }
  return __builtin_copysign(1.0, x) * r;
}

// Lanczos' approximation with g = 6.0246…, N = 13 (G. Pugh's thesis, V. Godfrey's coefficients).
constexpr double kLanczosG = 6.024680040776729583740234375;
constexpr double kLanczosGMinusHalf = 5.524680040776729583740234375;
constexpr double kLanczosNum[] = {23531376880.410759688572007674451636754734846804940,
                                  42919803642.649098768957899047001988850926355848959,
                                  35711959237.355668049440185451547166705960488635843,
                                  17921034426.037209699919755754458931112671403265390,
                                  6039542586.3520280050642916443072979210699388420708,
                                  1439720407.3117216736632230727949123939715485786372,
                                  248874557.86205415651146038641322942321632125127801,
                                  31426415.585400194380614231628318205362874684987640,
                                  2876370.6289353724412254090516208496135991145378768,
                                  186056.26539522349504029498971604569928220784236328,
                                  8071.6720023658162106380029022722506138218516325024,
                                  210.82427775157934587250973392071336271166969580291,
                                  2.5066282746310002701649081771338373386264310793408};
constexpr double kLanczosDen[] = {0.0,        39916800.0, 120543840.0, 150917976.0, 105258076.0,
                                  45995730.0, 13339535.0, 2637558.0,   357423.0,    32670.0,
                                  1925.0,     66.0,       1.0};

double lanczosSum(double x) {
  double num = 0, den = 0;
  if (x < 5.0) {
    for (int i = 13; --i >= 0;) {
      num = num * x + kLanczosNum[i];
      den = den * x + kLanczosDen[i];
    }
  } else {
    for (int i = 0; i < 13; i++) {
      num = num / x + kLanczosNum[i];
      den = den / x + kLanczosDen[i];
    }
  }
  return num / den;
}

double factorialDouble(int n) {  // n <= 22, exact
  double r = 1;
  for (int i = 2; i <= n; i++) r *= i;
  return r;
}

enum MathError { kNone, kDomain, kRange };

double gammaOf(double x, MathError* error) {
  *error = kNone;
  if (!__builtin_isfinite(x)) {
    if (__builtin_isnan(x) || x > 0) return x;
    *error = kDomain;
    return __builtin_nan("");
  }
  if (x == 0) {
    *error = kDomain;
    return __builtin_copysign(__builtin_inf(), x);
  }
  if (x == __builtin_floor(x)) {
    if (x < 0) {
      *error = kDomain;
      return __builtin_nan("");
    }
    if (x <= 23) return factorialDouble(static_cast<int>(x) - 1);
  }
  double a = __builtin_fabs(x);
  if (a < 1e-20) {
    double r = 1.0 / x;
    if (__builtin_isinf(r)) *error = kRange;
    return r;
  }
  if (a > 200.0) {
    if (x < 0) return 0.0 / sinPi(x);
    *error = kRange;
    return __builtin_inf();
  }
  double y = a + kLanczosGMinusHalf, z;
  if (a > kLanczosGMinusHalf) {  // z: the error of y's rounding
    double q = y - a;
    z = q - kLanczosGMinusHalf;
  } else {
    double q = y - kLanczosGMinusHalf;
    z = q - a;
  }
  z = z * kLanczosG / y;
  double r;
  if (x < 0) {
    r = -kPi / sinPi(a) / a * mathExp(y) / lanczosSum(a);
    r -= z * r;
    if (a < 140.0) {
      r /= mathPow(y, a - 0.5);
    } else {
      double root = mathPow(y, a / 2.0 - 0.25);
      r /= root;
      r /= root;
    }
  } else {
    r = lanczosSum(a) / mathExp(y);
    r += z * r;
    if (a < 140.0) {
      r *= mathPow(y, a - 0.5);
    } else {
      double root = mathPow(y, a / 2.0 - 0.25);
      r *= root;
      r *= root;
    }
  }
  if (__builtin_isinf(r)) *error = kRange;
  return r;
}

double lgammaOf(double x, MathError* error) {
  *error = kNone;
  if (!__builtin_isfinite(x)) return __builtin_isnan(x) ? x : __builtin_inf();
  if (x == __builtin_floor(x) && x <= 2.0) {
    if (x <= 0) {
      *error = kDomain;
      return __builtin_inf();
    }
    return 0.0;
  }
  double a = __builtin_fabs(x);
  if (a < 1e-20) return -mathLog(a);
  double r = mathLog(lanczosSum(a)) - kLanczosG;
  r += (a - 0.5) * (mathLog(a + kLanczosG - 0.5) - 1);
  if (x < 0) r = kLogPi - mathLog(__builtin_fabs(sinPi(a))) - mathLog(a) - r;
  if (__builtin_isinf(r)) *error = kRange;
  return r;
}

Result<double> withError(double r, MathError error) {
  if (error == kDomain) return domainError();
  if (error == kRange) return rangeError();
  return {r, nullptr};
}

// The Euclidean norm as math.hypot and dist compute it (R. Hettinger): scaled by a power of two,
// squares split exactly, one corrected square root.
double vectorNorm(const double* values, int64_t n, double largest, bool found_nan) {
  if (__builtin_isinf(largest)) return largest;
  if (found_nan) return __builtin_nan("");
  if (largest == 0.0 || n <= 1) return largest;
  int exponent;
  frexp(largest, &exponent);
  if (exponent < -1023) {  // subnormal: scale up first
    double* scaled = static_cast<double*>(kr_buf_alloc(n * 8));
    for (int64_t i = 0; i < n; i++) scaled[i] = values[i] / 2.2250738585072014e-308;
    double r =
        2.2250738585072014e-308 * vectorNorm(scaled, n, largest / 2.2250738585072014e-308, false);
    kr_buf_free(scaled, n * 8);
    return r;
  }
  double scale = scalbn(1.0, -exponent);
  double sum = 1.0, frac1 = 0, frac2 = 0, frac3 = 0;
  auto add = [&](double hi) {  // Veltkamp-Dekker square of hi added exactly
    double t = hi * 134217729.0;
    double high = t - (t - hi), low = hi - high;
    auto step = [&](double v, double* frac) {
      double old = sum;
      sum += v;
      *frac += (old - sum) + v;
    };
    step(high * high, &frac1);
    step(2.0 * high * low, &frac2);
    frac3 += low * low;
  };
  for (int64_t i = 0; i < n; i++) add(__builtin_fabs(values[i]) * scale);
  double h = __builtin_sqrt(sum - 1.0 + (frac1 + frac2 + frac3));
  // One differential correction: h + (sum - h*h) / (2 h).
  double t = h * 134217729.0;
  double high = t - (t - h), low = h - high;
  auto step = [&](double v, double* frac) {
    double old = sum;
    sum += v;
    *frac += (old - sum) + v;
  };
  step(-high * high, &frac1);
  step(-2.0 * high * low, &frac2);
  step(-low * low, &frac3);
  double x = sum - 1.0 + (frac1 + frac2 + frac3);
  return (h + x / (2.0 * h)) / scale;
}

}  // namespace
}  // namespace krait::rt

using namespace krait::rt;

extern "C" {

#define CHECKED(name, function, can_overflow) \
  Result<double> kr_math_##name(double x) { return checked(x, function(x), can_overflow); }
CHECKED(exp, mathExp, true)
CHECKED(exp2, exp2, true)
CHECKED(expm1, expm1, true)
CHECKED(sin, mathSin, false)
CHECKED(cos, mathCos, false)
CHECKED(tan, mathTan, false)
CHECKED(asin, mathAsin, false)
CHECKED(acos, mathAcos, false)
CHECKED(sinh, mathSinh, true)
CHECKED(cosh, mathCosh, true)
CHECKED(acosh, mathAcosh, false)
CHECKED(atanh, mathAtanh, false)
CHECKED(log1p, log1p, false)
CHECKED(log, mathLog, false)
CHECKED(log2, mathLog2, false)
CHECKED(log10, mathLog10, false)
Result<double> kr_math_sqrt(double x) {
  if (KR_UNLIKELY(x < 0)) return domainError();
  return {__builtin_sqrt(x), nullptr};
}
double kr_math_atan(double x) { return mathAtan(x); }
double kr_math_atan2(double y, double x) { return mathAtan2(y, x); }
double kr_math_tanh(double x) { return mathTanh(x); }
double kr_math_asinh(double x) { return mathAsinh(x); }
double kr_math_erf(double x) { return erf(x); }
double kr_math_erfc(double x) { return erfc(x); }
double kr_math_cbrt(double x) { return mathCbrt(x); }

Result<double> kr_math_log_int(Int v) { return logInt(v, mathLog); }
Result<double> kr_math_log2_int(Int v) { return logInt(v, mathLog2); }
Result<double> kr_math_log10_int(Int v) { return logInt(v, mathLog10); }

Result<double> kr_math_gamma(double x) {
  MathError error;
  double r = gammaOf(x, &error);
  return withError(r, error);
}
Result<double> kr_math_lgamma(double x) {
  MathError error;
  double r = lgammaOf(x, &error);
  return withError(r, error);
}

Result<double> kr_math_pow(double x, double y) {
  if (!__builtin_isfinite(x) || !__builtin_isfinite(y)) {
    double r = 0;
    if (__builtin_isnan(x)) {
      r = y == 0 ? 1.0 : x;
    } else if (__builtin_isnan(y)) {
      r = x == 1 ? 1.0 : y;
    } else if (__builtin_isinf(x)) {
      bool odd = __builtin_isfinite(y) && floatRemainder(__builtin_fabs(y), 2.0) == 1.0;
      if (y > 0)
        r = odd ? x : __builtin_fabs(x);
      else if (y == 0)
        r = 1.0;
      else
        r = odd ? __builtin_copysign(0.0, x) : 0.0;
    } else {
      double a = __builtin_fabs(x);
      if (a == 1.0)
        r = 1.0;
      else if (y > 0 && a > 1.0)
        r = y;
      else if (y < 0 && a < 1.0)
        r = x == 0 ? __builtin_inf() : -y;
      else
        r = 0.0;
    }
    return {r, nullptr};
  }
  double r = mathPow(x, y);
  if (__builtin_isnan(r)) return domainError();
  if (__builtin_isinf(r)) return x == 0 ? domainError() : rangeError();
  return {r, nullptr};
}

Result<double> kr_math_fmod(double x, double y) {
  if (__builtin_isinf(y) && __builtin_isfinite(x)) return {x, nullptr};
  if (y == 0 || __builtin_isinf(x)) {
    if (__builtin_isnan(x) || __builtin_isnan(y)) return {x + y, nullptr};
    return domainError();
  }
  if (__builtin_isnan(x) || __builtin_isnan(y)) return {x + y, nullptr};
  return {floatRemainder(x, y), nullptr};
}

Result<double> kr_math_remainder(double x, double y) {
  if (__builtin_isnan(x)) return {x, nullptr};
  if (__builtin_isnan(y)) return {y, nullptr};
  if (__builtin_isinf(x) || y == 0) return domainError();
  if (__builtin_isinf(y)) return {x, nullptr};
  return {remainder(x, y), nullptr};
}

double kr_math_copysign(double x, double y) { return __builtin_copysign(x, y); }
double kr_math_fabs(double x) { return __builtin_fabs(x); }
double kr_math_frexp(double x, void* exponent) {
  int e = 0;
  double m = __builtin_isfinite(x) && x != 0 ? frexp(x, &e) : x;
  storeAs<int64_t>(exponent, e);
  return m;
}
Result<double> kr_math_ldexp(double x, Int exponent) {
  int64_t e;
  if (!intToI64(exponent, &e)) e = intSign(exponent) < 0 ? INT64_MIN : INT64_MAX;
  if (x == 0 || !__builtin_isfinite(x)) return {x, nullptr};
  if (e > INT32_MAX) return rangeError();
  if (e < INT32_MIN) return {__builtin_copysign(0.0, x), nullptr};
  double r = scalbn(x, static_cast<int>(e));
  if (__builtin_isinf(r)) return rangeError();
  return {r, nullptr};
}
double kr_math_modf(double x, void* whole) {
  double w = __builtin_trunc(x);
  storeAs(whole, w);
  if (__builtin_isinf(x)) return __builtin_copysign(0.0, x);
  return __builtin_copysign(x - w, x);
}
double kr_math_nextafter(double x, double y) { return nextafter(x, y); }
double kr_math_ulp(double x) {
  if (__builtin_isnan(x)) return x;
  x = __builtin_fabs(x);
  if (__builtin_isinf(x)) return x;
  double next = nextafter(x, __builtin_inf());
  if (__builtin_isinf(next)) return x - nextafter(x, -__builtin_inf());
  return next - x;
}

double kr_math_hypot_n(void* values, int64_t n) {
  auto* v = static_cast<const double*>(values);
  double largest = 0;
  bool found_nan = false;
  for (int64_t i = 0; i < n; i++) {
    double a = __builtin_fabs(v[i]);
    found_nan |= __builtin_isnan(a);
    if (a > largest) largest = a;
  }
  return vectorNorm(v, n, largest, found_nan);
}
double kr_math_hypot(double x, double y) {
  double v[2] = {x, y};
  return kr_math_hypot_n(v, 2);
}

// Shewchuk's exact summation with CPython's rounding fix.
Result<double> kr_math_fsum(void* values, int64_t count) {
  auto* v = static_cast<const double*>(values);
  double local[64];
  double* p = local;
  int64_t n = 0, room = 64;
  double special = 0, infinities = 0;
  auto release_partials = [&] {
    if (p != local) kr_buf_free(p, room * 8);
  };
  for (int64_t k = 0; k < count; k++) {
    double x = v[k], given = x;
    int64_t i = 0;
    for (int64_t j = 0; j < n; j++) {
      double y = p[j];
      if (__builtin_fabs(x) < __builtin_fabs(y)) swap(x, y);
      double hi = x + y, lo = y - (hi - x);
      if (lo != 0.0) p[i++] = lo;
      x = hi;
    }
    n = i;
    if (x == 0.0) continue;
    if (!__builtin_isfinite(x)) {
      if (__builtin_isfinite(given)) {
        release_partials();
        return failed<double>(raiseOverflowError("intermediate overflow in fsum"));
      }
      if (__builtin_isinf(given)) infinities += given;
      special += given;
      n = 0;
      continue;
    }
    if (n == room) {
      auto* q = static_cast<double*>(kr_buf_alloc(room * 16));
      memcpy(q, p, static_cast<size_t>(room) * 8);
      release_partials();
      p = q;
      room *= 2;
    }
    p[n++] = x;
  }
  if (special != 0.0) {
    release_partials();
    if (__builtin_isnan(infinities)) return failed<double>(raiseValueError("-inf + inf in fsum"));
    return {special, nullptr};
  }
  double hi = 0, lo = 0;
  if (n > 0) {
    hi = p[--n];
    while (n > 0) {
      double x = hi, y = p[--n];
      hi = x + y;
      lo = y - (hi - x);
      if (lo != 0.0) break;
    }
    // Half-way cases: the next partial decides.
    if (n > 0 && ((lo < 0.0 && p[n - 1] < 0.0) || (lo > 0.0 && p[n - 1] > 0.0))) {
      double y = lo * 2.0, x = hi + y;
      if (y == x - hi) hi = x;
    }
  }
  release_partials();
  return {hi, nullptr};
}

// ---- combinatorics ----

// low * (low + step) * … over [low, high), by halves.
static Int productOf(int64_t low, int64_t high) {
  if (high - low <= 8) {
    Owned r(newInt(low));
    for (int64_t i = low + 1; i < high; i++) {
      Owned f(newInt(i));
      r.set(intMul(r, f));
    }
    return r.take();
  }
  int64_t middle = low + (high - low) / 2;
  Owned a(productOf(low, middle)), b(productOf(middle, high));
  return intMul(a, b);
}

Result<Int> kr_math_factorial(Int v) {
  if (intSign(v) < 0) {
    return failed<Int>(raiseValueError("factorial() not defined for negative values"));
  }
  if (!isSmall(v)) {
    return failed<Int>(
        raiseOverflowError("factorial() argument should not exceed 9223372036854775807"));
  }
  int64_t n = smallValue(v);
  if (n < 2) return {makeSmall(1), nullptr};
  return {productOf(1, n + 1), nullptr};
}

Result<Int> kr_math_perm(Int n, Int k) {
  if (intSign(n) < 0) return failed<Int>(raiseValueError("n must be a non-negative integer"));
  if (intSign(k) < 0) return failed<Int>(raiseValueError("k must be a non-negative integer"));
  if (intCompare(n, k) < 0) return {makeSmall(0), nullptr};
  if (k == 0) return {makeSmall(1), nullptr};
  if (!isSmall(k)) {
    return failed<Int>(raiseFormat(KR_TID(OverflowError), "k must not exceed %ld", INT64_MAX));
  }
  if (isSmall(n)) return {productOf(smallValue(n) - smallValue(k) + 1, smallValue(n) + 1), nullptr};
  Owned r(retained(n)), factor(retained(n));
  for (int64_t i = smallValue(k); i > 1; i--) {
    factor.set(intSub(factor, makeSmall(1)));
    r.set(intMul(r, factor));
  }
  return {r.take(), nullptr};
}

Result<Int> kr_math_comb(Int n, Int k) {
  if (intSign(n) < 0) return failed<Int>(raiseValueError("n must be a non-negative integer"));
  if (intSign(k) < 0) return failed<Int>(raiseValueError("k must be a non-negative integer"));
  Owned other(intSub(n, k));
  if (intSign(other) < 0) return {makeSmall(0), nullptr};
  Owned smaller(retained(intCompare(other, k) < 0 ? static_cast<Int>(other) : k));
  if (!isSmall(smaller)) {
    return failed<Int>(
        raiseFormat(KR_TID(OverflowError), "min(n - k, k) must not exceed %ld", INT64_MAX));
  }
  if (smaller == 0) return {makeSmall(1), nullptr};
  auto top = kr_math_perm(n, smaller);
  if (top.error) return top;
  Owned numerator(top.value), denominator(productOf(1, smallValue(smaller) + 1));
  return abi::kr_int_floordiv(numerator, denominator);
}

}  // extern "C"
