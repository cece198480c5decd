// str and bytes: construction, access and building from C++. What generated code calls is in
// abi_text.def.
#pragma once

#include "core/object.h"

extern "C" unsigned char kr_str_table[];  // 256 one-character strs and the empty one, 40 bytes each

namespace krait::rt {

// ---- str ----------------------------------------------------------------------------------------
// All functions that return Str* or Bytes* return an owned reference (an immortal one counts as
// owned).

// Memory of the object as given to kr_free. Str::capacity counts the bytes of character data
// (terminator included); literals have 0, a str of 4 GiB or more has UINT32_MAX and no slack.
inline size_t strSize(const Str* s) {
  size_t data =
      s->capacity != UINT32_MAX ? s->capacity : (static_cast<size_t>(s->length) + 1) * s->kind;
  return (sizeof(Str) + data + 7) & ~size_t{7};
}
inline size_t bytesSize(const Bytes* b) {
  return (sizeof(Bytes) + static_cast<size_t>(b->length) + 1 + 7) & ~size_t{7};
}

// A str with undefined characters and the terminator in place. The caller fills it and must have
// chosen the narrowest kind. length 0 is allowed.
Str* allocStr(int64_t length, int kind, bool ascii);
// Like allocStr, but null if there is not enough memory or the size is absurd.
Str* tryAllocStr(int64_t length, int kind, bool ascii);
inline Str* emptyStr() { return reinterpret_cast<Str*>(kr_str_table + 40 * 256); }
// The str of one character; Latin-1 characters are immortal.
Str* charStr(uint32_t c);

Str* newStrAscii(const char* text, size_t length);
inline Str* newStrAscii(const char* text) { return newStrAscii(text, __builtin_strlen(text)); }
Str* newStrLatin1(const void* text, size_t length);
// UTF-8; bytes that are not become lone surrogates U+DC80..U+DCFF (surrogateescape).
Str* newStrUtf8(const char* text, size_t length);
inline Str* newStrUtf8(const char* text) { return newStrUtf8(text, __builtin_strlen(text)); }
// Copies `length` characters of `kind` bytes and narrows.
Str* newStrKind(const void* data, int64_t length, int kind);
// Characters [start, end) of s.
Str* substr(const Str* s, int64_t start, int64_t end);

inline Str* retainStr(const Str* s) {
  Str* r = const_cast<Str*>(s);
  retain(&r->header);
  return r;
}
// A str has no children: no look at the cycle collector's flags.
inline void releaseStr(Str* s) {
  if (__builtin_expect(s->header.count < 0, 0)) {
#if KRAIT_THREADS
    kr_release_slow(&s->header);
#endif
    return;
  }
  if (--s->header.count == 0) kr_drop_object(&s->header);
}

inline uint32_t strAt(const Str* s, int64_t i) {
  if (s->kind == 1) return s->data<uint8_t>()[i];
  if (s->kind == 2) return s->data<uint16_t>()[i];
  return s->data<uint32_t>()[i];
}
Str* wideCharAt(const Str* s, int64_t i);  // of a str that is not of kind 1
bool strEq(const Str* a, const Str* b);
bool strEqAscii(const Str* a, const char* b);
int64_t strFind(const Str* s, const Str* sub, int64_t start, int64_t end);

// Copies characters between kinds; to_kind must be able to hold them.
void copyChars(void* to, int to_kind, const void* from, int from_kind, int64_t n);

// Writes the UTF-8 form of s (lone surrogates as three bytes, but U+DC80..U+DCFF as the one byte
// they stand for if escape is set); returns the byte count. A null `out` only counts.
int64_t strToUtf8(const Str* s, char* out, bool escape);
// The UTF-8 form in memory of its own for the operating system: paths, environment, stdout. Frees
// itself.
class Utf8 {
 public:
  explicit Utf8(const Str* s, bool escape = true);
  ~Utf8();
  Utf8(const Utf8&) = delete;
  Utf8& operator=(const Utf8&) = delete;
  const char* data() const { return data_; }  // zero-terminated
  int64_t size() const { return size_; }

 private:
  const char* data_;
  int64_t size_;
  size_t allocated_ = 0;  // 0: the str's own characters
};

// ---- bytes --------------------------------------------------------------------------------------
Bytes* allocBytes(int64_t length);
Bytes* tryAllocBytes(int64_t length);  // null: no memory
Bytes* newBytes(const void* data, int64_t length);

// ---- StrBuilder ---------------------------------------------------------------------------------
// Collects characters, widening as needed; finish() gives a str of the narrowest kind, without
// another copy unless much of the memory is unused or the text turned out narrower than what was
// reserved.
class StrBuilder {
 public:
  StrBuilder() = default;
  ~StrBuilder();
  StrBuilder(const StrBuilder&) = delete;
  StrBuilder& operator=(const StrBuilder&) = delete;

  void add(uint32_t c) {
    if (__builtin_expect(c <= max_ && length_ < room_, 1)) {
      all_ |= c;
      store(length_++, c);
    } else {
      addSlow(c);
    }
  }
  void add(const Str* s);
  void addSlice(const Str* s, int64_t start, int64_t end);
  void addAscii(const char* text, size_t n);
  void addAscii(const char* text) { addAscii(text, __builtin_strlen(text)); }
  void addRepeated(uint32_t c, int64_t n);
  // Makes room for n more characters, none wider than max: no reallocation while they are added.
  void reserve(int64_t n, uint32_t max);
  int64_t length() const { return length_; }
  uint32_t at(int64_t i) const;
  void truncate(int64_t n) {
    length_ = n < length_ ? n : length_;
    narrowed_ = true;
  }
  Str* copy() const;  // the contents; the builder keeps them
  Str* finish();      // the contents; the builder is empty afterwards

 private:
  void store(int64_t i, uint32_t c) {
    if (kind_ == 1) {
      s_->data<uint8_t>()[i] = static_cast<uint8_t>(c);
    } else if (kind_ == 2) {
      s_->data<uint16_t>()[i] = static_cast<uint16_t>(c);
    } else {
      s_->data<uint32_t>()[i] = c;
    }
  }
  void addSlow(uint32_t c);
  void grow(int64_t more, int kind, bool exact = false);

  Str* s_ = nullptr;
  int64_t length_ = 0;
  int64_t room_ = 0;  // characters that fit
  uint32_t max_ = 0;  // widest character of the kind; 0: no memory yet
  uint32_t all_ = 0;  // or of all characters added
  uint8_t kind_ = 1;
  bool narrowed_ = false;  // truncated: the kind may be too wide
};

}  // namespace krait::rt
