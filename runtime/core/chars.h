// Small helpers over character arrays, shared by the text files.
#pragma once

#include "abi.h"
#include "core/str.h"
#include "core/support.h"

inline void* operator new(size_t, void* p) noexcept { return p; }

namespace krait::rt {

inline Str* latin1Str(uint8_t c) { return reinterpret_cast<Str*>(kr_str_table + 40 * c); }

inline int kindOf(uint32_t max) { return max < 0x100 ? 1 : max < 0x10000 ? 2 : 4; }

// Or of all characters: its highest bit decides the kind, since all limits are powers of two.
template <class C>
inline uint32_t orChars(const C* p, int64_t n) {
  uint32_t all = 0;
  for (int64_t i = 0; i < n; i++) all |= p[i];
  return all;
}
inline uint32_t orKind(const void* p, int kind, int64_t n) {
  if (kind == 1) return orChars(static_cast<const uint8_t*>(p), n);
  if (kind == 2) return orChars(static_cast<const uint16_t*>(p), n);
  return orChars(static_cast<const uint32_t*>(p), n);
}
// What orKind gives at most for s, with the same kind.
inline uint32_t strMask(const Str* s) {
  return s->ascii ? 0x7f : s->kind == 1 ? 0xff : s->kind == 2 ? 0xffff : 0x10ffff;
}

template <class C>
inline C* charsOf(Str* s) {
  return s->data<C>();
}
template <class C>
inline const C* charsOf(const Str* s) {
  return s->data<C>();
}

// memcpy of at most 16 bytes.
KR_INLINE void copyShort(void* to, const void* from, size_t n) {
  auto* out = static_cast<uint8_t*>(to);
  auto* in = static_cast<const uint8_t*>(from);
  if (n >= 8) {
    uint64_t a = loadAs<uint64_t>(in), b = loadAs<uint64_t>(in + n - 8);
    storeAs(out, a);
    storeAs(out + n - 8, b);
  } else if (n >= 4) {
    uint32_t a = loadAs<uint32_t>(in), b = loadAs<uint32_t>(in + n - 4);
    storeAs(out, a);
    storeAs(out + n - 4, b);
  } else if (n) {
    uint8_t a = in[0], b = in[n / 2], c = in[n - 1];
    out[0] = a;
    out[n / 2] = b;
    out[n - 1] = c;
  }
}
// memcpy with short copies in line.
KR_INLINE void copyBytes(void* to, const void* from, size_t n) {
  if (n > 16) {
    memcpy(to, from, n);
  } else {
    copyShort(to, from, n);
  }
}
KR_INLINE bool equalBytes(const void* a, const void* b, size_t n) {
  auto* p = static_cast<const uint8_t*>(a);
  auto* q = static_cast<const uint8_t*>(b);
  if (n > 16) return memcmp(a, b, n) == 0;
  if (n >= 8) {
    return ((loadAs<uint64_t>(p) ^ loadAs<uint64_t>(q)) |
            (loadAs<uint64_t>(p + n - 8) ^ loadAs<uint64_t>(q + n - 8))) == 0;
  }
  if (n >= 4) {
    return ((loadAs<uint32_t>(p) ^ loadAs<uint32_t>(q)) |
            (loadAs<uint32_t>(p + n - 4) ^ loadAs<uint32_t>(q + n - 4))) == 0;
  }
  return n == 0 || (p[0] == q[0] && p[n / 2] == q[n / 2] && p[n - 1] == q[n - 1]);
}
// copyChars with short copies of the same kind in line.
KR_INLINE void copyFast(void* to, int to_kind, const void* from, int from_kind, int64_t n) {
  if (KR_LIKELY(to_kind == from_kind)) {
    copyBytes(to, from, static_cast<size_t>(n) * static_cast<size_t>(to_kind));
  } else {
    copyChars(to, to_kind, from, from_kind, n);
  }
}

// Calls f with the characters of s as an array of the right type.
template <class F>
inline auto withChars(const Str* s, F f) {
  if (s->kind == 1) return f(s->data<uint8_t>());
  if (s->kind == 2) return f(s->data<uint16_t>());
  return f(s->data<uint32_t>());
}

inline void fillChars(void* to, int kind, uint32_t c, int64_t n) {
  if (kind == 1) {
    memset(to, static_cast<int>(c), static_cast<size_t>(n));
  } else if (kind == 2) {
    for (int64_t i = 0; i < n; i++) static_cast<uint16_t*>(to)[i] = static_cast<uint16_t>(c);
  } else {
    for (int64_t i = 0; i < n; i++) static_cast<uint32_t*>(to)[i] = c;
  }
}

// Writes the UTF-8 form of any code point, surrogates included; returns its length.
inline int putUtf8(uint32_t c, char* out) {
  if (c < 0x80) {
    out[0] = static_cast<char>(c);
    return 1;
  }
  if (c < 0x800) {
    out[0] = static_cast<char>(0xc0 | c >> 6);
    out[1] = static_cast<char>(0x80 | (c & 63));
    return 2;
  }
  if (c < 0x10000) {
    out[0] = static_cast<char>(0xe0 | c >> 12);
    out[1] = static_cast<char>(0x80 | (c >> 6 & 63));
    out[2] = static_cast<char>(0x80 | (c & 63));
    return 3;
  }
  out[0] = static_cast<char>(0xf0 | c >> 18);
  out[1] = static_cast<char>(0x80 | (c >> 12 & 63));
  out[2] = static_cast<char>(0x80 | (c >> 6 & 63));
  out[3] = static_cast<char>(0x80 | (c & 63));
  return 4;
}

}  // namespace krait::rt
