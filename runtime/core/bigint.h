// Inside of the int functions: operands as magnitudes, making canonical results.
#pragma once

#include "core/int.h"
#include "core/limbs.h"
#include "core/memory.h"

namespace krait::rt {

// An int as sign and magnitude, whatever its representation.
struct Operand {
  const Limb* p;
  size_t n;  // 0 for zero
  bool negative;
  Limb one;
  explicit Operand(Int v) {
    if (isSmall(v)) {
      int64_t x = smallValue(v);
      negative = x < 0;
      one = negative ? 0 - static_cast<Limb>(x) : static_cast<Limb>(x);
      p = &one;
      n = one != 0;
    } else {
      const BigInt* b = bigValue(v);
      negative = b->size < 0;
      n = static_cast<size_t>(negative ? -b->size : b->size);
      p = b->limbs;
    }
  }
  Operand(const Operand&) = delete;
  Operand& operator=(const Operand&) = delete;
};

// A big int with room for n limbs, contents undefined. To be given to finishBig.
BigInt* allocBig(size_t n);
BigInt* tryAllocBig(size_t n);
// Trims to the value of the first n limbs and makes it canonical (frees b if the value is small).
Int finishBig(BigInt* b, size_t n, bool negative);
// The int of a magnitude elsewhere.
Int makeInt(const Limb* p, size_t n, bool negative);
KR_INLINE Int retained(Int v) {
  retainInt(v);
  return v;
}

// A double from (top * 2**exponent), top's highest bit set, sticky: more bits below. Half to even;
// subnormals are rounded once. False if it overflows.
bool roundToDouble(Limb top, int64_t exponent, bool sticky, bool negative, double* out);

Int intShiftLeft(Int v, uint64_t bits);
Int intShiftRight(Int v, uint64_t bits);  // floors

// Owned value for temporaries.
class Owned {
 public:
  Owned() = default;
  explicit Owned(Int v) : v_(v) {}
  ~Owned() { releaseInt(v_); }
  Owned(const Owned&) = delete;
  Owned& operator=(const Owned&) = delete;
  void set(Int v) {
    releaseInt(v_);
    v_ = v;
  }
  Int take() {
    Int v = v_;
    v_ = 0;
    return v;
  }
  operator Int() const { return v_; }

 private:
  Int v_ = 0;
};

}  // namespace krait::rt
