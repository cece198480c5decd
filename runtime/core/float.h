// Conversions between doubles and decimal text.
#pragma once

#include "core/object.h"
#include "core/support.h"

namespace krait::rt {

// A finite magnitude as decimal digits: 0.DDDD… * 10**point. Trailing zeros are stripped, so count may
// be smaller than asked for (callers pad with '0'). Zero: count 0, point 1.
struct Digits {
  static constexpr int kMax = 1100;
  int count;  // digits present; 0 only if the value is (or rounds to) zero
  int point;  // position of the decimal point relative to the first digit (dtoa's decpt); 1 for
              // zero
  bool negative;
  char text[kMax];  // '0'..'9', not terminated
};

// Shortest digits that read back as `d` (dtoa mode 0). d is finite.
void shortestDigits(double d, Digits* out);
// Correctly rounded (half to even on the exact value) to n >= 1 significant digits (dtoa mode 2).
void significantDigits(double d, int n, Digits* out);
// Correctly rounded to n digits after the point (n may be negative) (dtoa mode 3).
void fixedDigits(double d, int n, Digits* out);

// repr(d) into `out` (at least 32 bytes), not terminated; returns the length.
size_t floatRepr(double d, char* out);

// Reads sign, digits, point, exponent at the start of ASCII text [p, p + n): no blanks,
// underscores, inf or nan. Correctly rounded; overflow gives infinity. Returns the number of
// characters used, 0 if there is no number.
size_t parseDecimal(const char* p, size_t n, double* out);

}  // namespace krait::rt
