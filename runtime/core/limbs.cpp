// Addition, multiplication (schoolbook, Karatsuba) and shifts of magnitudes.
#include "core/limbs.h"

#include "core/heap.h"

namespace krait::rt {

Scratch::Scratch(size_t limbs) : p_(local_) {
  if (limbs > kInline) {
    p_ = static_cast<Limb*>(allocTry(kr_ts(), kKindC, limbs * sizeof(Limb)));
    if (!p_) outOfMemory();
  }
}
Scratch::~Scratch() {
  if (p_ != local_) freeSlow(kr_ts(), p_);
}

int mpCompareN(const Limb* a, const Limb* b, size_t n) {
  while (n--) {
    if (a[n] != b[n]) return a[n] < b[n] ? -1 : 1;
  }
  return 0;
}

int mpCompare(const Limb* a, size_t na, const Limb* b, size_t nb) {
  if (na != nb) return na < nb ? -1 : 1;
  return mpCompareN(a, b, na);
}

namespace {
KR_INLINE Limb addCarry(Limb a, Limb b, Limb* carry) {
  unsigned long long out;
  Limb r = __builtin_addcll(a, b, *carry, &out);
  *carry = out;
  return r;
}
KR_INLINE Limb subBorrow(Limb a, Limb b, Limb* borrow) {
  unsigned long long out;
  Limb r = __builtin_subcll(a, b, *borrow, &out);
  *borrow = out;
  return r;
}
}  // namespace

Limb mpAdd1(Limb* r, const Limb* a, size_t n, Limb b) {
  size_t i = 0;
  for (; i < n && b; i++) {
    Limb s = a[i] + b;
    b = s < b;
    r[i] = s;
  }
  if (r != a) {
    for (; i < n; i++) r[i] = a[i];
  }
  return b;
}

Limb mpSub1(Limb* r, const Limb* a, size_t n, Limb b) {
  size_t i = 0;
  for (; i < n && b; i++) {
    Limb x = a[i];
    r[i] = x - b;
    b = x < b;
  }
  if (r != a) {
    for (; i < n; i++) r[i] = a[i];
  }
  return b;
}

// The carry stays in the flag from limb to limb, which the compiler does not manage across a loop.
#define KR_CARRY_LOOP(instruction)                                              \
  Limb carry = 0;                                                               \
  size_t blocks = nb / 4, i = 0;                                                \
  if (blocks) {                                                                 \
    Limb x;                                                                     \
    asm("clc\n"                                                                 \
        "1:\n\t"                                                                \
        "movq (%[a], %[i], 8), %[x]\n\t" instruction                            \
        " (%[b], %[i], 8), %[x]\n\t"                                            \
        "movq %[x], (%[r], %[i], 8)\n\t"                                        \
        "movq 8(%[a], %[i], 8), %[x]\n\t" instruction                           \
        " 8(%[b], %[i], 8), %[x]\n\t"                                           \
        "movq %[x], 8(%[r], %[i], 8)\n\t"                                       \
        "movq 16(%[a], %[i], 8), %[x]\n\t" instruction                          \
        " 16(%[b], %[i], 8), %[x]\n\t"                                          \
        "movq %[x], 16(%[r], %[i], 8)\n\t"                                      \
        "movq 24(%[a], %[i], 8), %[x]\n\t" instruction                          \
        " 24(%[b], %[i], 8), %[x]\n\t"                                          \
        "movq %[x], 24(%[r], %[i], 8)\n\t"                                      \
        "leaq 4(%[i]), %[i]\n\t"                                                \
        "decq %[blocks]\n\t"                                                    \
        "jnz 1b\n\t"                                                            \
        "adcq $0, %[carry]"                                                     \
        : [i] "+r"(i), [blocks] "+r"(blocks), [carry] "+r"(carry), [x] "=&r"(x) \
        : [a] "r"(a), [b] "r"(b), [r] "r"(r)                                    \
        : "cc", "memory");                                                      \
  }

Limb mpAdd(Limb* r, const Limb* a, size_t na, const Limb* b, size_t nb) {
  KR_CARRY_LOOP("adcq")
  for (; i < nb; i++) r[i] = addCarry(a[i], b[i], &carry);
  return mpAdd1(r + nb, a + nb, na - nb, carry);
}

Limb mpSub(Limb* r, const Limb* a, size_t na, const Limb* b, size_t nb) {
  KR_CARRY_LOOP("sbbq")
  for (; i < nb; i++) r[i] = subBorrow(a[i], b[i], &carry);
  return mpSub1(r + nb, a + nb, na - nb, carry);
}

Limb mpMul1(Limb* r, const Limb* a, size_t n, Limb b, Limb carry) {
  for (size_t i = 0; i < n; i++) {
    u128 t = static_cast<u128>(a[i]) * b + carry;
    r[i] = static_cast<Limb>(t);
    carry = static_cast<Limb>(t >> 64);
  }
  return carry;
}

Limb mpAddMul1(Limb* r, const Limb* a, size_t n, Limb b) {
  Limb carry = 0;
  size_t i = 0;
  for (; i + 4 <= n; i += 4) {
    u128 t0 = static_cast<u128>(a[i]) * b + r[i] + carry;
    u128 t1 = static_cast<u128>(a[i + 1]) * b + r[i + 1] + static_cast<Limb>(t0 >> 64);
    u128 t2 = static_cast<u128>(a[i + 2]) * b + r[i + 2] + static_cast<Limb>(t1 >> 64);
    u128 t3 = static_cast<u128>(a[i + 3]) * b + r[i + 3] + static_cast<Limb>(t2 >> 64);
    r[i] = static_cast<Limb>(t0);
    r[i + 1] = static_cast<Limb>(t1);
    r[i + 2] = static_cast<Limb>(t2);
    r[i + 3] = static_cast<Limb>(t3);
    carry = static_cast<Limb>(t3 >> 64);
  }
  for (; i < n; i++) {
    u128 t = static_cast<u128>(a[i]) * b + r[i] + carry;
    r[i] = static_cast<Limb>(t);
    carry = static_cast<Limb>(t >> 64);
  }
  return carry;
}

Limb mpSubMul1(Limb* r, const Limb* a, size_t n, Limb b) {
  Limb borrow = 0;
  for (size_t i = 0; i < n; i++) {
    u128 t = static_cast<u128>(a[i]) * b + borrow;
    Limb low = static_cast<Limb>(t);
    Limb x = r[i];
    r[i] = x - low;
    borrow = static_cast<Limb>(t >> 64) + (x < low);
  }
  return borrow;
}

Limb mpShl(Limb* r, const Limb* a, size_t n, unsigned s) {
  if (s == 0) {
    memmove(r, a, n * sizeof(Limb));
    return 0;
  }
  if (!n) return 0;
  Limb out = a[n - 1] >> (64 - s);
  for (size_t i = n - 1; i > 0; i--) r[i] = a[i] << s | a[i - 1] >> (64 - s);
  r[0] = a[0] << s;
  return out;
}

Limb mpShr(Limb* r, const Limb* a, size_t n, unsigned s) {
  if (s == 0) {
    memmove(r, a, n * sizeof(Limb));
    return 0;
  }
  if (!n) return 0;
  Limb out = a[0] << (64 - s);
  for (size_t i = 0; i + 1 < n; i++) r[i] = a[i] >> s | a[i + 1] << (64 - s);
  r[n - 1] = a[n - 1] >> s;
  return out;
}

// ---- multiplication -----------------------------------------------------------------------------

namespace {

constexpr size_t kKaratsuba = 32;
constexpr size_t kKaratsubaSquare = 48;

void mulBase(Limb* r, const Limb* a, size_t na, const Limb* b, size_t nb) {
  r[na] = mpMul1(r, a, na, b[0], 0);
  for (size_t i = 1; i < nb; i++) r[na + i] = mpAddMul1(r + i, a, na, b[i]);
}

void squareBase(Limb* r, const Limb* a, size_t n) {
  // The products a[i] * a[j], i < j, once; doubled; plus the squares.
  if (n == 1) {
    u128 t = static_cast<u128>(a[0]) * a[0];
    r[0] = static_cast<Limb>(t);
    r[1] = static_cast<Limb>(t >> 64);
    return;
  }
  r[0] = 0;
  r[n] = mpMul1(r + 1, a + 1, n - 1, a[0], 0);
  for (size_t i = 1; i + 1 < n; i++)
    r[n + i] = mpAddMul1(r + 2 * i + 1, a + i + 1, n - i - 1, a[i]);
  r[2 * n - 1] = 0;
  Limb carry = 0, out = 0;
  for (size_t i = 0; i < n; i++) {
    u128 sq = static_cast<u128>(a[i]) * a[i];
    Limb x = r[2 * i], y = r[2 * i + 1];
    Limb dx = x << 1 | out, dy = y << 1 | x >> 63;
    out = y >> 63;
    r[2 * i] = addCarry(dx, static_cast<Limb>(sq), &carry);
    r[2 * i + 1] = addCarry(dy, static_cast<Limb>(sq >> 64), &carry);
  }
}

size_t karatsubaScratch(size_t n) { return 5 * n + 512; }

// r[0..m) = |x1 - x0|, x0 of m limbs, x1 of n1 <= m; true if x1 < x0.
bool absDiff(Limb* r, const Limb* x0, size_t m, const Limb* x1, size_t n1) {
  bool less = false;
  size_t t0 = mpTrim(x0, m), t1 = mpTrim(x1, n1);
  if (mpCompare(x1, t1, x0, t0) < 0) {
    less = true;
    mpSub(r, x0, m, x1, n1);
  } else {
    mpSub(r, x1, t1, x0, t0);
    for (size_t i = t1; i < m; i++) r[i] = 0;
  }
  return less;
}

void mulKaratsuba(Limb* r, const Limb* a, size_t na, const Limb* b, size_t nb, Limb* t);

// Any sizes; t: karatsubaScratch(max size) limbs.
void mulAny(Limb* r, const Limb* a, size_t na, const Limb* b, size_t nb, Limb* t) {
  if (na < nb) {
    swap(a, b);
    swap(na, nb);
  }
  if (nb < kKaratsuba) {
    if (nb == 0) {
      for (size_t i = 0; i < na; i++) r[i] = 0;
      return;
    }
    return mulBase(r, a, na, b, nb);
  }
  if (nb > (na + 1) / 2) return mulKaratsuba(r, a, na, b, nb, t);
  // Lopsided: pieces of a as long as b.
  Limb* piece = t;
  Limb* rest = t + 2 * nb;
  mulAny(r, a, nb, b, nb, rest);
  for (size_t i = 2 * nb; i < na + nb; i++) r[i] = 0;
  for (size_t at = nb; at < na; at += nb) {
    size_t n = min(nb, na - at);
    mulAny(piece, a + at, n, b, nb, rest);
    mpAdd(r + at, r + at, na + nb - at, piece, n + nb);
  }
}

void mulKaratsuba(Limb* r, const Limb* a, size_t na, const Limb* b, size_t nb, Limb* t) {
  size_t m = (na + 1) / 2;
  size_t a1 = na - m, b1 = nb - m;
  Limb* middle = t;        // 2m limbs
  Limb* sums = t + 2 * m;  // 2m + 1 limbs
  Limb* rest = t + 4 * m + 1;
  bool negative = absDiff(sums, a, m, a + m, a1) != absDiff(sums + m, b, m, b + m, b1);
  mulAny(middle, sums, m, sums + m, m, rest);
  mulAny(r, a, m, b, m, rest);
  mulAny(r + 2 * m, a + m, a1, b + m, b1, rest);
  // a1 b0 + a0 b1 = z0 + z2 - (a1 - a0)(b1 - b0)
  sums[2 * m] = mpAdd(sums, r, 2 * m, r + 2 * m, a1 + b1);
  if (negative)
    sums[2 * m] += mpAdd(sums, sums, 2 * m, middle, 2 * m);
  else
    sums[2 * m] -= mpSub(sums, sums, 2 * m, middle, 2 * m);
  mpAdd(r + m, r + m, na + nb - m, sums, mpTrim(sums, 2 * m + 1));
}

void squareAny(Limb* r, const Limb* a, size_t n, Limb* t) {
  if (n < kKaratsubaSquare) return squareBase(r, a, n);
  size_t m = (n + 1) / 2, h = n - m;
  Limb* middle = t;
  Limb* sums = t + 2 * m;
  Limb* rest = t + 4 * m + 1;
  absDiff(sums, a, m, a + m, h);
  squareAny(middle, sums, m, rest);
  squareAny(r, a, m, rest);
  squareAny(r + 2 * m, a + m, h, rest);
  sums[2 * m] = mpAdd(sums, r, 2 * m, r + 2 * m, 2 * h);
  sums[2 * m] -= mpSub(sums, sums, 2 * m, middle, 2 * m);
  mpAdd(r + m, r + m, 2 * n - m, sums, mpTrim(sums, 2 * m + 1));
}

}  // namespace

void mpMul(Limb* r, const Limb* a, size_t na, const Limb* b, size_t nb) {
  if (na < nb) {
    swap(a, b);
    swap(na, nb);
  }
  if (nb < kKaratsuba) return mulBase(r, a, na, b, nb);
  if (a == b && na == nb) return mpSquare(r, a, na);
  // A lopsided product needs scratch for its pieces only.
  Scratch t(karatsubaScratch(nb > (na + 1) / 2 ? na : 2 * nb));
  mulAny(r, a, na, b, nb, t);
}

void mpSquare(Limb* r, const Limb* a, size_t n) {
  if (n < kKaratsubaSquare) return squareBase(r, a, n);
  Scratch t(karatsubaScratch(n));
  squareAny(r, a, n, t);
}

}  // namespace krait::rt
