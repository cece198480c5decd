// Division of magnitudes: by one limb and schoolbook with reciprocals (N. Möller, T. Granlund,
// "Improved division by invariant integers", 2011), recursive for long ones (C. Burnikel, J.
// Ziegler, "Fast recursive division", 1998); conversion to and from decimal by divide and conquer
// on top.
#include "core/limbs.h"

namespace krait::rt {
namespace {

constexpr size_t kRecursive = 48;    // limbs of the divisor from which recursion pays
constexpr size_t kDecimalBase = 24;  // limbs converted to decimal by repeated division
constexpr Limb kTen19 = 10000000000000000000u;

// floor((2**128 - 1) / d) - 2**64 for d >= 2**63
KR_INLINE Limb invert(Limb d) {
  Limb q, r;
  asm("divq %4" : "=a"(q), "=d"(r) : "a"(~Limb{0}), "d"(~d), "r"(d) : "cc");
  return q;
}

// (high, low) / d with high < d, d >= 2**63, v = invert(d)
KR_INLINE Limb div21(Limb high, Limb low, Limb d, Limb v, Limb* rem) {
  u128 q = static_cast<u128>(v) * high + ((static_cast<u128>(high) << 64) | low);
  Limb q1 = static_cast<Limb>(q >> 64) + 1;
  Limb r = low - q1 * d;
  if (r > static_cast<Limb>(q)) {
    q1--;
    r += d;
  }
  if (KR_UNLIKELY(r >= d)) {
    q1++;
    r -= d;
  }
  *rem = r;
  return q1;
}

Limb invert32(Limb d1, Limb d0) {
  Limb v = invert(d1);
  Limb p = d1 * v + d0;
  if (p < d0) {
    v--;
    if (p >= d1) {
      v--;
      p -= d1;
    }
    p -= d1;
  }
  u128 t = static_cast<u128>(v) * d0;
  Limb t1 = static_cast<Limb>(t >> 64), t0 = static_cast<Limb>(t);
  p += t1;
  if (p < t1) {
    v--;
    if (p > d1 || (p == d1 && t0 >= d0)) v--;
  }
  return v;
}

// The quotient of (u2, u1, u0) / (d1, d0), (u2, u1) < (d1, d0).
KR_INLINE Limb div32(Limb u2, Limb u1, Limb u0, Limb d1, Limb d0, Limb v) {
  u128 q = static_cast<u128>(v) * u2 + ((static_cast<u128>(u2) << 64) | u1);
  Limb q1 = static_cast<Limb>(q >> 64), q0 = static_cast<Limb>(q);
  u128 d = (static_cast<u128>(d1) << 64) | d0;
  Limb r1 = u1 - q1 * d1;
  u128 r = ((static_cast<u128>(r1) << 64) | u0) - static_cast<u128>(d0) * q1 - d;
  q1++;
  if (static_cast<Limb>(r >> 64) >= q0) {
    q1--;
    r += d;
  }
  if (KR_UNLIKELY(r >= d)) q1++;
  return q1;
}

// q (na - nb limbs) = a / b, a becomes the remainder (nb limbs, the rest 0). b normalised (top bit
// set), nb >= 2, the top nb limbs of a less than b.
void divSchool(Limb* q, Limb* a, size_t na, const Limb* b, size_t nb) {
  Limb d1 = b[nb - 1], d0 = b[nb - 2], v = invert32(d1, d0);
  for (size_t j = na - nb; j-- > 0;) {
    Limb u2 = a[j + nb], u1 = a[j + nb - 1], u0 = a[j + nb - 2];
    Limb digit = u2 == d1 && u1 == d0 ? ~Limb{0} : div32(u2, u1, u0, d1, d0, v);
    if (digit) {
      Limb borrow = mpSubMul1(a + j, b, nb, digit);
      if (KR_UNLIKELY(u2 < borrow)) {
        digit--;
        mpAdd(a + j, a + j, nb, b, nb);
      }
    }
    a[j + nb] = 0;
    q[j] = digit;
  }
}

void div2n(Limb* q, Limb* a, const Limb* b, size_t n, Limb* t);

// q (h limbs) = a (3h limbs) / b (2h limbs); a becomes the remainder in 2h limbs. a < b * 2**(64
// h).
void div3h(Limb* q, Limb* a, const Limb* b, size_t h, Limb* t) {
  const Limb* b1 = b + h;
  if (mpCompareN(a + 2 * h, b1, h) < 0) {
    div2n(q, a + h, b1, h, t);
  } else {  // the quotient digit is the largest: remainder a' - (2**(64h) - 1) b1
    for (size_t i = 0; i < h; i++) q[i] = ~Limb{0};
    mpSub(a + 2 * h, a + 2 * h, h, b1, h);
    Limb carry = mpAdd(a + h, a + h, h, b1, h);
    mpAdd1(a + 2 * h, a + 2 * h, h, carry);
  }
  mpMul(t, q, h, b, h);
  Limb borrow = mpSub(a, a, 3 * h, t, 2 * h);
  while (borrow) {
    mpSub1(q, q, h, 1);
    borrow -= mpAdd(a, a, 3 * h, b, 2 * h);
  }
}

// q (n limbs) = a (2n limbs) / b (n limbs); a becomes the remainder. The top half of a is less than
// b.
void div2n(Limb* q, Limb* a, const Limb* b, size_t n, Limb* t) {
  if (n % 2 || n < kRecursive) return divSchool(q, a, 2 * n, b, n);
  size_t h = n / 2;
  div3h(q + h, a + h, b, h, t);
  div3h(q, a, b, h, t);
}

// a (na limbs) by b (nb >= kRecursive limbs), both already shifted so that b is normalised.
void divLong(Limb* q, Limb* a, size_t na, const Limb* b, size_t nb) {
  // n: nb rounded up so that it can be halved down to the base size.
  size_t halvings = 0;
  while ((nb >> halvings) >= kRecursive) halvings++;
  size_t unit = size_t{1} << halvings;
  size_t n = (nb + unit - 1) / unit * unit;
  size_t pad = n - nb;
  size_t blocks = (na + pad + n - 1) / n + 1;  // one zero block on top
  Scratch memory(n + blocks * n + blocks * n + 2 * n);
  Limb* d = memory.get();
  Limb* x = d + n;
  Limb* quotient = x + blocks * n;
  Limb* t = quotient + blocks * n;
  for (size_t i = 0; i < pad; i++) d[i] = x[i] = 0;
  memcpy(d + pad, b, nb * sizeof(Limb));
  memcpy(x + pad, a, na * sizeof(Limb));
  for (size_t i = pad + na; i < blocks * n; i++) x[i] = 0;
  for (size_t k = blocks - 1; k-- > 0;) div2n(quotient + k * n, x + k * n, d, n, t);
  memcpy(q, quotient, (na - nb) * sizeof(Limb));
  memcpy(a, x + pad, nb * sizeof(Limb));
  for (size_t i = nb; i < na; i++) a[i] = 0;
}

// Like divSchool, choosing the method.
void divNormalized(Limb* q, Limb* a, size_t na, const Limb* b, size_t nb) {
  size_t nq = na - nb;
  if (nb < kRecursive || nq < kRecursive) return divSchool(q, a, na, b, nb);
  if (nq >= nb) return divLong(q, a, na, b, nb);
  // A short quotient depends on the leading 2 nq limbs; then the rest is subtracted.
  size_t cut = nb - nq;
  Limb* high = a + cut;  // 2 nq limbs by nq limbs
  Scratch t(nq + cut + 1);
  if (mpCompareN(high + nq, b + cut, nq) < 0) {
    divLong(q, high, 2 * nq, b + cut, nq);
  } else {  // equal to the divisor's top: the estimate is the largest quotient
    for (size_t i = 0; i < nq; i++) q[i] = ~Limb{0};
    mpSub(high + nq, high + nq, nq, b + cut, nq);
    Limb carry = mpAdd(high, high, nq, b + cut, nq);
    mpAdd1(high + nq, high + nq, nq, carry);
  }
  mpMul(t, q, nq, b, cut);
  Limb borrow = mpSub(a, a, na, t, nq + cut);
  while (borrow) {
    mpSub1(q, q, nq, 1);
    borrow -= mpAdd(a, a, na, b, nb);
  }
}

}  // namespace

Limb mpDivRem1(Limb* q, const Limb* a, size_t n, Limb d) {
  if (!n) return 0;
  unsigned s = static_cast<unsigned>(__builtin_clzll(d));
  Limb dn = d << s, v = invert(dn), r = 0;
  if (s == 0) {
    for (size_t i = n; i-- > 0;) q[i] = div21(r, a[i], dn, v, &r);
    return r;
  }
  r = a[n - 1] >> (64 - s);
  for (size_t i = n - 1; i > 0; i--) {
    q[i] = div21(r, a[i] << s | a[i - 1] >> (64 - s), dn, v, &r);
  }
  q[0] = div21(r, a[0] << s, dn, v, &r);
  return r >> s;
}

void mpDivRem(Limb* q, Limb* r, const Limb* a, size_t na, const Limb* b, size_t nb) {
  if (nb == 1) {
    Scratch t(q ? 0 : na);
    r[0] = mpDivRem1(q ? q : t.get(), a, na, b[0]);
    return;
  }
  unsigned s = static_cast<unsigned>(__builtin_clzll(b[nb - 1]));
  Scratch memory(na + 1 + nb + (q ? 0 : na - nb + 1));
  Limb* x = memory.get();
  Limb* d = x + na + 1;
  Limb* quotient = q ? q : d + nb;
  x[na] = mpShl(x, a, na, s);
  mpShl(d, b, nb, s);
  divNormalized(quotient, x, na + 1, d, nb);
  mpShr(r, x, nb, s);
}

// ---- decimal ------------------------------------------------------------------------------------

namespace {

struct Powers {  // 10**(19 * 2**k), k = 0 …
  static constexpr int kMax = 48;
  Limb* p[kMax];
  size_t n[kMax];
  int count = 0;
};

// 19 digits with leading zeros: 1 + 2 * 9, so that the halves are independent.
KR_INLINE void write19(char* out, Limb v) {
  Limb high = v / 1000000000u;  // 10 digits
  auto low = static_cast<uint32_t>(v % 1000000000u);
  auto top = static_cast<uint32_t>(high / 1000000000u);
  auto middle = static_cast<uint32_t>(high % 1000000000u);
  out[0] = static_cast<char>('0' + top);
  auto write9 = [](char* p, uint32_t x) {
    for (int i = 7; i >= 1; i -= 2) {
      __builtin_memcpy(p + i, kDigitPairs + x % 100 * 2, 2);
      x /= 100;
    }
    p[0] = static_cast<char>('0' + x);
  };
  write9(out + 1, middle);
  write9(out + 10, low);
}

// Exactly `chunks` chunks of 19 digits with leading zeros. a is destroyed.
void decimalBase(char* out, Limb* a, size_t n, size_t chunks) {
  for (size_t i = chunks; i-- > 0;) {
    Limb r = 0;
    if (n) {
      r = mpDivRem1(a, a, n, kTen19);
      n = mpTrim(a, n);
    }
    write19(out + 19 * i, r);
  }
}

// a < 10**(19 * 2**k): 2**k chunks.
void decimalRecursive(char* out, Limb* a, size_t n, int k, const Powers& powers) {
  n = mpTrim(a, n);
  size_t chunks = size_t{1} << k;
  if (n <= kDecimalBase || k == 0) return decimalBase(out, a, n, chunks);
  const Limb* d = powers.p[k - 1];
  size_t nd = powers.n[k - 1];
  size_t half = chunks / 2 * 19;
  if (mpCompare(a, n, d, nd) < 0) {
    memset(out, '0', half);
    return decimalRecursive(out + half, a, n, k - 1, powers);
  }
  Scratch t(n - nd + 1 + nd);
  Limb* q = t.get();
  Limb* r = q + n - nd + 1;
  mpDivRem(q, r, a, n, d, nd);
  decimalRecursive(out, q, n - nd + 1, k - 1, powers);
  decimalRecursive(out + half, r, nd, k - 1, powers);
}

size_t stripZeros(char* out, size_t length) {
  size_t skip = 0;
  while (skip < length && out[skip] == '0') skip++;
  memmove(out, out + skip, length - skip);
  return length - skip;
}

}  // namespace

size_t mpToDecimal(char* out, Limb* a, size_t n) {
  n = mpTrim(a, n);
  if (!n) return 0;
  // 64 bits are at most 19.27 digits.
  size_t chunks = n + n / 64 + 1;
  if (n <= kDecimalBase) {
    size_t length = 0;
    // From the low end into the end of the room, so that no leading zero chunks are written.
    Limb parts[kDecimalBase + 2];
    size_t count = 0;
    while (n) {
      parts[count++] = mpDivRem1(a, a, n, kTen19);
      n = mpTrim(a, n);
    }
    for (size_t i = count; i-- > 0;) {
      write19(out + length, parts[i]);
      length += 19;
      if (i == count - 1) length = stripZeros(out, length);
    }
    return length;
  }
  Powers powers;
  int k = 0;
  while ((size_t{1} << k) < chunks) k++;
  size_t total = 0;
  for (int i = 0; i < k; i++) total += (size_t{2} << i) + 2;
  Scratch memory(total);
  Scratch text((chunks * 2 * 19 + 7) / 8 + 8);
  Limb* at = memory.get();
  for (int i = 0; i < k; i++) {
    powers.p[i] = at;
    if (i == 0) {
      at[0] = kTen19;
      powers.n[0] = 1;
    } else {
      mpSquare(at, powers.p[i - 1], powers.n[i - 1]);
      powers.n[i] = mpTrim(at, 2 * powers.n[i - 1]);
    }
    at += 2 * powers.n[i];
    powers.count++;
    // No need of powers above the square root.
    if (powers.n[i] * 2 > n + 1) {
      k = i + 1;
      break;
    }
  }
  // a may be above the square of the last power: split off until it fits.
  while (true) {
    const Limb* d = powers.p[k - 1];
    size_t nd = powers.n[k - 1];
    Scratch square(2 * nd);
    mpSquare(square, d, nd);
    size_t ns = mpTrim(square, 2 * nd);
    if (mpCompare(a, n, square, ns) < 0) break;
    powers.p[k] = at;
    memcpy(at, square.get(), ns * sizeof(Limb));
    powers.n[k] = ns;
    at += ns;
    k++;
  }
  auto* digits = reinterpret_cast<char*>(text.get());
  size_t length = (size_t{1} << k) * 19;
  decimalRecursive(digits, a, n, k, powers);
  size_t skip = 0;
  while (digits[skip] == '0') skip++;
  memcpy(out, digits + skip, length - skip);
  return length - skip;
}

// ---- from digits --------------------------------------------------------------------------------

namespace {

struct Chunk {
  unsigned digits;  // in one limb
  Limb base;        // base ** digits
};
Chunk chunkOf(unsigned base) {
  Chunk c = {0, 1};
  while (c.base <= ~Limb{0} / base) {
    c.base *= base;
    c.digits++;
  }
  return c;
}

// The number of eight decimal digit values, by pairs, fours, eights at once.
KR_INLINE Limb eightDigits(const uint8_t* p) {
  Limb v = loadAs<Limb>(p);
  v = (v * 10 + (v >> 8)) & 0x00ff00ff00ff00ff;
  v = (v * 100 + (v >> 16)) & 0x0000ffff0000ffff;
  return (v * 10000 + (v >> 32)) & 0xffffffff;
}

size_t fromDigitsBase(Limb* r, const uint8_t* digits, size_t n, unsigned base, Chunk chunk) {
  size_t limbs = 0;
  size_t first = n % chunk.digits;
  for (size_t i = 0; i < n;) {
    size_t k = i == 0 && first ? first : chunk.digits;
    Limb value = 0, scale = chunk.base;
    size_t j = 0;
    if (base == 10) {
      for (; j + 8 <= k; j += 8) value = value * 100000000u + eightDigits(digits + i + j);
    }
    for (; j < k; j++) value = value * base + digits[i + j];
    i += k;
    Limb carry = mpMul1(r, r, limbs, scale, value);
    if (carry) r[limbs++] = carry;
  }
  return limbs;
}

// Levels of base**(chunk.digits * 2**k * unit) would do; powers are computed once a level, top
// down.
size_t fromDigits(Limb* r, const uint8_t* digits, size_t n, unsigned base, Chunk chunk,
                  Limb* const* powers, const size_t* power_limbs, int level, size_t unit) {
  while (level >= 0 && n <= (unit << level)) level--;
  if (level < 0) return fromDigitsBase(r, digits, n, base, chunk);
  size_t low = unit << level;
  size_t high = n - low;
  Scratch t(mpDigitLimbs(high, base) + mpDigitLimbs(low, base));
  Limb* h = t.get();
  Limb* l = h + mpDigitLimbs(high, base);
  size_t nh = fromDigits(h, digits, high, base, chunk, powers, power_limbs, level, unit);
  size_t nl = fromDigits(l, digits + high, low, base, chunk, powers, power_limbs, level - 1, unit);
  if (!nh) {
    memcpy(r, l, nl * sizeof(Limb));
    return nl;
  }
  size_t np = power_limbs[level];
  mpMul(r, powers[level], np, h, nh);
  size_t nr = np + nh;
  Limb carry = nl <= nr ? mpAdd(r, r, nr, l, nl) : 0;
  (void)carry;  // the value fits np + nh limbs
  return mpTrim(r, nr);
}

}  // namespace

size_t mpDigitLimbs(size_t digits, unsigned base) { return digits / chunkOf(base).digits + 3; }

size_t mpFromDigits(Limb* r, const uint8_t* digits, size_t n, unsigned base) {
  Chunk chunk = chunkOf(base);
  size_t unit = chunk.digits * size_t{40};
  if (n <= unit) return fromDigitsBase(r, digits, n, base, chunk);
  Limb* powers[48];
  size_t limbs[48];
  int levels = 0;
  while ((unit << levels) < n) levels++;
  size_t total = 0;
  for (int i = 0; i < levels; i++) total += 2 * mpDigitLimbs(unit << i, base);
  Scratch memory(total);
  Limb* at = memory.get();
  for (int i = 0; i < levels; i++) {
    powers[i] = at;
    if (i == 0) {
      at[0] = chunk.base;
      limbs[0] = 1;
      for (int j = 1; j < 40; j++) {
        Limb carry = mpMul1(at, at, limbs[0], chunk.base, 0);
        if (carry) at[limbs[0]++] = carry;
      }
    } else {
      mpSquare(at, powers[i - 1], limbs[i - 1]);
      limbs[i] = mpTrim(at, 2 * limbs[i - 1]);
    }
    at += 2 * mpDigitLimbs(unit << i, base);
  }
  return fromDigits(r, digits, n, base, chunk, powers, limbs, levels - 1, unit);
}

}  // namespace krait::rt
