// Arithmetic on magnitudes: arrays of 64-bit limbs, least significant first.
#pragma once

#include "core/support.h"

namespace krait::rt {

using Limb = uint64_t;

// Temporary memory: on the stack if small.
class Scratch {
 public:
  explicit Scratch(size_t limbs);
  ~Scratch();
  Scratch(const Scratch&) = delete;
  Scratch& operator=(const Scratch&) = delete;
  Limb* get() { return p_; }
  operator Limb*() { return p_; }

 private:
  static constexpr size_t kInline = 48;
  Limb local_[kInline];
  Limb* p_;
};

// The number of limbs without leading zeros.
KR_INLINE size_t mpTrim(const Limb* a, size_t n) {
  while (n && !a[n - 1]) n--;
  return n;
}
KR_INLINE size_t mpBits(const Limb* a, size_t n) {  // top limb not zero
  return n ? n * 64 - static_cast<size_t>(__builtin_clzll(a[n - 1])) : 0;
}
// Both without leading zeros.
int mpCompare(const Limb* a, size_t na, const Limb* b, size_t nb);
int mpCompareN(const Limb* a, const Limb* b, size_t n);
// r = a + b, na >= nb; the carry. r may be a or b.
Limb mpAdd(Limb* r, const Limb* a, size_t na, const Limb* b, size_t nb);
// r = a - b, na >= nb; the borrow.
Limb mpSub(Limb* r, const Limb* a, size_t na, const Limb* b, size_t nb);
Limb mpAdd1(Limb* r, const Limb* a, size_t n, Limb b);
Limb mpSub1(Limb* r, const Limb* a, size_t n, Limb b);
// r = a * b + carry; r += a * b; r -= a * b. The limb beyond.
Limb mpMul1(Limb* r, const Limb* a, size_t n, Limb b, Limb carry);
Limb mpAddMul1(Limb* r, const Limb* a, size_t n, Limb b);
Limb mpSubMul1(Limb* r, const Limb* a, size_t n, Limb b);
// r = a * b with na + nb limbs; r overlaps neither. na, nb >= 1.
void mpMul(Limb* r, const Limb* a, size_t na, const Limb* b, size_t nb);
void mpSquare(Limb* r, const Limb* a, size_t n);
// r = a << s, a >> s for 0 <= s < 64; the bits shifted out (for >>: in the high bits). r may be a.
Limb mpShl(Limb* r, const Limb* a, size_t n, unsigned s);
Limb mpShr(Limb* r, const Limb* a, size_t n, unsigned s);
// q = a / d, the remainder. q may be a.
Limb mpDivRem1(Limb* q, const Limb* a, size_t n, Limb d);
// q (na - nb + 1 limbs) = a / b, r (nb limbs) = a % b; na >= nb >= 1, top limb of b not zero. q may
// be null. Neither result overlaps an operand.
void mpDivRem(Limb* q, Limb* r, const Limb* a, size_t na, const Limb* b, size_t nb);

// Decimal digits of a (destroyed), without leading zeros, written to out; returns how many (0 for
// 0). Capacity: 20 a limb.
size_t mpToDecimal(char* out, Limb* a, size_t n);
// The value of n digit values (0..base-1, one a byte) into r; returns the limbs used. Capacity:
// mpDigitLimbs(n, base).
size_t mpFromDigits(Limb* r, const uint8_t* digits, size_t n, unsigned base);
size_t mpDigitLimbs(size_t digits, unsigned base);

}  // namespace krait::rt
