// The format mini-language: what a specification says, and formatting by it.
#pragma once

#include "core/str.h"

namespace krait::rt {

// A parsed specification: [[fill]align][sign][z][#][0][width][grouping][.precision][type]
struct FormatSpec {
  uint32_t fill = ' ';
  uint32_t align = 0;      // '<' '>' '=' '^'; the type's default if the specification has none
  bool alternate = false;
  bool no_neg_zero = false;
  uint32_t sign = 0;       // '+' '-' ' ', 0: none given
  int64_t width = -1;
  uint32_t thousands = 0;  // ',' '_' 0; 'n' locale (of the C locale: none)
  int64_t precision = -1;
  uint32_t type = 0;
};

// Reads spec[start, end). Returns an owned error or null.
Exception* parseFormatSpec(const Str* spec, uint32_t default_type, uint32_t default_align,
                           const char* type_name, FormatSpec* out);

}  // namespace krait::rt
