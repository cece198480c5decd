// What int() and float() of text share.
#pragma once

#include "core/memory.h"
#include "core/str.h"
#include "core/unicode.h"

namespace krait::rt {

// C's isspace; beyond ASCII, blanks have become ' ' (AsciiText).
inline bool isBlank(char c) { return c == ' ' || (c >= '\t' && c <= '\r'); }

// Text to parse as ASCII bytes: digits and blanks of other scripts replaced; anything else beyond
// ASCII is '?'.
class AsciiText {
 public:
  explicit AsciiText(const Str* s) : size_(static_cast<size_t>(s->length)) {
    if (s->ascii) {
      p_ = reinterpret_cast<const char*>(s->data());
      return;
    }
    memory_ = static_cast<char*>(kr_alloc(static_cast<int64_t>(size_)));
    for (size_t i = 0; i < size_; i++) {
      uint32_t c = strAt(s, static_cast<int64_t>(i));
      if (c >= 127) {
        int digit = decimalValue(c);
        c = isSpace(c) ? ' ' : digit >= 0 ? '0' + static_cast<uint32_t>(digit) : '?';
      }
      memory_[i] = static_cast<char>(c);
    }
    p_ = memory_;
  }
  ~AsciiText() {
    if (memory_) kr_free(memory_, static_cast<int64_t>(size_));
  }
  AsciiText(const AsciiText&) = delete;
  AsciiText& operator=(const AsciiText&) = delete;
  const char* begin() const { return p_; }
  const char* end() const { return p_ + size_; }

 private:
  const char* p_;
  char* memory_ = nullptr;
  size_t size_;
};

}  // namespace krait::rt
