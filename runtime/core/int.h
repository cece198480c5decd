// Ints of arbitrary precision (see object.h for the word) as the rest of the runtime uses them.
// Results are owned; parameters borrowed.
#pragma once

#include "core/object.h"
#include "core/support.h"

namespace krait::rt {

Int newIntBig(i128 v);
KR_INLINE Int newInt(int64_t v) { return fitsSmall(v) ? makeSmall(v) : newIntBig(v); }
KR_INLINE Int newIntU64(uint64_t v) {
  return v <= static_cast<uint64_t>(kSmallMax) ? makeSmall(static_cast<int64_t>(v)) : newIntBig(v);
}
// The value as int64; false if it doesn't fit.
bool intToI64(Int v, int64_t* out);
bool intToU64(Int v, uint64_t* out);
// Nearest double (half to even); false if it overflows.
bool intToDouble(Int v, double* out);
// The integer part; d is finite.
Int intFromDouble(double d);
// -1, 0, 1.
int intCompare(Int a, Int b);
int intSign(Int v);
Int intAdd(Int a, Int b);
Int intSub(Int a, Int b);
Int intMul(Int a, Int b);
int64_t intBitLength(Int v);

// Text in base 2..36 (lower case, '-' first, no prefix) written from `out`; the needed capacity is
// intTextCapacity(v, base). Returns the length. No digit limit.
size_t intTextCapacity(Int v, int base);
size_t intToText(Int v, int base, char* out);
// Reads n digits of the base (no sign, prefix, underscore or blank; all characters are valid
// digits).
Int intFromDigits(const char* digits, size_t n, int base, bool negative);

}  // namespace krait::rt
