// int: representation, conversions, addition, multiplication, comparison.
#include "abi.h"
#include "core/bigint.h"
#include "core/exception.h"
#include "core/float.h"

namespace krait::rt {

BigInt* tryAllocBig(size_t n) {
  if (n > (size_t{1} << 40)) return nullptr;
  return reinterpret_cast<BigInt*>(tryAllocObject(KR_TID(int), sizeof(BigInt) + n * sizeof(Limb)));
}

BigInt* allocBig(size_t n) {
  BigInt* b = tryAllocBig(n);
  if (KR_UNLIKELY(!b)) outOfMemory();
  return b;
}

Int finishBig(BigInt* b, size_t n, bool negative) {
  n = mpTrim(b->limbs, n);
  if (n <= 1) {
    Limb v = n ? b->limbs[0] : 0;
    // -2**62 is small, 2**62 is not.
    if (v <= static_cast<Limb>(kSmallMax) + negative) {
      kr_free_object(&b->header);
      return makeSmall(negative ? static_cast<int64_t>(0 - v) : static_cast<int64_t>(v));
    }
  }
  b->size = negative ? -static_cast<int64_t>(n) : static_cast<int64_t>(n);
  return makeBig(b);
}

Int makeInt(const Limb* p, size_t n, bool negative) {
  n = mpTrim(p, n);
  if (n == 0) return makeSmall(0);
  if (n == 1 && p[0] <= static_cast<Limb>(kSmallMax) + negative) {
    return makeSmall(negative ? static_cast<int64_t>(0 - p[0]) : static_cast<int64_t>(p[0]));
  }
  BigInt* b = allocBig(n);
  memcpy(b->limbs, p, n * sizeof(Limb));
  b->size = negative ? -static_cast<int64_t>(n) : static_cast<int64_t>(n);
  return makeBig(b);
}

Int newIntBig(i128 v) {
  bool negative = v < 0;
  u128 m = negative ? 0 - static_cast<u128>(v) : static_cast<u128>(v);
  Limb limbs[2] = {static_cast<Limb>(m), static_cast<Limb>(m >> 64)};
  return makeInt(limbs, 2, negative);
}

bool intToI64(Int v, int64_t* out) {
  if (isSmall(v)) {
    *out = smallValue(v);
    return true;
  }
  const BigInt* b = bigValue(v);
  if (b->size == 1 && b->limbs[0] <= static_cast<Limb>(INT64_MAX)) {
    *out = static_cast<int64_t>(b->limbs[0]);
    return true;
  }
  if (b->size == -1 && b->limbs[0] <= Limb{1} << 63) {
    *out = static_cast<int64_t>(0 - b->limbs[0]);
    return true;
  }
  return false;
}

bool intToU64(Int v, uint64_t* out) {
  if (isSmall(v)) {
    *out = static_cast<uint64_t>(smallValue(v));
    return smallValue(v) >= 0;
  }
  if (bigValue(v)->size != 1) return false;
  *out = bigValue(v)->limbs[0];
  return true;
}

int intSign(Int v) {
  if (isSmall(v)) return v == 0 ? 0 : smallValue(v) < 0 ? -1 : 1;
  return bigValue(v)->size < 0 ? -1 : 1;
}

int64_t intBitLength(Int v) {
  Operand a(v);
  return static_cast<int64_t>(mpBits(a.p, a.n));
}

int intCompare(Int a, Int b) {
  if (bothSmall(a, b)) {
    auto x = static_cast<int64_t>(a), y = static_cast<int64_t>(b);
    return (x > y) - (x < y);
  }
  // A big value lies beyond all small ones on its side.
  int64_t sa = isSmall(a) ? 0 : bigValue(a)->size, sb = isSmall(b) ? 0 : bigValue(b)->size;
  if (sa != sb) return sa < sb ? -1 : 1;
  size_t n = static_cast<size_t>(sa < 0 ? -sa : sa);
  int c = mpCompareN(bigValue(a)->limbs, bigValue(b)->limbs, n);
  return sa < 0 ? -c : c;
}

bool roundToDouble(Limb top, int64_t exponent, bool sticky, bool negative, double* out) {
  // The value is 1.xxx * 2**(exponent + 63).
  int64_t e = exponent + 63;
  int drop = 11;  // bits of top beyond the mantissa's 53
  if (e < -1022) {
    if (e < -1100) e = -1100;
    drop += static_cast<int>(-1022 - e);
  }
  uint64_t mantissa = 0, rest, half;
  if (drop < 64) {
    mantissa = top >> drop;
    rest = top << (64 - drop);
  } else if (drop == 64) {
    rest = top;
  } else {
    rest = 0;
    sticky = true;
  }
  half = uint64_t{1} << 63;
  if (rest > half || (rest == half && (sticky || (mantissa & 1)))) mantissa++;
  uint64_t bits;
  if (e < -1022) {
    bits = mantissa;  // a carry makes it the smallest normal number
  } else {
    // The hidden bit adds one to the exponent field; a carry out of the mantissa adds one more.
    if (e > 1023) return false;
    bits = (static_cast<uint64_t>(e + 1022) << 52) + mantissa;
    if (bits >> 52 >= 0x7ff) return false;
  }
  *out = bitCast<double>(bits | static_cast<uint64_t>(negative) << 63);
  return true;
}

bool intToDouble(Int v, double* out) {
  if (isSmall(v)) {
    *out = static_cast<double>(smallValue(v));
    return true;
  }
  Operand a(v);
  size_t n = a.n;
  if (n > 17) return false;
  unsigned s = static_cast<unsigned>(__builtin_clzll(a.p[n - 1]));
  Limb top = a.p[n - 1] << s;
  bool sticky = false;
  if (n > 1) {
    if (s) {
      top |= a.p[n - 2] >> (64 - s);
      sticky = (a.p[n - 2] << s) != 0;
    } else {
      sticky = a.p[n - 2] != 0;
    }
    for (size_t i = 0; i + 2 < n && !sticky; i++) sticky = a.p[i] != 0;
  }
  return roundToDouble(top, static_cast<int64_t>(n - 1) * 64 - s, sticky, a.negative, out);
}

Int intFromDouble(double d) {
  if (d > -0x1p62 && d < 0x1p62) return makeSmall(static_cast<int64_t>(d));
  auto bits = bitCast<uint64_t>(d);
  int shift = static_cast<int>(bits >> 52 & 0x7ff) - 1075;  // > 0 here
  Limb m = (bits & ((uint64_t{1} << 52) - 1)) | uint64_t{1} << 52;
  Limb limbs[18] = {};
  limbs[shift / 64] = m << shift % 64;
  if (shift % 64) limbs[shift / 64 + 1] = m >> (64 - shift % 64);
  return makeInt(limbs, 18, bits >> 63);
}

// ---- addition and multiplication ----------------------------------------------------------------

static Int addSigned(const Operand& a, const Operand& b, bool b_negative) {
  const Operand* x = &a;
  const Operand* y = &b;
  bool x_negative = a.negative, y_negative = b_negative;
  if (x->n < y->n) {
    swap(x, y);
    swap(x_negative, y_negative);
  }
  if (x_negative == y_negative) {
    BigInt* r = allocBig(x->n + 1);
    r->limbs[x->n] = mpAdd(r->limbs, x->p, x->n, y->p, y->n);
    return finishBig(r, x->n + 1, x_negative);
  }
  int c = mpCompare(x->p, x->n, y->p, y->n);
  if (c == 0) return makeSmall(0);
  if (c < 0) {
    swap(x, y);
    swap(x_negative, y_negative);
  }
  BigInt* r = allocBig(x->n);
  mpSub(r->limbs, x->p, x->n, y->p, y->n);
  return finishBig(r, x->n, x_negative);
}

Int intAdd(Int a, Int b) {
  if (bothSmall(a, b)) return newInt(smallValue(a) + smallValue(b));
  return addSigned(Operand(a), Operand(b), intSign(b) < 0);
}

Int intSub(Int a, Int b) {
  if (bothSmall(a, b)) return newInt(smallValue(a) - smallValue(b));
  return addSigned(Operand(a), Operand(b), intSign(b) > 0);
}

Int intMul(Int a, Int b) {
  if (bothSmall(a, b)) {
    i128 r = static_cast<i128>(smallValue(a)) * smallValue(b);
    if (r >= kSmallMin && r <= kSmallMax) return makeSmall(static_cast<int64_t>(r));
    return newIntBig(r);
  }
  if (a == 0 || b == 0) return makeSmall(0);
  Operand x(a), y(b);
  BigInt* r = allocBig(x.n + y.n);
  if (x.n == 1)
    r->limbs[y.n] = mpMul1(r->limbs, y.p, y.n, x.p[0], 0);
  else if (y.n == 1)
    r->limbs[x.n] = mpMul1(r->limbs, x.p, x.n, y.p[0], 0);
  else
    mpMul(r->limbs, x.p, x.n, y.p, y.n);
  return finishBig(r, x.n + y.n, x.negative != y.negative);
}

static Int negated(Int v) {
  if (isSmall(v)) return newInt(-smallValue(v));
  Operand a(v);
  return makeInt(a.p, a.n, !a.negative);  // 2**62 becomes small
}

}  // namespace krait::rt

using namespace krait::rt;

extern "C" {

Int kr_int_add(Int a, Int b) { return intAdd(a, b); }
Int kr_int_sub(Int a, Int b) { return intSub(a, b); }
Int kr_int_mul(Int a, Int b) { return intMul(a, b); }
Int kr_int_neg(Int v) { return negated(v); }
Int kr_int_abs(Int v) { return intSign(v) < 0 ? negated(v) : retained(v); }

int64_t kr_int_cmp(Int a, Int b) { return intCompare(a, b); }
bool kr_int_eq(Int a, Int b) {
  if (a == b) return true;
  if (isSmall(a) || isSmall(b)) return false;  // canonical
  return intCompare(a, b) == 0;
}
int64_t kr_int_sign(Int v) { return intSign(v); }

int64_t kr_int_cmp_float(Int a, double d) {
  if (__builtin_isnan(d)) return 2;
  if (__builtin_isinf(d)) return d < 0 ? 1 : -1;
  double whole = __builtin_trunc(d);
  int c;
  if (isSmall(a) && whole >= -0x1p62 && whole < 0x1p62) {
    int64_t x = smallValue(a), y = static_cast<int64_t>(whole);
    c = (x > y) - (x < y);
  } else {
    Owned w(intFromDouble(whole));
    c = intCompare(a, w);
  }
  if (c) return c;
  return d > whole ? -1 : d < whole;
}

Result<Int> kr_int_from_f64(double d) {
  if (__builtin_isnan(d)) {
    return failed<Int>(raiseValueError("cannot convert float NaN to integer"));
  }
  if (__builtin_isinf(d)) {
    return failed<Int>(raiseOverflowError("cannot convert float infinity to integer"));
  }
  return {intFromDouble(d), nullptr};
}

Result<double> kr_int_to_f64(Int v) {
  double d;
  if (!intToDouble(v, &d)) {
    return failed<double>(raiseOverflowError("int too large to convert to float"));
  }
  return {d, nullptr};
}
double kr_int_to_f64_inf(Int v) {
  double d;
  if (intToDouble(v, &d)) return d;
  return intSign(v) < 0 ? -__builtin_inf() : __builtin_inf();
}

Int kr_int_from_i64(int64_t v) { return newInt(v); }
Int kr_int_from_u64(int64_t v) { return newIntU64(static_cast<uint64_t>(v)); }
bool kr_int_fits_i64(Int v) {
  int64_t out;
  return intToI64(v, &out);
}
int64_t kr_int_low_i64(Int v) {
  Operand a(v);
  Limb low = a.n ? a.p[0] : 0;
  return static_cast<int64_t>(a.negative ? 0 - low : low);
}
int64_t kr_int_clamp_i64(Int v) {
  int64_t out;
  if (intToI64(v, &out)) return out;
  return intSign(v) < 0 ? INT64_MIN : INT64_MAX;
}

static constexpr char kIndexError[] = "cannot fit 'int' into an index-sized integer";
Result<int64_t> kr_int_index(Int v) {
  int64_t out;
  if (intToI64(v, &out)) return {out, nullptr};
  return failed<int64_t>(raiseOverflowError(kIndexError));
}
Result<int64_t> kr_int_index_index_error(Int v) {
  int64_t out;
  if (intToI64(v, &out)) return {out, nullptr};
  return failed<int64_t>(raiseIndexError(kIndexError));
}
Result<int64_t> kr_int_to_c_int(Int v) {
  int64_t out;
  bool fits = intToI64(v, &out);
  if (fits && out == static_cast<int32_t>(out)) return {out, nullptr};
  // CPython converts to long first and names the type that was too small.
  return failed<int64_t>(
      raiseOverflowError(fits ? (out < 0 ? "signed integer is less than minimum"
                                         : "signed integer is greater than maximum")
                              : "Python int too large to convert to C long"));
}
Result<int64_t> kr_int_to_c_long(Int v) {
  int64_t out;
  if (intToI64(v, &out)) return {out, nullptr};
  return failed<int64_t>(raiseOverflowError("Python int too large to convert to C long"));
}
Result<int64_t> kr_int_to_c_ssize(Int v) {
  int64_t out;
  if (intToI64(v, &out)) return {out, nullptr};
  return failed<int64_t>(raiseOverflowError("Python int too large to convert to C ssize_t"));
}

int64_t kr_int_bit_length(Int v) { return intBitLength(v); }
int64_t kr_int_bit_count(Int v) {
  Operand a(v);
  int64_t count = 0;
  for (size_t i = 0; i < a.n; i++) count += __builtin_popcountll(a.p[i]);
  return count;
}

}  // extern "C"
