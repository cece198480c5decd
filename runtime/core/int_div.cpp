// int: floor division, true division, powers, gcd, square root, rounding.
#include "abi.h"
#include "core/bigint.h"
#include "core/exception.h"

namespace krait::rt {
namespace {

// Floored quotient and remainder; b is not zero. Either pointer may be null.
void floorDivMod(Int a, Int b, Int* quotient, Int* remainder) {
  if (bothSmall(a, b)) {
    int64_t x = smallValue(a), y = smallValue(b);
    int64_t q = x / y, r = x % y;
    if (r && (r ^ y) < 0) {
      q--;
      r += y;
    }
    if (quotient) *quotient = newInt(q);
    if (remainder) *remainder = makeSmall(r);
    return;
  }
  Operand x(a), y(b);
  bool differ = x.negative != y.negative;
  if (mpCompare(x.p, x.n, y.p, y.n) < 0) {
    bool adjust = x.n && differ;
    if (quotient) *quotient = makeSmall(adjust ? -1 : 0);
    if (remainder) *remainder = adjust ? intAdd(a, b) : retained(a);
    return;
  }
  size_t nq = x.n - y.n + 1;
  BigInt* q = quotient ? allocBig(nq + 1) : nullptr;
  BigInt* r = allocBig(y.n);
  mpDivRem(q ? q->limbs : nullptr, r->limbs, x.p, x.n, y.p, y.n);
  if (differ && mpTrim(r->limbs, y.n)) {  // round down: the remainder takes the divisor's sign
    if (q) q->limbs[nq] = mpAdd1(q->limbs, q->limbs, nq, 1);
    mpSub(r->limbs, y.p, y.n, r->limbs, y.n);
  } else if (q) {
    q->limbs[nq] = 0;
  }
  if (q) *quotient = finishBig(q, nq + 1, differ);
  if (remainder)
    *remainder = finishBig(r, y.n, y.negative);
  else
    kr_free_object(&r->header);
}

Result<Int> zeroDivision(const char* message) {
  return failed<Int>(raiseZeroDivisionError(message));
}

// A limb array with exactly n limbs at p, plus sticky: top 64 bits and exponent.
void topBits(const Limb* p, size_t n, Limb* top, int64_t* exponent, bool* sticky) {
  unsigned s = static_cast<unsigned>(__builtin_clzll(p[n - 1]));
  *top = p[n - 1] << s;
  if (n > 1 && s) *top |= p[n - 2] >> (64 - s);
  *exponent = static_cast<int64_t>(n - 1) * 64 - s;
  if (n > 1 && (s ? p[n - 2] << s : p[n - 2])) *sticky = true;
  for (size_t i = 0; i + 2 < n && !*sticky; i++) *sticky = p[i] != 0;
}

}  // namespace

// a / b correctly rounded; b not zero. False if it overflows.
static bool trueDivide(Int a, Int b, double* out) {
  Operand x(a), y(b);
  bool negative = x.negative != y.negative;
  if (x.n == 0) {
    // As in CPython, the divisor's sign shows: 0 / -5 is -0.0.
    *out = y.negative ? -0.0 : 0.0;
    return true;
  }
  if (x.n == 1 && y.n == 1 && x.p[0] <= Limb{1} << 53 && y.p[0] <= Limb{1} << 53) {
    double q = static_cast<double>(x.p[0]) / static_cast<double>(y.p[0]);
    *out = negative ? -q : q;
    return true;
  }
  // Scale so that the quotient has 65 to 129 bits; its lower bits and the remainder are sticky.
  auto bits_x = static_cast<int64_t>(mpBits(x.p, x.n)),
       bits_y = static_cast<int64_t>(mpBits(y.p, y.n));
  int64_t diff = bits_x - bits_y;
  if (diff > 1025) return false;
  if (diff < -1080) {
    *out = negative ? -0.0 : 0.0;
    return true;
  }
  int64_t shift = 66 - diff;  // of x to the left, in bits
  bool sticky = false;
  int64_t limbs = shift >= 0 ? (shift + 63) / 64 : -(-shift / 64);
  size_t n = static_cast<size_t>(static_cast<int64_t>(x.n) + limbs);
  Scratch memory(n + (n >= y.n ? n - y.n + 1 : 0) + y.n);
  Limb* scaled = memory.get();
  Limb* q = scaled + n;
  Limb* r = q + (n - y.n + 1);
  if (limbs >= 0) {
    for (int64_t i = 0; i < limbs; i++) scaled[i] = 0;
    memcpy(scaled + limbs, x.p, x.n * sizeof(Limb));
  } else {
    for (int64_t i = 0; i < -limbs; i++) sticky |= x.p[i] != 0;
    memcpy(scaled, x.p - limbs, n * sizeof(Limb));
  }
  mpDivRem(q, r, scaled, n, y.p, y.n);
  sticky |= mpTrim(r, y.n) != 0;
  size_t nq = mpTrim(q, n - y.n + 1);
  Limb top;
  int64_t exponent;
  topBits(q, nq, &top, &exponent, &sticky);
  return roundToDouble(top, exponent - limbs * 64, sticky, negative, out);
}

// base ** exponent for exponent >= 0; MemoryError if the result cannot be held.
static Result<Int> power(Int base, uint64_t exponent) {
  if (exponent == 0) return {makeSmall(1), nullptr};
  if (base == makeSmall(0) || base == makeSmall(1)) return {base, nullptr};
  if (base == makeSmall(-1)) return {makeSmall(exponent & 1 ? -1 : 1), nullptr};
  if (isSmall(base)) {  // as long as it fits a word
    int64_t b = smallValue(base), r = 1;
    uint64_t e = exponent;
    while (true) {
      if ((e & 1) && __builtin_mul_overflow(r, b, &r)) break;
      e >>= 1;
      if (!e) return {newInt(r), nullptr};
      if (__builtin_mul_overflow(b, b, &b)) break;
    }
  }
  Operand b(base);
  bool negative = b.negative && (exponent & 1);
  // Trailing zero bits are a shift of the result.
  size_t zeros = 0;
  while (!b.p[zeros / 64]) zeros += 64;
  zeros += static_cast<size_t>(__builtin_ctzll(b.p[zeros / 64]));
  size_t bits = mpBits(b.p, b.n);
  u128 total = static_cast<u128>(bits) * exponent;
  if (total > static_cast<u128>(1) << 44) return failed<Int>(raiseNoMemory());
  auto capacity = static_cast<size_t>(total / 64) + 2;
  size_t nodd = b.n - zeros / 64;
  Scratch memory(nodd);
  Limb* odd = memory.get();
  mpShr(odd, b.p + zeros / 64, nodd, zeros % 64);
  nodd = mpTrim(odd, nodd);
  BigInt* result = tryAllocBig(capacity);
  if (!result) return failed<Int>(raiseNoMemory());
  Limb* r = result->limbs;
  size_t n = 1;
  if (nodd == 1 && odd[0] == 1) {
    r[0] = 1;
  } else {
    Scratch other(capacity);
    Limb* t = other.get();
    memcpy(r, odd, nodd * sizeof(Limb));
    n = nodd;
    for (int i = 62 - __builtin_clzll(exponent); i >= 0; i--) {
      mpSquare(t, r, n);
      n = mpTrim(t, 2 * n);
      if (exponent >> i & 1) {
        if (nodd == 1) {
          memcpy(r, t, n * sizeof(Limb));
          Limb carry = mpMul1(r, r, n, odd[0], 0);
          if (carry) r[n++] = carry;
        } else {
          mpMul(r, t, n, odd, nodd);
          n = mpTrim(r, n + nodd);
        }
      } else {
        memcpy(r, t, n * sizeof(Limb));
      }
    }
  }
  if (zeros) {
    size_t shift = zeros * exponent;
    Limb carry = mpShl(r + shift / 64, r, n, shift % 64);
    for (size_t i = 0; i < shift / 64; i++) r[i] = 0;
    n += shift / 64;
    if (carry) r[n++] = carry;
  }
  return {finishBig(result, n, negative), nullptr};
}

Int intGcd(Int a, Int b) {
  Owned x(intSign(a) < 0 ? intSub(0, a) : retained(a)),
      y(intSign(b) < 0 ? intSub(0, b) : retained(b));
  // Lehmer's algorithm: quotients of the leading 62 bits decide many steps at once.
  while (!isSmall(y)) {
    if (intCompare(x, y) < 0) {
      Int t = x.take();
      x.set(y.take());
      y.set(t);
      continue;  // y may be small now
    }
    Operand p(x), q(y);
    if (p.n - q.n > 1 || p.n < 3) {
      Int r;
      floorDivMod(x, y, nullptr, &r);
      x.set(y.take());
      y.set(r);
      continue;
    }
    size_t bits = mpBits(p.p, p.n);
    auto window = [bits](const Operand& v) -> int64_t {  // bits [bits - 62, bits)
      size_t low = bits - 62;
      size_t i = low / 64;
      unsigned s = low % 64;
      Limb w = i < v.n ? v.p[i] >> s : 0;
      if (s && i + 1 < v.n) w |= v.p[i + 1] << (64 - s);
      return static_cast<int64_t>(w & ((Limb{1} << 62) - 1));
    };
    int64_t u = window(p), v = window(q), A = 1, B = 0, C = 0, D = 1;
    while (v + C != 0 && v + D != 0) {
      int64_t t = (u + A) / (v + C);
      if (t != (u + B) / (v + D)) break;
      i128 nc = static_cast<i128>(A) - static_cast<i128>(t) * C;
      i128 nd = static_cast<i128>(B) - static_cast<i128>(t) * D;
      constexpr int64_t kLimit = int64_t{1} << 61;
      if (nc > kLimit || nc < -kLimit || nd > kLimit || nd < -kLimit) break;
      A = C;
      B = D;
      C = static_cast<int64_t>(nc);
      D = static_cast<int64_t>(nd);
      int64_t w = u - t * v;
      u = v;
      v = w;
    }
    if (B == 0) {
      Int r;
      floorDivMod(x, y, nullptr, &r);
      x.set(y.take());
      y.set(r);
      continue;
    }
    Owned ia(newInt(A)), ib(newInt(B)), ic(newInt(C)), id(newInt(D));
    Owned ax(intMul(ia, x)), by(intMul(ib, y)), cx(intMul(ic, x)), dy(intMul(id, y));
    x.set(intAdd(ax, by));
    y.set(intAdd(cx, dy));
  }
  if (y == 0) return x.take();
  if (!isSmall(x)) {
    Int r;
    floorDivMod(x, y, nullptr, &r);
    x.set(y.take());
    y.set(r);
  }
  auto m = static_cast<uint64_t>(smallValue(x)), n = static_cast<uint64_t>(smallValue(y));
  // Binary gcd.
  if (m && n) {
    int shift = __builtin_ctzll(m | n);
    m >>= __builtin_ctzll(m);
    do {
      n >>= __builtin_ctzll(n);
      if (m > n) swap(m, n);
      n -= m;
    } while (n);
    m <<= shift;
  } else {
    m |= n;
  }
  return newIntU64(m);
}

static bool isOdd(Int v) {
  Operand a(v);
  return a.n && (a.p[0] & 1);
}

// floor(sqrt(n)) for n >= 0 (P. Zimmermann's recursive scheme in Mark Dickinson's iterative form).
static Int squareRoot(Int v) {
  int64_t bits = intBitLength(v);
  if (bits <= 64) {
    uint64_t n;
    intToU64(v, &n);
    auto r = static_cast<uint64_t>(__builtin_sqrt(static_cast<double>(n)));
    while (static_cast<u128>(r) * r > n) r--;
    while (static_cast<u128>(r + 1) * (r + 1) <= n) r++;
    return newIntU64(r);
  }
  auto c = static_cast<uint64_t>(bits - 1) / 2;
  Owned a(makeSmall(1));
  uint64_t d = 0;
  for (int s = 63 - __builtin_clzll(c); s >= 0; s--) {
    uint64_t e = d;
    d = c >> s;
    Owned left(intShiftLeft(a, d - e - 1));
    Owned high(intShiftRight(v, 2 * c - e - d + 1));
    Int q;
    floorDivMod(high, a, &q, nullptr);
    Owned right(q);
    a.set(intAdd(left, right));
  }
  Owned square(intMul(a, a));
  if (intCompare(square, v) > 0) return intSub(a, makeSmall(1));
  return a.take();
}

}  // namespace krait::rt

using namespace krait::rt;

extern "C" {

Result<Int> kr_int_floordiv(Int a, Int b) {
  if (b == 0) return zeroDivision("integer division or modulo by zero");
  Int q;
  floorDivMod(a, b, &q, nullptr);
  return {q, nullptr};
}

Result<Int> kr_int_mod(Int a, Int b) {
  if (b == 0) return zeroDivision("integer modulo by zero");
  Int r;
  floorDivMod(a, b, nullptr, &r);
  return {r, nullptr};
}

Result<Int> kr_int_divmod(Int a, Int b, void* remainder) {
  if (b == 0) return zeroDivision("integer division or modulo by zero");
  Int q, r;
  floorDivMod(a, b, &q, &r);
  storeAs(remainder, r);
  return {q, nullptr};
}

Result<double> kr_int_truediv(Int a, Int b) {
  if (b == 0) return failed<double>(raiseZeroDivisionError("division by zero"));
  double d;
  if (!trueDivide(a, b, &d)) {
    return failed<double>(raiseOverflowError("integer division result too large for a float"));
  }
  return {d, nullptr};
}

Result<Int> kr_int_pow(Int base, Int exponent) {
  if (isSmall(exponent)) return power(base, static_cast<uint64_t>(smallValue(exponent)));
  if (base == makeSmall(-1)) return {makeSmall(isOdd(exponent) ? -1 : 1), nullptr};
  if (base == makeSmall(0) || base == makeSmall(1)) return {base, nullptr};
  return failed<Int>(raiseNoMemory());
}

// pow(base, exponent, modulus)
Result<Int> kr_int_pow_mod(Int base, Int exponent, Int modulus) {
  if (modulus == 0) return failed<Int>(raiseValueError("pow() 3rd argument cannot be 0"));
  Owned m(abi::kr_int_abs(modulus)), e(retained(exponent)), b;
  bool negative = intSign(modulus) < 0;
  if (m == makeSmall(1)) return {makeSmall(0), nullptr};
  Int t;
  floorDivMod(base, m, nullptr, &t);
  b.set(t);
  if (intSign(exponent) < 0) {
    // The inverse by Euclid's algorithm: r = x * base (mod m).
    Owned r0(retained(m)), r1(b.take()), x0(makeSmall(0)), x1(makeSmall(1));
    while (r1 != 0) {
      Int q, r;
      floorDivMod(r0, r1, &q, &r);
      Owned quotient(q), product(intMul(quotient, x1));
      Int x = intSub(x0, product);
      r0.set(r1.take());
      r1.set(r);
      x0.set(x1.take());
      x1.set(x);
    }
    if (r0 != makeSmall(1)) {
      return failed<Int>(raiseValueError("base is not invertible for the given modulus"));
    }
    floorDivMod(x0, m, nullptr, &t);
    b.set(t);
    e.set(abi::kr_int_neg(exponent));
  }
  Operand x(b), y(e), z(m);
  Owned result;
  if (z.n == 1) {
    Limb mod = z.p[0], r = 1, sq = x.n ? x.p[0] : 0;
    auto mulMod = [mod](Limb p, Limb q) -> Limb {
      u128 product = static_cast<u128>(p) * q;
      Limb quotient, rem;
      asm("divq %4"
          : "=a"(quotient), "=d"(rem)
          : "a"(static_cast<Limb>(product)), "d"(static_cast<Limb>(product >> 64)), "r"(mod)
          : "cc");
      return rem;
    };
    for (size_t i = mpBits(y.p, y.n); i-- > 0;) {
      r = mulMod(r, r);
      if (y.p[i / 64] >> i % 64 & 1) r = mulMod(r, sq);
    }
    result.set(newIntU64(r));
  } else {
    // Left to right with a window of w bits.
    size_t n = z.n, bits = mpBits(y.p, y.n);
    unsigned w = bits > 400 ? 5 : bits > 60 ? 3 : 1;
    Scratch memory((size_t{1} << w) * n + 4 * n + 2 * n);
    Limb* table = memory.get();
    Limb* r = table + (size_t{1} << w) * n;
    Limb* product = r + n;
    auto mulTo = [&](Limb* to, const Limb* p, const Limb* q) {
      size_t np = mpTrim(p, n), nq = mpTrim(q, n);
      for (size_t i = 0; i < n; i++) {
        if (to != p && to != q) to[i] = 0;
      }
      if (!np || !nq) {
        for (size_t i = 0; i < n; i++) to[i] = 0;
        return;
      }
      if (p == q)
        mpSquare(product, p, np);
      else
        mpMul(product, p, np, q, nq);
      size_t k = mpTrim(product, np + nq);
      if (mpCompare(product, k, z.p, n) < 0) {
        memcpy(to, product, k * sizeof(Limb));
        for (size_t i = k; i < n; i++) to[i] = 0;
      } else {
        mpDivRem(nullptr, to, product, k, z.p, n);
      }
    };
    for (size_t i = 0; i < n; i++) table[i] = i == 0;
    for (size_t i = 0; i < n; i++) table[n + i] = i < x.n ? x.p[i] : 0;
    for (size_t k = 2; k < size_t{1} << w; k++)
      mulTo(table + k * n, table + (k - 1) * n, table + n);
    for (size_t i = 0; i < n; i++) r[i] = i == 0;
    size_t windows = (bits + w - 1) / w;
    for (size_t k = windows; k-- > 0;) {
      if (k + 1 != windows) {
        for (unsigned i = 0; i < w; i++) mulTo(r, r, r);
      }
      size_t digit = 0;
      for (unsigned i = w; i-- > 0;) {
        size_t at = k * w + i;
        digit = digit << 1 | (at < bits ? y.p[at / 64] >> at % 64 & 1 : 0);
      }
      if (digit) mulTo(r, r, table + digit * n);
    }
    result.set(makeInt(r, n, false));
  }
  if (negative && result != 0) return {intAdd(result, modulus), nullptr};
  return {result.take(), nullptr};
}

Int kr_int_gcd(Int a, Int b) { return intGcd(a, b); }

Result<Int> kr_int_isqrt(Int v) {
  if (intSign(v) < 0) return failed<Int>(raiseValueError("isqrt() argument must be nonnegative"));
  return {squareRoot(v), nullptr};
}

// round(v, digits): to a multiple of 10**-digits, half to even.
Int kr_int_round(Int v, Int digits) {
  if (intSign(digits) >= 0) return retained(v);
  int64_t d;
  // More digits than the value has: 0 (also spares a huge power).
  if (!intToI64(digits, &d) || -d > intBitLength(v) / 3 + 2) return makeSmall(0);
  Owned unit(power(makeSmall(10), static_cast<uint64_t>(-d)).value);
  Int q, r;
  floorDivMod(v, unit, &q, &r);
  Owned quotient(q), rest(r), twice(intAdd(rest, rest));
  int c = intCompare(twice, unit);
  Owned low(intSub(v, rest));
  if (c > 0 || (c == 0 && isOdd(quotient))) return intAdd(low, unit);
  return low.take();
}

}  // extern "C"
