// Properties of characters, from the generated tables in unicode/tables.inc.
#pragma once

#include <stdint.h>

namespace krait::rt {

enum CharFlag : uint16_t {
  kCharAlpha = 1 << 0,
  kCharDecimal = 1 << 1,
  kCharDigit = 1 << 2,
  kCharNumeric = 1 << 3,
  kCharSpace = 1 << 4,
  kCharUpper = 1 << 5,
  kCharLower = 1 << 6,
  kCharTitle = 1 << 7,  // category Lt
  kCharPrintable = 1 << 8,
  kCharXidStart = 1 << 9,  // and '_'
  kCharXidContinue = 1 << 10,
  kCharCased = 1 << 11,
  kCharCaseIgnorable = 1 << 12,
  kCharLinebreak = 1 << 13,
  kCharLongCase = 1 << 14,  // some case mapping gives more than one character
  kCharAlnum = kCharAlpha | kCharDecimal | kCharDigit | kCharNumeric,
};

// One a distinct set of properties. Mappings are differences to the character; with kCharLongCase,
// indices into kLongCase, whose element there is the length before the characters.
struct CharRecord {
  int32_t upper, lower, title, fold;
  int32_t simple_lower;  // difference
  uint16_t flags;
  int8_t decimal, digit;  // -1: none
};

extern const CharRecord kCharRecords[];
extern const uint16_t kCharIndex1[];
extern const uint16_t kCharIndex2[];
extern const uint32_t kLongCase[];
extern const uint8_t kAsciiFlags[128];  // the low eight flags of ASCII characters
#include "core/unicode/limits.inc"

inline const CharRecord& charRecord(uint32_t c) {
  uint32_t block = c < kCharLimit ? kCharIndex1[c >> kCharShift] : kCharLastBlock;
  return kCharRecords[kCharIndex2[(block << kCharShift) + (c & ((1u << kCharShift) - 1))]];
}
inline uint16_t charFlags(uint32_t c) { return charRecord(c).flags; }
inline bool isSpace(uint32_t c) {
  return c < 128 ? (kAsciiFlags[c] & kCharSpace) != 0 : (charFlags(c) & kCharSpace) != 0;
}
inline bool isLinebreak(uint32_t c) {
  if (c < 128) return (c >= 10 && c <= 13) || (c >= 28 && c <= 30);
  return c == 0x85 || c == 0x2028 || c == 0x2029;
}
inline bool isPrintable(uint32_t c) {
  return c < 127 ? c >= 32 : (charFlags(c) & kCharPrintable) != 0;
}
// The value of a decimal digit of any script, or -1.
inline int decimalValue(uint32_t c) {
  if (c < 128) return c - '0' < 10 ? static_cast<int>(c - '0') : -1;
  return charRecord(c).decimal;
}
inline int digitValue(uint32_t c) { return charRecord(c).digit; }
// The numeric value (fractions too), or -1.0 where there is none; U+0F33 has -0.5.
double numericValue(uint32_t c);

// Full case mappings: write one to three characters to out, return how many. lowerChars maps
// capital sigma to the non-final form.
int longCase(uint32_t at, uint32_t out[3]);
template <int32_t CharRecord::* kMapping>
inline int mapChar(uint32_t c, uint32_t out[3]) {
  const CharRecord& r = charRecord(c);
  uint32_t value = static_cast<uint32_t>(r.*kMapping);
  if (__builtin_expect(r.flags & kCharLongCase, 0)) return longCase(value, out);
  out[0] = c + value;
  return 1;
}
inline int upperChars(uint32_t c, uint32_t out[3]) { return mapChar<&CharRecord::upper>(c, out); }
inline int lowerChars(uint32_t c, uint32_t out[3]) { return mapChar<&CharRecord::lower>(c, out); }
inline int titleChars(uint32_t c, uint32_t out[3]) { return mapChar<&CharRecord::title>(c, out); }
inline int foldChars(uint32_t c, uint32_t out[3]) { return mapChar<&CharRecord::fold>(c, out); }

}  // namespace krait::rt
