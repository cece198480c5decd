// exp, log and pow are the table-driven algorithms of Szabolcs Nagy's optimized routines, with
// fused multiply-add, on the tables that musl has for its own (unfused) ones: glibc, and so
// CPython, uses the fused forms wherever the CPU has them, and the last bit shows. The hyperbolic
// functions and log10 follow Sun's fdlibm as glibc does. sin, cos, tan, asin, acos, atan2, hypot
// are LLVM's libc (symbols renamed kr_llvm_*), which are correctly rounded or nearly so.
#include "core/math_core.h"

#include "core/support.h"
#include "core/thread_state.h"

#define KR_FMA __attribute__((target("fma,avx2")))

extern "C" {
double exp(double);
double log(double);
double log2(double);
double pow(double, double);
double expm1(double);
double log1p(double);
double cbrt(double);
double kr_llvm_sin(double);
double kr_llvm_cos(double);
double kr_llvm_tan(double);
double kr_llvm_asin(double);
double kr_llvm_acos(double);
double kr_llvm_atan2(double, double);
double kr_llvm_hypot(double, double);

// musl's tables.
extern const struct {
  double inv_ln2_n, shift, neg_ln2_hi_n, neg_ln2_lo_n;
  double poly[4];
  double exp2_shift, exp2_poly[5];
  uint64_t table[2 * 128];
} __exp_data;
extern const struct {
  double ln2_hi, ln2_lo;
  double poly[5];
  double near_one[11];
  struct {
    double inv_c, log_c;
  } table[128];
} __log_data;
extern const struct {
  double ln2_hi, ln2_lo;
  double poly[7];
  struct {
    double inv_c, pad, log_c, log_c_tail;
  } table[128];
} __pow_log_data;
extern const struct {
  double inv_ln2_hi, inv_ln2_lo;
  double poly[6];
  double near_one[10];
  struct {
    double inv_c, log_c;
  } table[64];
} __log2_data;
}

namespace krait::rt {
namespace {

KR_INLINE bool haveFma() { return kr_cpu_features & kCpuFma; }
KR_INLINE uint64_t bits(double d) { return bitCast<uint64_t>(d); }
KR_INLINE double number(uint64_t b) { return bitCast<double>(b); }
KR_INLINE uint32_t top12(double d) { return static_cast<uint32_t>(bits(d) >> 52); }
KR_FMA KR_INLINE double fma(double a, double b, double c) { return __builtin_fma(a, b, c); }

// 2**(k / 128) * (1 + tmp) where the scale alone would leave the range.
KR_FMA double scaleFar(double tmp, uint64_t scale_bits, uint64_t ki) {
  if (!(ki & 0x80000000)) {  // k > 0
    double scale = number(scale_bits - (uint64_t{1009} << 52));
    return 0x1p1009 * fma(scale, tmp, scale);
  }
  scale_bits += uint64_t{1022} << 52;
  double scale = number(scale_bits);
  double y = fma(scale, tmp, scale);
  double size = __builtin_fabs(y);
  if (size < 1.0) {  // subnormal: round once
    double one = y < 0 ? -1.0 : 1.0;
    double low = fma(scale, tmp, scale - y);
    double high = one + y;
    low = one - high + y + low;
    y = (high + low) - one;
    if (y == 0) y = number(scale_bits & uint64_t{1} << 63);
  }
  return 0x1p-1022 * y;
}

// exp(x + tail), its sign flipped by `sign` (the sign bit's weight in the table's scale).
KR_FMA KR_INLINE double expWithTail(double x, double tail, uint64_t sign, bool has_tail) {
  uint32_t size = top12(x) & 0x7ff;
  bool far = false;
  uint32_t low = top12(0x1p-54);
  if (size - low >= top12(512.0) - low) {
    if (size - low >= 0x80000000) {
      double one = has_tail ? 1.0 : 1.0 + x;
      return sign ? -one : one;
    }
    if (size >= top12(1024.0)) {
      double r = bits(x) >> 63 ? 0.0 : __builtin_inf();
      if (!has_tail && x != x) r = x;
      return sign ? -r : r;
    }
    far = true;
  }
  const auto& t = __exp_data;
  double kd = fma(t.inv_ln2_n, x, t.shift);
  uint64_t ki = bits(kd);
  kd -= t.shift;
  double r = fma(kd, t.neg_ln2_lo_n, fma(kd, t.neg_ln2_hi_n, x));
  if (has_tail) r += tail;
  uint64_t index = 2 * (ki % 128);
  uint64_t scale_bits = t.table[index + 1] + ((ki + sign) << 45);
  double r2 = r * r;
  double tmp = fma(r2, fma(r, t.poly[1], t.poly[0]), number(t.table[index]) + r);
  tmp = fma(r2 * r2, fma(r, t.poly[3], t.poly[2]), tmp);
  if (KR_UNLIKELY(far)) return scaleFar(tmp, scale_bits, ki);
  double scale = number(scale_bits);
  return fma(scale, tmp, scale);
}

KR_FMA double expFused(double x) { return expWithTail(x, 0, 0, false); }

KR_FMA double logFused(double x) {
  const auto& t = __log_data;
  uint64_t ix = bits(x);
  constexpr uint64_t kLow = 0x3fee000000000000;   // 1 - 2**-4
  constexpr uint64_t kHigh = 0x3ff1090000000000;  // 1 + 0x1.09p-4
  if (ix - kLow < kHigh - kLow) {
    if (x == 1.0) return 0;
    const double* b = t.near_one;
    double r = x - 1.0, r2 = r * r, r3 = r * r2;
    double p4 = fma(r3, b[10], fma(r2, b[9], fma(r, b[8], b[7])));
    double p3 = fma(r3, p4, fma(r2, b[6], fma(r, b[5], b[4])));
    double p2 = fma(r3, p3, fma(r2, b[3], fma(r, b[2], b[1])));
    double w = r * 0x1p27;
    double r_hi = r + w - w, r_lo = r - r_hi;
    w = r_hi * r_hi * b[0];
    double hi = r + w, lo = r - hi + w;
    lo = fma(b[0] * r_lo, r_hi + r, lo);
    return fma(r3, p2, lo) + hi;
  }
  uint32_t top = static_cast<uint32_t>(ix >> 48);
  if (top - 0x0010 >= 0x7ff0 - 0x0010) {
    if (x == 0) return -__builtin_inf();
    if (ix == bits(__builtin_inf()) || x != x) return x;
    if (top & 0x8000) return __builtin_nan("");
    ix = bits(x * 0x1p52) - (uint64_t{52} << 52);
  }
  uint64_t tmp = ix - 0x3fe6000000000000;
  uint64_t i = (tmp >> 45) % 128;
  auto k = static_cast<double>(static_cast<int64_t>(tmp) >> 52);
  double z = number(ix - (tmp & uint64_t{0xfff} << 52));
  double r = fma(z, t.table[i].inv_c, -1.0);
  double w = fma(k, t.ln2_hi, t.table[i].log_c);
  double hi = w + r;
  double lo = fma(k, t.ln2_lo, w - hi + r);
  double r2 = r * r;
  const double* a = t.poly;
  double p = fma(r2, fma(r, a[4], a[3]), fma(r, a[2], a[1]));
  return fma(r * r2, p, fma(r2, a[0], lo)) + hi;
}

KR_FMA double log2Fused(double x) {
  const auto& t = __log2_data;
  uint64_t ix = bits(x);
  if (ix - bits(1.0 - 0x1.5b51p-5) < bits(1.0 + 0x1.6ab2p-5) - bits(1.0 - 0x1.5b51p-5)) {
    if (ix == bits(1.0)) return 0;
    const double* b = t.near_one;
    double r = x - 1.0, r2 = r * r, r4 = r2 * r2;
    double hi = r * t.inv_ln2_hi;
    double lo = fma(r, t.inv_ln2_lo, fma(r, t.inv_ln2_hi, -hi));
    double q = fma(r, b[1], b[0]);
    double y = fma(r2, q, hi);
    lo += fma(r2, q, hi - y);
    double p3 = fma(r2, fma(r, b[9], b[8]), fma(r, b[7], b[6]));
    double p2 = fma(r4, p3, fma(r2, fma(r, b[5], b[4]), fma(r, b[3], b[2])));
    return y + fma(r4, p2, lo);
  }
  uint32_t top = static_cast<uint32_t>(ix >> 48);
  if (top - 0x0010 >= 0x7ff0 - 0x0010) {
    if (x == 0) return -__builtin_inf();
    if (ix == bits(__builtin_inf()) || x != x) return x;
    if (top & 0x8000) return __builtin_nan("");
    ix = bits(x * 0x1p52) - (uint64_t{52} << 52);
  }
  uint64_t tmp = ix - 0x3fe6000000000000;
  uint64_t i = (tmp >> 46) % 64;
  auto k = static_cast<double>(static_cast<int64_t>(tmp) >> 52);
  double z = number(ix - (tmp & uint64_t{0xfff} << 52));
  double r = fma(z, t.table[i].inv_c, -1.0);
  double t1 = r * t.inv_ln2_hi;
  double t2 = fma(r, t.inv_ln2_lo, fma(r, t.inv_ln2_hi, -t1));
  double t3 = k + t.table[i].log_c;
  double hi = t3 + t1;
  double lo = t3 - hi + t1 + t2;
  double r2 = r * r, r4 = r2 * r2;
  const double* a = t.poly;
  double p = fma(r4, fma(r, a[5], a[4]), fma(r2, fma(r, a[3], a[2]), fma(r, a[1], a[0])));
  return fma(r2, p, lo) + hi;
}

// x > 0 finite, y finite and not 0.
KR_FMA double powFused(double x, double y) {
  const auto& t = __pow_log_data;
  uint64_t ix = bits(x);
  uint32_t size_y = top12(y) & 0x7ff;
  if (size_y - 0x3be >= 0x43e - 0x3be) {
    if (x == 1.0) return 1.0;
    if (size_y < 0x3be) return 1.0;  // |y| < 2**-65
    return (ix > bits(1.0)) == (y > 0) ? __builtin_inf() : 0.0;
  }
  if (ix >> 52 == 0) ix = bits(x * 0x1p52) - (uint64_t{52} << 52);
  uint64_t tmp = ix - 0x3fe6955500000000;
  uint64_t i = (tmp >> 45) % 128;
  auto k = static_cast<double>(static_cast<int64_t>(tmp) >> 52);
  double z = number(ix - (tmp & uint64_t{0xfff} << 52));
  const auto& e = t.table[i];
  double r = fma(z, e.inv_c, -1.0);
  double t1 = fma(k, t.ln2_hi, e.log_c);
  double t2 = t1 + r;
  double lo1 = fma(k, t.ln2_lo, e.log_c_tail);
  double lo2 = t1 - t2 + r;
  const double* a = t.poly;
  double ar = a[0] * r, ar2 = r * ar, ar3 = r * ar2;
  double hi = t2 + ar2;
  double lo3 = fma(ar, r, -ar2);
  double lo4 = t2 - hi + ar2;
  double inner = fma(ar2, fma(r, a[6], a[5]), fma(r, a[4], a[3]));
  double lo = fma(ar3, fma(ar2, inner, fma(r, a[2], a[1])), lo1 + lo2 + lo3 + lo4);
  double log_hi = hi + lo, log_lo = hi - log_hi + lo;
  double product = y * log_hi;
  return expWithTail(product, fma(y, log_lo, fma(y, log_hi, -product)), 0, true);
}

}  // namespace

double mathExp(double x) { return haveFma() ? expFused(x) : exp(x); }
double mathLog(double x) { return haveFma() ? logFused(x) : log(x); }
double mathLog2(double x) { return haveFma() ? log2Fused(x) : log2(x); }
double mathPow(double x, double y) {
  if (haveFma() && x > 0 && x < __builtin_inf() && y != 0 && __builtin_fabs(y) < __builtin_inf()) {
    return powFused(x, y);
  }
  return pow(x, y);
}

double mathLog10(double x) {
  constexpr double kInvLn10 = 4.34294481903251816668e-01;
  constexpr double kLog10Of2Hi = 3.01029995663611771306e-01,
                   kLog10Of2Lo = 3.69423907715893078616e-13;
  uint64_t b = bits(x);
  int k = 0;
  if (x == 0) return -__builtin_inf();
  if (b >> 63) return x != x ? x : __builtin_nan("");
  if (b >> 52 >= 0x7ff) return x;
  if (b >> 52 == 0) {
    k = -54;
    b = bits(x * 0x1p54);
  }
  k += static_cast<int>(b >> 52) - 1023;
  int i = k < 0;
  double m = number((b & ((uint64_t{1} << 52) - 1)) | static_cast<uint64_t>(0x3ff - i) << 52);
  double y = k + i;
  double z = y * kLog10Of2Lo + kInvLn10 * mathLog(m);
  return z + y * kLog10Of2Hi;
}

double mathSin(double x) { return kr_llvm_sin(x); }
double mathCos(double x) { return kr_llvm_cos(x); }
double mathTan(double x) { return kr_llvm_tan(x); }
double mathAsin(double x) { return kr_llvm_asin(x); }
double mathAcos(double x) { return kr_llvm_acos(x); }
double mathAtan(double x) { return kr_llvm_atan2(x, 1.0); }
double mathAtan2(double y, double x) {
  // A result too small for any float loses its sign there.
  double angle = kr_llvm_atan2(y, x);
  return angle == 0 ? __builtin_copysign(angle, y) : angle;
}
double mathHypot(double x, double y) { return kr_llvm_hypot(x, y); }

double mathSinh(double x) {
  double a = __builtin_fabs(x), h = x < 0 ? -0.5 : 0.5;
  if (!__builtin_isfinite(x)) return x + x;
  if (a < 22) {
    if (a < 0x1p-28) return x;
    double t = expm1(a);
    if (a < 1) return h * (2.0 * t - t * t / (t + 1.0));
    return h * (t + t / (t + 1.0));
  }
  if (a < 709.782712893384) return h * mathExp(a);
  double w = mathExp(0.5 * a);
  return h * w * w;
}

double mathCosh(double x) {
  double a = __builtin_fabs(x);
  if (!__builtin_isfinite(x)) return x * x;
  if (a < 22) {
    if (a < 0.34657287597656250) {  // about ln(2) / 2
      double t = expm1(a);
      double w = 1.0 + t;
      if (a < 0x1p-55) return w;
      return 1.0 + (t * t) / (w + w);
    }
    double t = mathExp(a);
    return 0.5 * t + 0.5 / t;
  }
  if (a < 709.782712893384) return 0.5 * mathExp(a);
  double w = mathExp(0.5 * a);
  return 0.5 * w * w;
}

double mathTanh(double x) {
  if (x != x) return x;
  double a = __builtin_fabs(x), z;
  if (a < 22) {
    if (a < 0x1p-55) return x;
    if (a >= 1) {
      double t = expm1(2.0 * a);
      z = 1.0 - 2.0 / (t + 2.0);
    } else {
      double t = expm1(-2.0 * a);
      z = -t / (t + 2.0);
    }
  } else {
    z = 1.0;
  }
  return x < 0 ? -z : z;
}

double mathAsinh(double x) {
  constexpr double kLn2 = 6.93147180559945286227e-01;
  double a = __builtin_fabs(x), w;
  if (!__builtin_isfinite(x)) return x + x;
  if (a < 0x1p-28) return x;
  if (a > 0x1p28) {
    w = mathLog(a) + kLn2;
  } else if (a > 2.0) {
    w = mathLog(2.0 * a + 1.0 / (__builtin_sqrt(a * a + 1.0) + a));
  } else {
    double t = a * a;
    w = log1p(a + t / (1.0 + __builtin_sqrt(1.0 + t)));
  }
  return __builtin_copysign(w, x);
}

double mathAcosh(double x) {
  constexpr double kLn2 = 6.93147180559945286227e-01;
  if (x < 1) return __builtin_nan("");
  if (x > 0x1p28) return __builtin_isfinite(x) ? mathLog(x) + kLn2 : x;
  if (x == 1) return 0.0;
  if (x > 2) return mathLog(2.0 * x - 1.0 / (x + __builtin_sqrt(x * x - 1.0)));
  double t = x - 1.0;
  return log1p(t + __builtin_sqrt(2.0 * t + t * t));
}

double mathAtanh(double x) {
  double a = __builtin_fabs(x);
  if (!(a < 1)) return a == 1 ? x / 0.0 : __builtin_nan("");
  double t;
  if (a < 0.5) {
    if (a < 0x1p-28) return x;
    t = a + a;
    t = 0.5 * log1p(t + t * a / (1.0 - a));
  } else {
    t = 0.5 * log1p((a + a) / (1.0 - a));
  }
  return __builtin_copysign(t, x);
}

double mathCbrt(double x) { return cbrt(x); }

}  // namespace krait::rt
