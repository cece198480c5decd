// Doubles to and from decimal text.
//
// Shortest digits: R. Giulietti, "The Schubfach way to render doubles" (2020). Reading: D. Lemire,
// "Number parsing at a gigabyte per second" (2021) with the exactness argument of N. Mushtak and D.
// Lemire, "Fast number parsing without fallback" (2022); texts of more than 19 digits that it
// cannot decide are compared exactly with big integers. Rounded digits: 128-bit integers where the
// value allows, else the exact decimal expansion.
#include "core/float.h"
#include "core/limbs.h"

namespace krait::rt {
namespace {

struct Power {
  uint64_t high, low;
};
constexpr int kFirstPower = -342;
constexpr int kLastPower = 324;
constexpr Power kPowers[] = {
#include "core/pow10_table.inc"
};
static_assert(sizeof(kPowers) / sizeof(Power) == kLastPower - kFirstPower + 1);

constexpr uint64_t kTens[] = {1u,
                              10u,
                              100u,
                              1000u,
                              10000u,
                              100000u,
                              1000000u,
                              10000000u,
                              100000000u,
                              1000000000u,
                              10000000000u,
                              100000000000u,
                              1000000000000u,
                              10000000000000u,
                              100000000000000u,
                              1000000000000000u,
                              10000000000000000u,
                              100000000000000000u,
                              1000000000000000000u,
                              10000000000000000000u};
constexpr double kExactTens[] = {1e0,  1e1,  1e2,  1e3,  1e4,  1e5,  1e6,  1e7,
                                 1e8,  1e9,  1e10, 1e11, 1e12, 1e13, 1e14, 1e15,
                                 1e16, 1e17, 1e18, 1e19, 1e20, 1e21, 1e22};

struct Parts {  // |d| = m * 2**e
  uint64_t m;
  int e;
  bool negative;
};
KR_INLINE Parts split(double d) {
  auto bits = bitCast<uint64_t>(d);
  int exponent = static_cast<int>(bits >> 52 & 0x7ff);
  uint64_t m = bits & ((uint64_t{1} << 52) - 1);
  if (exponent) return {m | uint64_t{1} << 52, exponent - 1075, bits >> 63 != 0};
  return {m, -1074, bits >> 63 != 0};
}

int floorLog2Pow10(int e) { return (e * 1741647) >> 19; }

// The decimal digits of v to `out`, without leading zeros; how many.
int writeDigits(char* out, uint64_t v) {
  if (!v) return 0;
  char buffer[24];
  char* end = buffer + sizeof(buffer);
  char* p = decimalBefore(end, v);
  auto n = static_cast<size_t>(end - p);
  __builtin_memcpy(out, p, n);
  return static_cast<int>(n);
}

void strip(Digits* out) {
  while (out->count && out->text[out->count - 1] == '0') out->count--;
  if (!out->count) out->point = 1;
}

// ---- shortest ----

KR_INLINE uint64_t roundToOdd(Power g, uint64_t c) {
  u128 x = static_cast<u128>(g.low) * c;
  u128 y = static_cast<u128>(g.high) * c + static_cast<uint64_t>(x >> 64);
  return static_cast<uint64_t>(y >> 64) | (static_cast<uint64_t>(y) > 1);
}

struct Decimal {
  uint64_t digits;
  int exponent;
};

Decimal schubfach(uint64_t c, int q, bool closer) {  // c * 2**q; closer: the lower neighbour is
  if (q <= 0 && q > -53 && (c & ((uint64_t{1} << -q) - 1)) == 0) return {c >> -q, 0};
  bool even = (c & 1) == 0;
  uint64_t cbl = 4 * c - 2 + closer, cb = 4 * c, cbr = 4 * c + 2;
  int k = (q * 1262611 - (closer ? 524031 : 0)) >> 22;
  int h = q + floorLog2Pow10(-k) + 1;
  Power g = kPowers[-k - kFirstPower];
  if (-k > 55) {  // rounded up where not exact; the table does so for negative powers
    g.low++;
    g.high += g.low == 0;
  }
  uint64_t vbl = roundToOdd(g, cbl << h), vb = roundToOdd(g, cb << h),
           vbr = roundToOdd(g, cbr << h);
  uint64_t lower = vbl + !even, upper = vbr - !even;
  uint64_t s = vb / 4;
  if (s >= 10) {
    uint64_t sp = s / 10;
    bool up_inside = lower <= 40 * sp, wp_inside = 40 * sp + 40 <= upper;
    if (up_inside != wp_inside) return {sp + wp_inside, k + 1};
  }
  bool u_inside = lower <= 4 * s, w_inside = 4 * s + 4 <= upper;
  if (u_inside != w_inside) return {s + w_inside, k};
  uint64_t mid = 4 * s + 2;
  return {s + (vb > mid || (vb == mid && (s & 1))), k};
}

// Up to 17 digits into `text` without trailing zeros; *point as in Digits. d is not zero.
int shortest(double d, char* text, int* point) {
  Parts p = split(d);
  bool closer = p.m == uint64_t{1} << 52 && p.e > -1074;
  Decimal r = schubfach(p.m, p.e, closer);
  int n = writeDigits(text, r.digits);
  *point = n + r.exponent;
  while (n > 1 && text[n - 1] == '0') n--;
  return n;
}

// ---- rounded ----

// The exact decimal expansion of |d| (all digits, trailing zeros stripped).
void exactDigits(const Parts& p, Digits* out) {
  uint64_t m = p.m;
  int e = p.e, zeros = __builtin_ctzll(m);
  m >>= zeros;
  e += zeros;
  // m * 2**e, or m * 5**-e with the point -e digits from the right.
  Limb limbs[48];
  size_t n = 1;
  if (e >= 0) {
    for (size_t i = 0; i < 48; i++) limbs[i] = 0;
    auto at = static_cast<size_t>(e / 64);
    limbs[at] = m << e % 64;
    if (e % 64) limbs[at + 1] = m >> (64 - e % 64);
    n = mpTrim(limbs, at + 2);
  } else {
    limbs[0] = m;
    constexpr Limb kFive27 = 7450580596923828125u;
    int fives = -e;
    for (; fives >= 27; fives -= 27) {
      Limb carry = mpMul1(limbs, limbs, n, kFive27, 0);
      if (carry) limbs[n++] = carry;
    }
    Limb rest = 1;
    while (fives--) rest *= 5;
    Limb carry = mpMul1(limbs, limbs, n, rest, 0);
    if (carry) limbs[n++] = carry;
  }
  out->count = static_cast<int>(mpToDecimal(out->text, limbs, n));
  out->point = out->count + (e < 0 ? e : 0);
  strip(out);
}

// Keeps the first n digits of an exact expansion, half to even. n may be 0 or negative.
void roundDigits(Digits* out, int n) {
  if (n >= out->count) return;
  if (n < 0) {
    out->count = 0;
    out->point = 1;
    return;
  }
  bool up = out->text[n] > '5';
  if (out->text[n] == '5') up = n + 1 < out->count || (n > 0 && (out->text[n - 1] & 1));
  out->count = n;
  if (up) {
    int i = n - 1;
    while (i >= 0 && out->text[i] == '9') i--;
    if (i < 0) {
      out->text[0] = '1';
      out->count = 1;
      out->point++;
    } else {
      out->text[i]++;
      out->count = i + 1;
    }
  }
  strip(out);
}

// |d| * 10**n rounded half to even by 128-bit arithmetic, if it fits 64 bits.
bool scaledInteger(const Parts& p, int n, uint64_t* out) {
  if (n < 0 || n > 19 || p.e > 0) return false;
  u128 x = static_cast<u128>(p.m) * kTens[n];  // < 2**117
  int s = -p.e;
  if (s >= 119) {
    *out = 0;
    return true;
  }
  u128 whole = x >> s;
  if (whole >> 63) return false;
  auto z = static_cast<uint64_t>(whole);
  if (s) {
    u128 rest = x - (whole << s), half = static_cast<u128>(1) << (s - 1);
    z += rest > half || (rest == half && (z & 1));
  }
  *out = z;
  return true;
}

bool fastFixed(const Parts& p, int n, Digits* out) {
  uint64_t z;
  if (!scaledInteger(p, n, &z)) return false;
  out->count = writeDigits(out->text, z);
  out->point = out->count - n;
  return true;
}

}  // namespace

void shortestDigits(double d, Digits* out) {
  out->negative = bitCast<uint64_t>(d) >> 63;
  if (d == 0) {
    out->count = 0;
    out->point = 1;
    return;
  }
  out->count = shortest(d, out->text, &out->point);
}

void fixedDigits(double d, int n, Digits* out) {
  Parts p = split(d);
  out->negative = p.negative;
  if (p.m == 0) {
    out->count = 0;
    out->point = 1;
    return;
  }
  if (fastFixed(p, n, out)) return strip(out);
  exactDigits(p, out);
  int64_t keep = static_cast<int64_t>(out->point) + n;
  if (keep < out->count) roundDigits(out, keep < 0 ? -1 : static_cast<int>(keep));
}

void significantDigits(double d, int n, Digits* out) {
  Parts p = split(d);
  out->negative = p.negative;
  if (p.m == 0) {
    out->count = 0;
    out->point = 1;
    return;
  }
  // floor(log10 |d|), perhaps one too small.
  int log2 = p.e + 63 - __builtin_clzll(p.m);
  int log10 = (log2 * 1233) >> 12;
  if (log2 > -100 && log2 < 62) {
    int digits = n - 1 - log10;
    if (fastFixed(p, digits, out)) {
      if (out->count <= n || fastFixed(p, digits - 1, out)) return strip(out);
    }
  }
  exactDigits(p, out);
  roundDigits(out, n);
}

size_t floatRepr(double d, char* out) {
  size_t n = 0;
  if (__builtin_isnan(d)) {
    __builtin_memcpy(out, "nan", 3);
    return 3;
  }
  if (bitCast<uint64_t>(d) >> 63) out[n++] = '-';
  if (__builtin_isinf(d)) {
    __builtin_memcpy(out + n, "inf", 3);
    return n + 3;
  }
  if (d == 0) {
    __builtin_memcpy(out + n, "0.0", 3);
    return n + 3;
  }
  char digits[20];
  int point;
  int count = shortest(d, digits, &point);
  if (point > -4 && point <= 16) {
    if (point <= 0) {
      out[n++] = '0';
      out[n++] = '.';
      for (int i = point; i < 0; i++) out[n++] = '0';
      for (int i = 0; i < count; i++) out[n++] = digits[i];
    } else {
      for (int i = 0; i < count || i < point; i++) {
        if (i == point) out[n++] = '.';
        out[n++] = i < count ? digits[i] : '0';
      }
      if (count <= point) {
        out[n++] = '.';
        out[n++] = '0';
      }
    }
    return n;
  }
  out[n++] = digits[0];
  if (count > 1) {
    out[n++] = '.';
    for (int i = 1; i < count; i++) out[n++] = digits[i];
  }
  int e = point - 1;
  out[n++] = 'e';
  out[n++] = e < 0 ? '-' : '+';
  if (e < 0) e = -e;
  if (e >= 100) out[n++] = static_cast<char>('0' + e / 100);
  out[n++] = static_cast<char>('0' + e / 10 % 10);
  out[n++] = static_cast<char>('0' + e % 10);
  return n;
}

// ---- reading ------------------------------------------------------------------------------------

namespace {

// The double nearest to w * 10**q, as its bits (no sign); w is exact.
uint64_t nearest(uint64_t w, int64_t q) {
  constexpr uint64_t kInfBits = uint64_t{0x7ff} << 52;
  if (w == 0 || q < kFirstPower) return 0;
  if (q > 308) return kInfBits;
  int lz = __builtin_clzll(w);
  w <<= lz;
  const Power& g = kPowers[q - kFirstPower];
  u128 product = static_cast<u128>(w) * g.high;
  auto high = static_cast<uint64_t>(product >> 64), low = static_cast<uint64_t>(product);
  constexpr uint64_t kMask = ~uint64_t{0} >> 55;
  if ((high & kMask) == kMask) {
    auto more = static_cast<uint64_t>((static_cast<u128>(w) * g.low) >> 64);
    low += more;
    high += low < more;
  }
  int upper = static_cast<int>(high >> 63);
  int shift = upper + 64 - 52 - 3;
  uint64_t mantissa = high >> shift;
  int exponent = static_cast<int>((217706 * q) >> 16) + 63 + upper - lz + 1023;
  if (exponent <= 0) {
    if (1 - exponent >= 64) return 0;
    mantissa >>= 1 - exponent;
    mantissa += mantissa & 1;
    mantissa >>= 1;
    return mantissa;  // reaching 2**52 makes it the smallest normal number
  }
  if (low <= 1 && q >= -4 && q <= 23 && (mantissa & 3) == 1 && mantissa << shift == high) {
    mantissa &= ~uint64_t{1};  // exactly between: to even
  }
  mantissa += mantissa & 1;
  mantissa >>= 1;
  if (mantissa >> 53) {
    mantissa = uint64_t{1} << 52;
    exponent++;
  }
  if (exponent >= 0x7ff) return kInfBits;
  return (mantissa & ~(uint64_t{1} << 52)) | static_cast<uint64_t>(exponent) << 52;
}

void multiplyPower(Limb* a, size_t* n, Limb base, int64_t exponent) {
  Limb chunk = 1;
  int k = 0;
  while (chunk <= ~Limb{0} / base) {
    chunk *= base;
    k++;
  }
  for (; exponent >= k; exponent -= k) {
    Limb carry = mpMul1(a, a, *n, chunk, 0);
    if (carry) a[(*n)++] = carry;
  }
  while (exponent-- > 0) {
    Limb carry = mpMul1(a, a, *n, base, 0);
    if (carry) a[(*n)++] = carry;
  }
}

// Which of the neighbours `low` and its successor (bits) is nearest to digits * 10**exponent?
uint64_t decide(uint64_t low, const char* digits, size_t n, bool more, int64_t exponent) {
  constexpr size_t kDigits = 800;  // no midpoint has more significant digits
  Scratch memory(1100);
  Limb* a = memory.get();
  Limb* b = a + 550;
  auto* values = reinterpret_cast<uint8_t*>(a + 220);
  size_t used = 0;
  for (size_t i = 0; i < n; i++) {
    if (digits[i] == '.' || digits[i] == '_') continue;
    if (used == kDigits) {
      more |= digits[i] != '0';
      exponent++;
      continue;
    }
    values[used++] = static_cast<uint8_t>(digits[i] - '0');
  }
  if (more) {  // anything beyond: one more digit that is not zero
    values[used++] = 1;
    exponent--;
  }
  size_t na = mpFromDigits(a, values, used, 10);
  // The midpoint (2 m + 1) * 2**(e - 1).
  int field = static_cast<int>(low >> 52);
  uint64_t m = low & ((uint64_t{1} << 52) - 1);
  if (field)
    m |= uint64_t{1} << 52;
  else
    field = 1;
  int64_t e = field - 1075 - 1;
  b[0] = 2 * m + 1;
  size_t nb = 1;
  if (exponent >= 0) {
    multiplyPower(a, &na, 5, exponent);
    e -= exponent;
  } else {
    multiplyPower(b, &nb, 5, -exponent);
    e -= exponent;
  }
  Limb* x = e >= 0 ? b : a;
  size_t* nx = e >= 0 ? &nb : &na;
  auto shift = static_cast<size_t>(e >= 0 ? e : -e);
  size_t limbs = shift / 64;
  Limb carry = mpShl(x + limbs, x, *nx, shift % 64);
  for (size_t i = 0; i < limbs; i++) x[i] = 0;
  *nx += limbs;
  if (carry) x[(*nx)++] = carry;
  int c = mpCompare(a, na, b, nb);
  if (c == 0) return low + (low & 1);
  return low + (c > 0);
}

bool isDigit(char c) { return static_cast<unsigned char>(c - '0') < 10; }

}  // namespace

size_t parseDecimal(const char* p, size_t n, double* out) {
  const char* end = p + n;
  const char* start = p;
  bool negative = false;
  if (p < end && (*p == '+' || *p == '-')) negative = *p++ == '-';
  uint64_t w = 0;
  int64_t count = 0, exponent = 0;  // significant digits read; of the last digit in w
  bool any = false;
  const char* first = nullptr;  // first significant digit
  int64_t dropped = 0;
  bool more = false;
  auto take = [&](char c) {
    any = true;
    if (!first) {
      if (c == '0') return;
      first = p;
    }
    if (count < 19) {
      w = w * 10 + static_cast<uint64_t>(c - '0');
      count++;
    } else {
      dropped++;
      more |= c != '0';
    }
  };
  for (; p < end && isDigit(*p); p++) take(*p);
  const char* last = p;
  if (p < end && *p == '.') {
    const char* point = p++;
    const char* fraction = p;
    for (; p < end && isDigit(*p); p++) take(*p);
    exponent = -(p - fraction);
    last = p;
    if (!any) last = point;
  }
  if (!any) return 0;
  if (p < end && (*p == 'e' || *p == 'E')) {
    const char* q = p + 1;
    bool minus = false;
    if (q < end && (*q == '+' || *q == '-')) minus = *q++ == '-';
    if (q < end && isDigit(*q)) {
      int64_t e = 0;
      for (; q < end && isDigit(*q); q++) {
        if (e < 100000000000) e = e * 10 + (*q - '0');
      }
      exponent += minus ? -e : e;
      p = q;
    }
  }
  uint64_t bits;
  int64_t scale = exponent + dropped;  // of w
  if (w == 0) {
    bits = 0;
  } else if (!more && w <= uint64_t{1} << 53 && scale >= -22 && scale <= 22) {
    double d = static_cast<double>(w);
    d = scale < 0 ? d / kExactTens[-scale] : d * kExactTens[scale];
    bits = bitCast<uint64_t>(d);
  } else {
    bits = nearest(w, scale);
    if (more) {
      uint64_t above = nearest(w + 1, scale);
      if (above != bits) {
        bits = decide(bits, first, static_cast<size_t>(last - first), false, exponent);
      }
    }
  }
  *out = bitCast<double>(bits | static_cast<uint64_t>(negative) << 63);
  return static_cast<size_t>(p - start);
}

}  // namespace krait::rt
