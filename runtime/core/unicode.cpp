// The generated tables and what needs more than a look into them.
#include "core/unicode.h"

namespace krait::rt {

#include "core/unicode/tables.inc"

double numericValue(uint32_t c) {
  const CharRecord& r = charRecord(c);
  if (r.decimal >= 0) return r.decimal;
  if (!(r.flags & kCharNumeric)) return -1.0;
  uint32_t low = 0, high = kNumericCount;
  while (low < high) {
    uint32_t middle = (low + high) / 2;
    if (kNumericChars[middle] < c) {
      low = middle + 1;
    } else {
      high = middle;
    }
  }
  return low < kNumericCount && kNumericChars[low] == c ? kNumericValues[kNumericIndex[low]] : -1.0;
}

int longCase(uint32_t at, uint32_t out[3]) {
  const uint32_t* p = kLongCase + at;
  for (uint32_t i = 0; i < *p; i++) out[i] = p[i + 1];
  return static_cast<int>(*p);
}

}  // namespace krait::rt

using namespace krait::rt;

extern "C" {

static uint16_t flagsOf(int64_t c) { return charFlags(static_cast<uint32_t>(c)); }
bool kr_char_isalpha(int64_t c) { return flagsOf(c) & kCharAlpha; }
bool kr_char_isdigit(int64_t c) { return flagsOf(c) & kCharDigit; }
bool kr_char_isdecimal(int64_t c) { return flagsOf(c) & kCharDecimal; }
bool kr_char_isnumeric(int64_t c) { return flagsOf(c) & kCharNumeric; }
bool kr_char_isalnum(int64_t c) { return flagsOf(c) & kCharAlnum; }
bool kr_char_isspace(int64_t c) { return isSpace(static_cast<uint32_t>(c)); }
bool kr_char_isupper(int64_t c) { return flagsOf(c) & kCharUpper; }
bool kr_char_islower(int64_t c) { return flagsOf(c) & kCharLower; }
bool kr_char_isprintable(int64_t c) { return isPrintable(static_cast<uint32_t>(c)); }
bool kr_char_islinebreak(int64_t c) { return isLinebreak(static_cast<uint32_t>(c)); }
int64_t kr_char_lower(int64_t c) { return c + charRecord(static_cast<uint32_t>(c)).simple_lower; }
int64_t kr_char_upper(int64_t c) {
  uint32_t out[3];
  return upperChars(static_cast<uint32_t>(c), out) == 1 ? out[0] : c;
}
int64_t kr_char_decimal(int64_t c) { return decimalValue(static_cast<uint32_t>(c)); }
int64_t kr_char_digit(int64_t c) { return digitValue(static_cast<uint32_t>(c)); }
double kr_char_numeric(int64_t c) { return numericValue(static_cast<uint32_t>(c)); }

}  // extern "C"
