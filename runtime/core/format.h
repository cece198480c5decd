// The format mini-language: what a specification says, and formatting by it.
#pragma once

#include "core/str.h"

namespace krait::rt {

// A parsed specification: [[fill]align][sign][z][#][0][width][grouping][.precision][type]
struct FormatSpec {
  uint32_t fill = ' ';
  uint32_t align = 0;      // '<' '>' '=' '^'
  uint32_t sign = 0;       // '+' '-' ' ', 0: none given
  uint32_t thousands = 0;  // ',' '_' or 0
  uint32_t type = 0;
  bool alternate = false;
  bool no_neg_zero = false;
  bool fill_given = false;
  int64_t width = -1;
  int64_t precision = -1;
  int group = 3;  // digits between separators
};

// Beyond this width there is surely no memory (and nearer to 2**63 sums of widths would overflow).
constexpr int64_t kMostWidth = int64_t{1} << 46;

// Reads a specification. Returns an owned error or null. type_name is for the error's text.
Exception* parseFormatSpec(const Str* spec, uint32_t default_type, uint32_t default_align,
                           const char* type_name, FormatSpec* out);
// "Unknown format code …"
Exception* unknownFormatCode(uint32_t type, const char* type_name);

// A number's text in parts, all ASCII: sign, prefix, digits (grouped), rest (point, fraction,
// exponent).
struct NumberText {
  uint32_t sign = 0;
  const char* prefix = "";
  int64_t prefix_length = 0;
  const char* digits = "";
  int64_t digit_count = 0;
  const char* rest = "";
  int64_t rest_length = 0;
};
Result<Str*> layoutNumber(const NumberText& number, const FormatSpec& spec);
// `text` between fill characters as the specification's width and align say.
Result<Str*> layoutText(const Str* text, int64_t length, const FormatSpec& spec);

// The text of d as C's printf would write it with the conversion e f g E F G or 'r' (repr), by
// CPython's rules; a minus sign comes first. flags: FloatFlag. Freed by the destructor.
enum FloatFlag { kFloatAddDot0 = 1, kFloatAlternate = 2, kFloatNoNegZero = 4 };
class FloatText {
 public:
  FloatText() = default;
  ~FloatText();
  FloatText(const FloatText&) = delete;
  FloatText& operator=(const FloatText&) = delete;
  // False: there is not enough memory for that precision.
  bool format(double d, char code, int64_t precision, int flags);
  char* text() { return text_; }
  int64_t length() const { return length_; }
  void append(char c) { text_[length_++] = c; }  // room for two is there

 private:
  char* reserve(int64_t n);
  char* text_ = local_;
  int64_t length_ = 0;
  int64_t allocated_ = 0;
  char local_[400];
};

}  // namespace krait::rt
